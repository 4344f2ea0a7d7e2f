"""A source's reference in words: Vancouver style, and a short label.

Pure: reads a plain mapping in the form of a corpus record; returns plain text that nobody has escaped yet.
"""

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple, TypedDict

from sources.identifiers import ADDRESSES, address
from sources.initials import generation, initials, without_generation

# These name who brought them out, or the whole that they are part of; all else is in a journal or on a server.
OUTSIDE_JOURNALS = ("report", "book", "chapter", "thesis", "paper-conference", "webpage")
PARTS_OF = ("chapter", "paper-conference")
MARKS = {
    "retracted": "RETRACTED",
    "expression-of-concern": "Expression of concern",
    "corrected": "Corrected",
}
NOTICES = {
    "retraction": "Retraction",
    "expression-of-concern": "Expression of concern",
    "correction": "Erratum",
    "reinstatement": "Retraction lifted",
}
LABEL_TITLE = 40
ORDER_UNKNOWN = "order of authors not known"

_PREPRINT = re.compile(r"\s*[(\[]preprint[)\]]$", re.IGNORECASE)
# Turns the direction of what follows, also behind the reference.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CLOSING_MARKS = "\"'”’“‘»«› "

Source = Mapping[str, Any]


class Identifier(NamedTuple):
    """A name of the source elsewhere: what kind, how it reads, where it leads."""

    name: str
    text: str
    address: str


class Note(NamedTuple):
    """An editorial notice: what it is and of which day, and its address if that is known."""

    words: str
    address: str


class Parts(TypedDict):
    """A reference in pieces, each without its closing full stop; an empty piece is left out.

    `container` is a journal or a server; whoever brought out a book, or the whole of a chapter, stands in `where`.
    """

    authors: str
    title: str
    container: str
    where: str
    identifiers: list[Identifier]
    mark: str
    notices: list[Note]


def vancouver(source: Source) -> str:
    """Return the reference as one line of plain text; retraction and the like close it in brackets."""
    piece = parts(source)
    sentences = [piece["authors"], piece["title"], piece["container"], piece["where"]]
    words = [text if is_closed(text) else f"{text}." for text in sentences if text]
    words += [_named(identifier) for identifier in piece["identifiers"]]
    if standing := editorial(source):
        words.append(f"[{'; '.join(standing)}]")
    return " ".join(words)


def is_closed(text: str) -> bool:
    """Whether a sentence needs no full stop; its own end may stand within quotation marks."""
    return text.rstrip(_CLOSING_MARKS).endswith((".", "?", "!", "…"))


def editorial(source: Source) -> list[str]:
    """Return "RETRACTED" or the like, and every notice with its day and its address."""
    notices = [": ".join(filter(None, note)) for note in _notices(source)]
    return list(filter(None, [MARKS.get(_text(source, "status"), ""), *notices]))


def parts(source: Source) -> Parts:
    """Return the pieces of the reference, for templates that italicise the container or link a DOI."""
    return Parts(
        authors=authors_line(source),
        title=_title(source),
        container=_container(source),
        where=_where(source),
        identifiers=_identifiers(source),
        mark=MARKS.get(_text(source, "status"), ""),
        notices=_notices(source),
    )


def label(source: Source) -> str:
    """Return the short name for running text: "Allen et al. 2024", "Schindler & Lee n.d."."""
    families = [name for author in _authors(source) if (name := _family(author))]
    return f"{_who(families, source)} {_text(source, 'year') or 'n.d.'}"


def authors_line(source: Source, at_most: int = 6) -> str:
    """Return "Family AB, Family C; Group", with "et al." when authors are left out or were never all known."""
    names = [(name, not one.get("family")) for one in _authors(source) if (name := _name(one))]
    is_short = len(names) > at_most or not source.get("authors_complete", True)
    line = _listed(names[:at_most]) + (", et al." if names and is_short else "")
    is_ordered = source.get("authors_in_order", True)
    return line if is_ordered or not names else f"{line} [{ORDER_UNKNOWN}]"


def _listed(names: list[tuple[str, bool]]) -> str:
    """Return the names one after another; semicolons set off groups, whose names may hold commas."""
    line = "".join(name for name, _ in names[:1])
    for (_, was_group), (name, is_group) in pairwise(names):
        line += f"; {name}" if was_group or is_group else f", {name}"
    return line


