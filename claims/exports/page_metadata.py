"""A source as reference managers find it on a page: Highwire Press tags and COinS. Pure.

Zotero prefers COinS to tags where a page has both, and offers all that a page holds. Only what is known is told.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from .escaping import one_line
from .structured_data import address, date, known_authors

PAGES = re.compile(r"\s*([^\s–-]+)\s*[–-]+\s*([^\s–-]+)\s*")
FORMAT = "info:ofi/fmt:kev:mtx:"


class Form(NamedTuple):
    """How OpenURL writes one type of publication: format, genre, where title and container go."""

    format: str
    genre: str
    title: str
    container: str


ARTICLE = Form("journal", "article", "rft.atitle", "rft.jtitle")
FORMS = {
    "article": ARTICLE._replace(genre="preprint"),
    "paper-conference": Form("book", "proceeding", "rft.atitle", "rft.btitle"),
    "report": Form("book", "report", "rft.btitle", "rft.pub"),
    "book": Form("book", "book", "rft.btitle", "rft.pub"),
    "chapter": Form("book", "bookitem", "rft.atitle", "rft.btitle"),
    "thesis": Form("dissertation", "", "rft.title", "rft.inst"),
    "webpage": Form("dc", "", "rft.title", "rft.source"),
}
CONTAINERS = {
    "article-journal": "citation_journal_title",
    "paper-conference": "citation_conference_title",
    "chapter": "citation_inbook_title",
    "thesis": "citation_dissertation_institution",
    "report": "citation_technical_report_institution",
}


def highwire(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the names and contents of a public record's meta tags, an author each its own."""
    first, last = _pages(record)
    named = [
        ("citation_title", record["title"]),
        *(("citation_author", _inverted(author)) for author in known_authors(record)),
        ("citation_publication_date", date(record, "/")),
        (CONTAINERS.get(record["type"], "citation_publisher"), record["container_title"]),
        ("citation_volume", record["volume"]),
        ("citation_issue", record["issue"]),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_doi", record["doi"]),
        ("citation_pmid", record["pmid"]),
    ]
    return [(name, one_line(text)) for name, text in named if text]


def coins(record: Mapping[str, Any]) -> str:
    """Return the whole record as an OpenURL context object, for the title of a span."""
    form, (first, last) = _form(record), _pages(record)
    written = [
        *_named(form, record),
        *(("rft.au", _au(author)) for author in known_authors(record)),
        ("rft.date", date(record)),
        (form.container, record["container_title"]),
        ("rft.volume", record["volume"]),
        ("rft.issue", record["issue"]),
        ("rft.spage", first),
        ("rft.epage", last),
        *_found_at(record),
    ]
    return _context(written)


def brief_coins(record: Mapping[str, Any]) -> str:
    """Return title and DOI only: a reference manager looks the rest up for whichever is chosen.

    Without a DOI there is nothing to look up, and the record is whole. Spaces stay as they are, which
    every reader of COinS takes: a page that repeats its own words so travels lighter.
    """
    if not record["doi"]:
        return coins(record)
    return _context([*_named(_form(record), record), _found_at(record)[0]]).replace("+", " ")


def _context(written: list[tuple[str, Any]]) -> str:
    known = [(name, one_line(text)) for name, text in written if text]
    return urlencode([("ctx_ver", "Z39.88-2004"), *known], safe=":/")


def _form(record: Mapping[str, Any]) -> Form:
    return FORMS.get(record["type"], ARTICLE)


def _named(form: Form, record: Mapping[str, Any]) -> list[tuple[str, str]]:
    kind = [("rft_val_fmt", FORMAT + form.format), ("rft.genre", form.genre)]
    return [*kind, (form.title, record["title"])]


def _au(author: Mapping[str, str]) -> str:
    """Return a group with a comma behind it, as one name: Zotero would split it, and moves each "aucorp" to the front."""
    name = _inverted(author)
    return name if author.get("family") or not name else f"{name},"


def _inverted(author: Mapping[str, str]) -> str:
    """Return "Family, Given"; a corporate author as it calls itself."""
    parts = (author.get("family"), author.get("given"), author.get("suffix"))
    return ", ".join(part for part in parts if part) if parts[0] else author.get("literal", "")


def _pages(record: Mapping[str, Any]) -> tuple[str, str]:
    """Return first and last page; an article number stands alone."""
    text = record["pages"] or ""
    found = PAGES.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def _found_at(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    numbers = (("info:doi/", "doi"), ("info:pmid/", "pmid"))
    found = [("rft_id", f"{start}{record[name]}") for start, name in numbers if record[name]]
    return found if record["doi"] else [*found, ("rft_id", address(record))]
