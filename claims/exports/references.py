"""The numbered references, and how to cite the summary itself."""

from collections.abc import Mapping
from typing import Any

from sources.citations import Identifier, parts

from .escaping import link, plain, sentence
from .phrases import section


def ordered(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the sources by author and year; a database may give them in any order."""
    return sorted(document["sources"].values(), key=_place)


def _place(record: Mapping[str, Any]) -> tuple[str, int, str]:
    return record["label"].casefold(), record["year"] or 9999, record["key"]


def numbered(document: Mapping[str, Any]) -> dict[str, int]:
    """Return {source key: number in the list of references}."""
    return {record["key"]: place for place, record in enumerate(ordered(document), start=1)}


def references(document: Mapping[str, Any]) -> str:
    """Return the section."""
    lines = [f"{place}. {_reference(record)}" for place, record in enumerate(ordered(document), 1)]
    return section("References", "\n".join(lines))


def _reference(record: Mapping[str, Any]) -> str:
    piece = parts(record)
    container = f"*{plain(piece['container'])}*" if piece["container"] else ""
    words = [
        sentence(piece["authors"]),
        sentence(piece["title"]),
        container,
        f"{plain(piece['where'])}.",
    ]
    words += [_identifier(identifier) for identifier in piece["identifiers"]]
    return " ".join(filter(None, [*words, _mark(piece["mark"], record)]))


def _identifier(identifier: Identifier) -> str:
    if identifier.name == "doi":
        return f"doi:{link(identifier.text, identifier.address)}"
    name = "Available from" if identifier.name == "URL" else plain(identifier.name)
    return f"{name} {link(identifier.text, identifier.address)}"


def _mark(mark: str, record: Mapping[str, Any]) -> str:
    """Return "[RETRACTED, notice]", the notice linked where its address is known."""
    if not mark:
        return ""
    addresses = [notice["url"] for notice in record["notices"] if notice["url"]]
    notices = [link("notice", address) for address in addresses]
    return rf"\[{', '.join([plain(mark), *notices])}\]"
