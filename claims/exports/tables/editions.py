"""The table of editions: what each said at the top and why it was published. Opens no document."""

from claims.exports.tables import Column, Table
from claims.exports.tables.columns import code, moment, text, whole
from claims.rating.vocabulary import HEADLINES, Certainty, ReviewState

TABLE = Table(
    name="editions",
    title="Editions",
    description="Every edition of a claim, with what stood at its top; an edition never changes.",
    columns=(
        text("claim", "Slug of the claim.", "slug"),
        whole("number", "Number of the edition; its page is /claims/<claim>/editions/<number>/."),
        Column("published_at", "datetime", "When it was published.", moment("published_at")),
        text("cause", "What was done that made it."),
        text("statement", "The claim as it was worded."),
        code("verdict", "What stood at the top.", [value for value, _ in HEADLINES]),
        code("certainty", "How sure that was.", Certainty.values()),
        code("review_state", "State of review.", ReviewState.values()),
        whole("results", "Public evidence items, counted or not.", "summary.items"),
        whole("studies", "Studies that the rating counted.", "summary.studies"),
        text("rule", "Version of the rating rule."),
        text("fingerprint", "SHA-256 over everything that the rule read."),
    ),
    rows=iter,
    key=("claim", "number"),
    foreign={"claim": ("claims", "slug")},
    of_every_edition=True,
)
