"""The table of assessments: what reviewers said of a claim."""

from collections.abc import Iterable, Iterator
from typing import Any

from claims.exports.tables import Table
from claims.exports.tables.columns import code, day, text, whole, yes_or_no
from claims.rating.vocabulary import AssessmentKind, Certainty, Verdict


def assessments(editions: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each submitted assessment of each edition."""
    for edition in editions:
        for one in edition.document["assessments"]:
            yield {**one, "in": edition}


TABLE = Table(
    name="assessments",
    title="Assessments",
    description="Every submitted assessment of a claim by a reviewer.",
    columns=(
        text("claim", "Slug of the claim.", "in.slug"),
        whole("number", "Place in the order of submission."),
        day("on", "Day of submission."),
        whole("edition", "Number of the edition that was looked at."),
        text("reviewer", "Name of the reviewer.", "reviewer.name"),
        text("orcid", "ORCID of the reviewer.", "reviewer.orcid"),
        code("kind", "What kind of assessment it is.", AssessmentKind.values(), "kind.code"),
        code("verdict", "Verdict; empty for somebody recused.", Verdict.values(), "verdict.code"),
        code("certainty", "Certainty.", Certainty.values(), "certainty.code"),
        yes_or_no("departs", "Whether it differs from what the rule suggested."),
        text("departure_reason", "Why it differs."),
        text("lay_sentence", "The answer in one sentence for everybody."),
        text("rationale", "How the evidence was weighed."),
        text("interests", "Competing interests as declared.", "interests.text"),
        yes_or_no("recused", "Whether the reviewer recused themselves."),
        yes_or_no("counts", "Whether it makes the state of review."),
    ),
    rows=assessments,
    key=("claim", "number"),
    foreign={"claim": ("claims", "slug")},
)
