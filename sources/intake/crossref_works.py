"""A work, as Crossref's REST API answers it, to a Record. Pure; the abstract is not read."""

from collections.abc import Iterator, Mapping
from typing import Any

from sources.intake import dates, names
from sources.intake.fields import Draft, settle
from sources.intake.record import Problem, Record
from sources.intake.texts import one_line
from sources.vocabulary import SourceType

TYPES = {
    "journal-article": SourceType.ARTICLE_JOURNAL,
    "posted-content": SourceType.ARTICLE,
    **dict.fromkeys(("report", "report-component", "report-series"), SourceType.REPORT),
    **dict.fromkeys(("book", "monograph", "edited-book", "reference-book"), SourceType.BOOK),
    **dict.fromkeys(
        ("book-chapter", "book-section", "book-part", "reference-entry"), SourceType.CHAPTER
    ),
    "dissertation": SourceType.THESIS,
    "proceedings-article": SourceType.PAPER_CONFERENCE,
}
# A citation names the printed issue; what was never printed, the day it came out.
DATES = ("published-print", "published", "issued", "published-online", "posted")
# Who brings these out is named in place of a journal.
WITH_PUBLISHER = {SourceType.REPORT, SourceType.THESIS, SourceType.ARTICLE}


def to_record(work: Mapping[str, Any], doi: str) -> Record | Problem:
    """Return the record of a work, or why it cannot be used; `doi` is what was asked for."""
    kind = TYPES.get(_text(work, "type"), "")
    draft = Draft(
        type=kind,
        title=_title(work),
        container_title=_container(work, kind),
        date=_date(work),
        volume=_text(work, "volume"),
        issue=_text(work, "issue"),
        pages=_text(work, "page") or _text(work, "article-number"),
        authors=_people(work),
        doi=[_text(work, "DOI") or doi],
        registration=_registrations(work),
        notes=list(_relations(work)),
    )
    return settle(1, 1, draft)


def _text(mapping, name):
    """Return the text under the name, or the first of several; empty for what is no text."""
    value = mapping.get(name) if isinstance(mapping, Mapping) else None
    if isinstance(value, list):
        value = value[0] if value else None
    return one_line(value) if isinstance(value, str) else ""


def _rows(mapping, name):
    """Return the objects in the list under the name."""
    value = mapping.get(name)
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _title(work):
    title, subtitle = _text(work, "title"), _text(work, "subtitle")
    if subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title}{'' if title.endswith(('?', '!', ':')) else ':'} {subtitle}"
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _container(work, kind):
    named = _text(work, "container-title")
    if named or kind not in WITH_PUBLISHER:
        return named
    institutions = [_text(row, "name") for row in _rows(work, "institution")]
    return next(filter(None, institutions), "") or _text(work, "publisher")


def _date(work):
    found = (date_of(work.get(name)) for name in DATES)
    return next((date for date in found if date != dates.UNKNOWN), dates.UNKNOWN)


def date_of(value: Any) -> dates.Date:
    """Return the date of {"date-parts": [[2024, 4, 15]]}; [[null]] and the like are unknown."""
    try:
        year, *rest = value["date-parts"][0]
    except (TypeError, KeyError, IndexError, ValueError):
        return dates.UNKNOWN
    return dates.parts(year, *rest[:2])


def _people(work) -> Iterator[names.Name | None]:
    for author in _rows(work, "author"):
        if group := _text(author, "name"):
            yield names.literal(group)
        else:
            yield names.name(*(_text(author, part) for part in ("family", "given", "suffix")))


def _registrations(work):
    return [
        _text(row, "clinical-trial-number").upper() for row in _rows(work, "clinical-trial-number")
    ]


def _relations(work) -> Iterator[str]:
    """Yield what a person should know before taking in the work: its article, or that it is a notice."""
    relations = work.get("relation")
    for row in _rows(relations, "is-preprint-of") if isinstance(relations, Mapping) else ():
        yield f"Crossref calls it a preprint of {_text(row, 'id')}: link the two as versions."
    for row in _rows(work, "update-to"):
        yield (
            f"This is itself a notice ({_text(row, 'type') or 'update'}) on {_text(row, 'DOI')}:"
            " record it on that source instead."
        )
