"""The table of studies: what the rating counts, one row for each study of a claim."""

from collections.abc import Iterable, Iterator
from typing import Any

from claims.exports.tables import Column, Table
from claims.exports.tables.columns import code, joined, number, text, whole, yes_or_no
from claims.rating.vocabulary import Direction, Point, Stream, Strength


def studies(editions: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each counted study of each edition."""
    for edition in editions:
        for study in edition.document["studies"]:
            yield {**study, "edition": edition}


TABLE = Table(
    name="studies",
    title="Studies",
    description="The studies that the rating of a claim counts; several papers may report one study.",
    columns=(
        text("claim", "Slug of the claim.", "edition.slug"),
        whole("edition", "Number of the edition that the row was made from.", "edition.number"),
        text("study", "Name of the study.", "key"),
        text("label", "Its short name."),
        code("direction", "What it says of the claim.", Direction.values()),
        code("point", "Which way its estimate points.", Point.values()),
        text("vote", "The side that it is counted on."),
        code("strength", "Strength by the rule.", Strength.values(), "strength.code"),
        number("weight", "Weight in the vote."),
        whole("n", "People or animals in it."),
        yes_or_no("is_review", "Whether it is a review of several studies."),
        yes_or_no("is_deciding", "Whether it decides what the rule suggests."),
        code("stream", "Kind of evidence.", Stream.values()),
        Column("results", "string", "Ids of its results, with spaces between.", joined("items")),
        Column("sources", "string", "Keys of its sources, with spaces between.", joined("sources")),
    ),
    rows=studies,
    key=("claim", "study"),
    foreign={"claim": ("claims", "slug")},
)
