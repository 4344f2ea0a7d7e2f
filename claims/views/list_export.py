"""Lists to download: what ?format= asks for, which formats there are, and the answer with all rows.

Formats come from their registries (claims.exports.file_formats); nothing here names one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict, StreamingHttpResponse
from django.utils.http import content_disposition_header

from claims.exports.file_formats import file_formats
from claims.exports.table_formats import Export, TableFormat
from claims.views.filters import one_of
from sources.formats import Format

NAME, PAGE = "format", "page"
SITE = "microdosing-evidence"
# Parts of the names of files.
REFERENCES, SOME, NONE = "references", "selected", "empty"
ALL_ROWS = "A file holds all rows of a list; leave “page” out."
ONCE = "The parameter “format” is given more than once; give it once."


class Wanted(NamedTuple):
    """What a request asks for: the rest of its parameters, and a format or None for the page."""

    query: QueryDict
    format: TableFormat | Format | None


class References(NamedTuple):
    """The public records of the sources behind a list, each once, and how many they are."""

    count: int = 0
    records: Iterable[Mapping[str, Any]] = ()


class Taken(NamedTuple):
    """A list to take away, with the sources behind it if it cites any."""

    export: Export
    references: References = References()


def wanted(request, *, cites=True) -> Wanted:
    """Return what is asked for. Raises BadRequest, saying which formats there are."""
    query = request.GET.copy()
    if NAME not in query:
        return Wanted(query, None)
    if len(query.getlist(NAME)) > 1:
        raise BadRequest(ONCE)
    if PAGE in query:
        raise BadRequest(ALL_ROWS)
    choices = file_formats(cites=cites)
    chosen = choices[one_of(query, NAME, list(choices))]
    del query[NAME]
    return Wanted(query, chosen)


def links(request, *, cites=True):
    """Return the formats with the address of this list in each, narrowed as it is."""
    kept = {name: value for name, value in request.GET.items() if value and name != PAGE}
    return [
        {"label": one.label, "address": f"?{urlencode({**kept, NAME: name})}"}
        for name, one in file_formats(cites=cites).items()
    ]


def address_of(request, query) -> str:
    """Return the whole address of the page whose rows are taken away."""
    asked = urlencode({name: value for name, value in query.items() if value})
    return request.build_absolute_uri(request.path + (f"?{asked}" if asked else ""))


def answer(taken, chosen, *, name, described_by):
    """Return the file. `described_by` is the address of the same as JSON, which states what it is.

    `name` is that of the file without the day.
    """
    statement, pieces = _written(taken, chosen)
    narrowed, nothing = SOME if statement.filters else "", "" if statement.count else NONE
    parts = [name, narrowed, nothing, _day(statement)]
    file_name = f"{'-'.join(filter(None, parts))}.{chosen.suffix}"
    headers = {
        "Content-Disposition": content_disposition_header(True, file_name),
        **beside(described_by),
    }
    return StreamingHttpResponse(
        (piece.encode() for piece in pieces), content_type=chosen.media_type, headers=headers
    )


def beside(described_by):
    """Return the headers of every file of a list or a thing: where it is described, and that no search engine lists it."""
    link = f'<{described_by}>; rel="describedby"; type="application/json"'
    return {"Link": link, "X-Robots-Tag": "noindex"}


def _day(statement):
    return statement.as_of.date().isoformat() if statement.as_of else ""


def is_of_references(chosen):
    return not isinstance(chosen, TableFormat)


def _written(taken, chosen):
    """Return what the file states of itself, and its text in pieces."""
    statement = taken.export.statement
    if not is_of_references(chosen):
        return statement, chosen.write(taken.export)
    count, records = taken.references
    statement = replace(statement, name=f"references of {statement.name}", count=count)
    return statement, chosen.write(records, statement.in_words())


def list_answer(request, want, taken, *, name, of=SITE):
    """Return the file of a list that is asked for with ?format=; it is called after what it is a list of."""
    query = {**{key: value for key, value in want.query.items() if value}, NAME: "json"}
    described_by = request.build_absolute_uri(f"{request.path}?{urlencode(query)}")
    parts = [of, name, *([REFERENCES] if is_of_references(want.format) else [])]
    return answer(taken, want.format, name="-".join(parts), described_by=described_by)
