"""By which method, with which limits, how the studies were found, and how to cite the summary."""

from collections.abc import Mapping
from typing import Any

from .edition_citation import SITE
from .escaping import link, one_line, plain, sentence
from .front_matter import published_on, version_of
from .phrases import listed, section

METHODS = "/methods/"
SEARCHED = "A literature search is recorded below"
NOT_SEARCHED = "This is not a systematic review: no systematic search is recorded"


def method_and_limits(document: Mapping[str, Any], root: str) -> str:
    """Return the section; `root` is the address of the site."""
    search = document["search"]
    link_to = f"{root}{METHODS}"
    return section(
        "Method and limits",
        f"Rule {plain(document['rule'])} turned the evidence items above into the suggested verdict; "
        "it is a suggestion until two people have judged it. "
        f"{SEARCHED if search['on'] else NOT_SEARCHED}. It is not medical advice.",
        f"How the rule works: {link(link_to, link_to)}",
        f"How the studies were found: {_found(search)}",
    )


def _found(search: Mapping[str, Any]) -> str:
    """Return where and how was searched, when, with what result and by whom."""
    if not search["on"] or not search["databases"]:
        return sentence(search["words"])
    words = {
        "databases": listed(map(plain, search["databases"])),
        "query": plain(search["query"]),
        "date": plain(search["on"]),
        **{name: _count(search[name]) for name in ("found", "screened", "included")},
        "by": plain(search["by"]),
    }
    told = "; ".join(f"{name}: {text}" for name, text in words.items() if text)
    return f"{told}. {sentence(search['note'])}".rstrip()


def _count(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def how_to_cite(edition, address: str) -> str:
    """Return the section in METHOD's form, with the permanent address of the edition."""
    document = edition.document
    statement = plain(one_line(document["claim"]["statement"]).rstrip(". "))
    words = f'{SITE}. "{statement}". Version {plain(version_of(document))}'
    return section("How to cite", f"{words}, {published_on(edition)}. {link(address, address)}")
