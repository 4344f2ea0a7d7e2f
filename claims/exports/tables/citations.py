"""The table of citations: which edition cites which source."""

from collections.abc import Iterable, Iterator
from typing import Any

from claims.exports.tables import Table
from claims.exports.tables.columns import text, whole, yes_or_no


def citations(editions: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each source of each edition."""
    for edition in editions:
        studies = edition.document["studies"]
        deciding = {key for one in studies if one["is_deciding"] for key in one["sources"]}
        for key in sorted(edition.document["sources"]):
            yield {"edition": edition, "source": key, "is_deciding": key in deciding}


TABLE = Table(
    name="citations",
    title="Citations",
    description="Which claim cites which source.",
    columns=(
        text("claim", "Slug of the claim.", "edition.slug"),
        whole("edition", "Number of the edition that cites it.", "edition.number"),
        text("source", "Key of the source."),
        yes_or_no("is_deciding", "Whether a study of this source decides what the rule suggests."),
    ),
    rows=citations,
    key=("claim", "source"),
    foreign={"claim": ("claims", "slug"), "source": ("sources", "key")},
)
