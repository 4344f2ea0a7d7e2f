"""A source's reference in words: Vancouver style, and a short label.

Pure: reads a plain mapping in the form of a corpus record; returns plain text that nobody has escaped yet.
"""

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple, TypedDict
from urllib.parse import quote

KINDS = {
    "article": "[preprint]",
    "report": "[report]",
    "thesis": "[thesis]",
    "webpage": "[Internet]",
}
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

# Small words inside a given name give no initial: "Raíssa Nóbrega de" is RN.
_PARTICLE = re.compile(
    "af|al|av|bin|da|das|de|del|della|den|der|di|do|dos|du|e|el|la|le|ten|ter|van|von|y|zu"
)
_GENERATION = re.compile(r",?\s+(Jr|Sr|II|III|IV)\.?$")

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
    """A reference in pieces, each without its closing full stop; an empty piece is left out."""

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
    words = [_sentence(text) for text in sentences if text]
    words += [_named(identifier) for identifier in piece["identifiers"]]
    if standing := editorial(source):
        words.append(f"[{'; '.join(standing)}]")
    return " ".join(words)


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
    """Return "Family AB, Family C", with "et al." when authors are left out or were never all known."""
    names = [name for author in _authors(source) if (name := _name(author))]
    is_short = len(names) > at_most or not source.get("authors_complete", True)
    line = ", ".join([*names[:at_most], "et al."] if names and is_short else names)
    is_ordered = source.get("authors_in_order", True)
    return line if is_ordered or not names else f"{line} [{ORDER_UNKNOWN}]"


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
    found = _GENERATION.search(given)
    suffix = _text(author, "suffix").rstrip(".") or (found and found[1])
    return " ".join(filter(None, [family, _initials(_GENERATION.sub("", given)), suffix]))


def _initials(given: str) -> str:
    """Return "DB" for "David B.", "JP" for "Jean-Paul"; "KPC" stays, for it holds initials already."""
    names = [
        name for name in re.split(r"[\s.\-‐‑]+", given) if name and not _PARTICLE.fullmatch(name)
    ]
    if len(names) == 1 and names[0].isupper() and len(names[0]) <= 4:
        return names[0]
    return "".join(name[0].upper() for name in names)


def _title(source: Source) -> str:
    """Return the title, told apart when it was not published in a journal."""
    kind = KINDS.get(_text(source, "type"), "")
    return " ".join(filter(None, [_text(source, "title"), kind]))


def _container(source: Source) -> str:
    """Return the journal or server; "(preprint)" is left to the title, which says it already."""
    container, kind = _text(source, "container_title"), source.get("type")
    if kind in PARTS_OF and container:
        return f"In: {container}"
    return container.removesuffix("(preprint)").rstrip() if kind == "article" else container


def _where(source: Source) -> str:
    """Return "2024;14(2):191-200" as far as it is known."""
    where = _text(source, "year") or "[date unknown]"
    volume, issue, pages = (_text(source, key) for key in ("volume", "issue", "pages"))
    if volume or issue:
        where += f";{volume}"
    if issue:
        where += f"({issue})"
    if pages:
        where += f":{pages}"
    return where


def _identifiers(source: Source) -> list[Identifier]:
    """Return the identifiers that are known; the bare address only where there is nothing better."""
    addresses = {
        "doi": "https://doi.org/",
        "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
        "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
    }
    found = [
        Identifier(
            key if key == "doi" else key.upper(),
            text,
            f"{start}{quote(text, safe='/:;()')}{'' if key == 'doi' else '/'}",
        )
        for key, start in addresses.items()
        if (text := _text(source, key))
    ]
    address = _text(source, "url")
    return found or ([Identifier("URL", address, address)] if address else [])


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


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _text(mapping: Mapping[str, Any], key: str) -> str:
    """Return the value as one line of composed characters; nothing for what is absent."""
    value = mapping.get(key)
    return "" if value is None else " ".join(unicodedata.normalize("NFC", str(value)).split())
