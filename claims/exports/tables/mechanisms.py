"""The table of mechanisms: one row for each that the claims of the editions belong to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claims.exports.tables import Table
from claims.exports.tables.columns import text, whole


def mechanisms(editions: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    """Yield each mechanism once, in the article's order, with how many of the claims are its own."""
    return counted(edition.document["claim"]["mechanism"] for edition in editions)


def counted(mechanisms: Iterable[Mapping[str, Any] | None]) -> Iterator[Mapping[str, Any]]:
    """Yield the same rows from the mechanism of each claim; None for a claim that has none."""
    found, claims = {}, Counter()
    for mechanism in mechanisms:
        if mechanism:
            found[mechanism["slug"]] = mechanism
            claims[mechanism["slug"]] += 1
    for slug, mechanism in sorted(found.items(), key=lambda pair: (pair[1]["order"], pair[0])):
        yield {**mechanism, "claims": claims[slug]}


TABLE = Table(
    name="mechanisms",
    title="Mechanisms",
    description="The ways in which the article says that microdosing works.",
    columns=(
        text("slug", "Short name of the mechanism; its page is /mechanisms/<slug>/."),
        text("name", "Its name."),
        whole("order", "Place in the article."),
        text("summary", "What is said of it."),
        whole("claims", "Published claims that belong to it."),
    ),
    rows=mechanisms,
    key=("slug",),
)
