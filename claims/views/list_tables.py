"""The tables of lists that are no table of the base: what was found, tags, what is overdue, reviewers, the gap map. Pure."""

from claims.exports.tables import Column, Table
from claims.exports.tables.columns import code, text, whole
from claims.rating.vocabulary import HEADLINES, Certainty, Direction, ReviewState, Stream

KINDS = ("claim", "evidence", "source")
VERDICTS = [value for value, _ in HEADLINES]

FOUND = Table(
    name="found",
    title="Found",
    description="Claims, results and sources in one list, as a search or a tag brings them together.",
    columns=(
        code("kind", "What it is: a claim, a result or a source.", KINDS),
        text("claim", "Slug of the claim; empty for a source."),
        text("result", "Id of the result on its claim's page, if it is one."),
        text("source", "Key of the source; empty for a claim."),
        text("title", "Statement, outcome or title."),
        text("address", "Address of its page on this site."),
    ),
    rows=iter,
    key=("kind", "claim", "result", "source"),
)
TAGS = Table(
    name="tags",
    title="Tags",
    description="Tags of published claims and of the sources that they cite.",
    columns=(
        text("slug", "Short name; its page is /tags/<slug>/."),
        text("name", "The tag."),
        whole("claims", "Claims that have it."),
        whole("sources", "Sources that have it."),
    ),
    rows=iter,
    key=("slug",),
)
OVERDUE = Table(
    name="overdue",
    title="What is overdue",
    description="Claims that wait for reviewers or for a search, the longest waiting first.",
    columns=(
        text("claim", "Slug of the claim.", "row.slug"),
        text("statement", "The claim in one sentence.", "row.statement"),
        code("verdict", "What stands at the top of its page.", VERDICTS, "row.verdict"),
        code("review", "State of review.", ReviewState.values(), "row.review_state"),
        Column("review_reason", "string", "What it waits for of reviewers.", lambda one: _told(one.review)),
        Column("review_since", "date", "Since when; empty if always or not overdue.", lambda one: _since(one.review)),
        Column("search_reason", "string", "Why a search is due.", lambda one: _told(one.search)),
        Column("search_since", "date", "Since when; empty if always or not overdue.", lambda one: _since(one.search)),
    ),
    rows=iter,
    key=("claim",),
)  # fmt: skip
REVIEWERS = Table(
    name="reviewers",
    title="Reviewers",
    description="Who may assess claims or has done so, with what current editions carry of them.",
    columns=(
        Column("name", "string", "Name of the reviewer.", lambda row: row.profile.user.get_full_name() or row.profile.user.get_username()),
        text("affiliation", "Where they work.", "profile.affiliation"),
        text("orcid", "ORCID.", "profile.orcid"),
        Column("interest_kinds", "string", "Kinds of competing interests, as declared.", lambda row: "; ".join(row.interest_kinds) or None),
        text("interests", "Competing interests, as declared.", "profile.interests"),
        Column("assessments", "integer", "Submitted assessments.", lambda row: len(row.assessments)),
        Column("departures", "integer", "Those that differ from the rule's suggestion.", lambda row: len(row.departures)),
        whole("recused", "Those in which they recused themselves."),
    ),
    rows=iter,
    key=("name",),
)  # fmt: skip
GAP_MAP = Table(
    name="gap-map",
    title="Evidence and gap map",
    description="Counted studies of each claim by kind of evidence; a row without studies is a gap.",
    columns=(
        text("claim", "Slug of the claim."),
        text("statement", "The claim in one sentence."),
        text("mechanism", "Slug of its mechanism; empty if it lies across them."),
        code("verdict", "What stands at the top of its page.", VERDICTS),
        code("certainty", "How sure that is.", Certainty.values()),
        code("stream", "Kind of evidence.", Stream.values()),
        whole("studies", "Counted studies of that kind."),
        *(
            whole(f"studies_{one.value.replace('-', '_')}", f"Those of direction: {one.label}.", f"tally.{one.value}")
            for one in Direction
        ),
    ),
    rows=iter,
    key=("claim", "stream"),
)  # fmt: skip
LIST_TABLES = (FOUND, GAP_MAP, OVERDUE, REVIEWERS, TAGS)


def _told(reasons):
    return " ".join(late.reason for late in reasons) or None


def _since(reasons):
    days = [late.since.isoformat() for late in reasons if late.since]
    return min(days, default=None)
