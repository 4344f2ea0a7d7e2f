"""The table of notices: what journals said about their own papers afterwards."""

from collections.abc import Iterable, Iterator
from typing import Any

from claims.exports.tables import Table
from claims.exports.tables.columns import code, day, text, whole
from claims.exports.tables.sources import records
from sources.vocabulary import NoticeKind


def notices(editions: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each notice of each source, in the order in which the source holds them."""
    for record in records(editions):
        for place, notice in enumerate(record["notices"], start=1):
            yield {**notice, "source": record["key"], "number": place}


TABLE = Table(
    name="notices",
    title="Notices",
    description="Retractions, corrections and expressions of concern.",
    columns=(
        text("source", "Key of the source."),
        whole("number", "Place among the notices of the source."),
        code("kind", "What kind of notice it is.", NoticeKind.values),
        day("issued_on", "Day of the notice; empty if it is not known."),
        text("url", "Where it can be read."),
        text("reason", "Why it was issued, as stated."),
    ),
    rows=notices,
    key=("source", "number"),
    foreign={"source": ("sources", "key")},
)
