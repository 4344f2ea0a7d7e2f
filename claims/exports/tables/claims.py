"""The table of claims: one row an edition, with its question, its verdict and what it counts."""

from claims.exports.tables import Column, Table
from claims.exports.tables.columns import code, joined, moment, reading, text, whole
from claims.rating.vocabulary import (
    HEADLINES,
    Asserts,
    Certainty,
    ClaimKind,
    Direction,
    Lean,
    ReviewState,
    Scope,
    Step,
)

CLAIM = "document.claim"


def _days(name, description):
    """Dates of an edition are columns of its own or texts of its document; both become texts."""
    return Column(name, "date", description, lambda row: str(getattr(row, name) or "") or None)


TABLE = Table(
    name="claims",
    title="Claims",
    description="What is claimed, what the evidence says of it, and how sure that is.",
    columns=(
        text("slug", "Short name of the claim; its page is /claims/<slug>/.", f"{CLAIM}.slug"),
        whole("edition", "Number of the edition that the row was made from.", "number"),
        Column("published_at", "datetime", "When that edition was published.", moment("published_at")),
        text("statement", "The claim in one sentence.", f"{CLAIM}.statement"),
        text("mechanism", "Slug of its mechanism; empty if it lies across them.", f"{CLAIM}.mechanism.slug"),
        whole("order", "Place within the mechanism.", f"{CLAIM}.order"),
        code("step", "Its part in the article's argument.", Step.values(), f"{CLAIM}.step"),
        code("kind", "What kind of claim it is.", ClaimKind.values(), f"{CLAIM}.kind"),
        code("scope", "Which doses it is about.", Scope.values(), f"{CLAIM}.scope"),
        code("asserts", "Whether it says that there is an effect or that there is none.", Asserts.values(), f"{CLAIM}.asserts"),
        text("population", "Whom it is about.", f"{CLAIM}.target.population"),
        text("dose", "Which dose it is about.", f"{CLAIM}.target.dose"),
        text("comparator", "Compared with what.", f"{CLAIM}.target.comparator"),
        text("outcomes", "What would show it.", f"{CLAIM}.target.outcomes"),
        text("article_says", "What the article says.", f"{CLAIM}.article_says"),
        Column("tags", "string", "Slugs of its tags, with spaces between.", joined(f"{CLAIM}.tags", "slug")),
        code("verdict", "What stands at the top of its page.", [value for value, _ in HEADLINES], "document.verdict.code"),
        text("verdict_in_words", "The same in a sentence.", "document.verdict.sentence"),
        code("certainty", "How sure the verdict is; empty where there is no single one.", Certainty.values(), "document.certainty.code"),
        code("review", "State of review; a claim that nobody reviewed shows what the rule suggests.", ReviewState.values(), "document.review.code"),
        _days("reviewed_on", "Day of the newest assessment that counts."),
        _days("searched_on", "Day of the newest systematic search."),
        Column("edited_at", "datetime", "When claim, evidence or sources last changed.", moment("edited_at")),
        whole("results", "Public evidence items, counted or not.", "summary.items"),
        whole("studies", "Studies that the rating counts.", "summary.studies"),
        whole("people", "People in the counted studies; empty if no study says.", "summary.people"),
        *(
            whole(f"studies_{one.value.replace('-', '_')}", f"Counted studies of direction: {one.label}.", f"summary.directions.{one.value}")
            for one in Direction
        ),
        code("lean", "Where the weight of the studies lies.", Lean.values(), "document.suggestion.lean"),
        text("main_doubt", "What takes most off the certainty.", "summary.doubt"),
        text("rule", "Version of the rating rule.", "document.rule"),
        Column("fingerprint", "string", "SHA-256 over everything that the rule read.", reading("document.fingerprint")),
    ),
    rows=iter,
    key=("slug",),
    brief=("slug", "edition", "statement", "verdict", "certainty", "review", "studies"),
    foreign={"mechanism": ("mechanisms", "slug")},
)  # fmt: skip