def _who(families: list[str], source: Source) -> str:
    # Naming the first of a list whose order nobody knows would invent a first author.
    if not families or not source.get("authors_in_order", True):
        return textwrap.shorten(_text(source, "title"), LABEL_TITLE, placeholder="…")
    if len(families) > 2 or not source.get("authors_complete", True):
        return f"{families[0]} et al."
    return " & ".join(families)


def _authors(source: Source) -> list[Mapping[str, Any]]:
    return source.get("authors") or []


def _family(author: Mapping[str, Any]) -> str:
    """Return the name an author is sorted and cited by; a corporate author has only that one."""
    return _text(author, "family") or _text(author, "literal")


def _name(author: Mapping[str, Any]) -> str:
    family, given = _text(author, "family"), _text(author, "given")
    if not family:
        return _text(author, "literal") or given
    family, after_family = without_generation(family)
    names, behind = without_generation(given)
    suffix = generation(_text(author, "suffix") or behind or after_family)
    return " ".join(filter(None, [family, initials(names), suffix]))


def _title(source: Source) -> str:
    """Return the title, with the medium where no journal, server or book stands behind it to tell it."""
    kind = _text(source, "type")
    is_whole = kind in OUTSIDE_JOURNALS and kind not in PARTS_OF
    is_told = is_whole or not _text(source, "container_title")
    return _with_medium(_text(source, "title"), source) if is_told else _text(source, "title")


def _container(source: Source) -> str:
    """Return the journal or server; "(preprint)" behind it is the medium."""
    container, kind = _text(source, "container_title"), _text(source, "type")
    if not container or kind in OUTSIDE_JOURNALS:
        return ""
    return _with_medium(_PREPRINT.sub("", container) if kind == "article" else container, source)


def _with_medium(text: str, source: Source) -> str:
    medium = _medium(source)
    return f"{text} [{medium}]".lstrip() if medium else text


def _medium(source: Source) -> str:
    """Return "Preprint", or "Internet" for what has an address and no identifier; nothing for print."""
    kind = _text(source, "type")
    if kind == "article":
        return "Preprint"
    names = [identifier.name for identifier in _identifiers(source)]
    is_online = kind == "webpage" or names == ["URL"]
    if kind == "thesis":
        return "dissertation on the Internet" if is_online else "dissertation"
    return "Internet" if is_online else ""


def _where(source: Source) -> str:
    """Return "2024;14(2):191-200", or "Springer; 2024. p. 191-200", as far as it is known."""
    year = _text(source, "year") or "[date unknown]"
    volume, issue, pages = (_text(source, key) for key in ("volume", "issue", "pages"))
    if _text(source, "type") in OUTSIDE_JOURNALS:
        told = (("Vol. ", volume), ("No. ", issue), ("p. ", pages))
        behind = [f"{name}{number}" for name, number in told if number]
        return ". ".join(["; ".join(filter(None, [_imprint(source), year])), *behind])
    volume = f";{volume}" if volume or issue else ""
    return "".join([year, volume, issue and f"({issue})", pages and f":{pages}"])


def _imprint(source: Source) -> str:
    """Return who brought it out, or "In: " and the whole that it is part of."""
    container = _text(source, "container_title")
    is_part = container and _text(source, "type") in PARTS_OF
    return f"In: {_with_medium(container, source)}" if is_part else container


def _identifiers(source: Source) -> list[Identifier]:
    """Return the identifiers that are known; the bare address only where there is nothing better."""
    found = [
        Identifier(kind if kind == "doi" else kind.upper(), text, address(kind, text))
        for kind in ADDRESSES
        if (text := _text(source, kind))
    ]
    url = _text(source, "url")
    return found or ([Identifier("URL", url, url)] if url else [])


def _notices(source: Source) -> list[Note]:
    """Return the notices that tell their day or their address; the mark says the others."""
    told = [
        (f"{NOTICES[notice['kind']]} {_text(notice, 'issued_on')}".rstrip(), _text(notice, "url"))
        for notice in source.get("notices") or []
        if notice["issued_on"] or notice["url"]
    ]
    return [Note(*one) for one in told]


def _named(identifier: Identifier) -> str:
    if identifier.name == "doi":
        return f"doi:{identifier.text}"
    name = "Available from" if identifier.name == "URL" else identifier.name
    return f"{name}: {identifier.text}"


def _text(mapping: Mapping[str, Any], key: str) -> str:
    """Return the value as one line of composed characters, all in one direction; nothing for what is absent."""
    value = mapping.get(key)
    text = "" if value is None else _TURNING.sub("", str(value))
    return " ".join(unicodedata.normalize("NFC", text).split())
