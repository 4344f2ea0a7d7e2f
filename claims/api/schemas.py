"""The shapes of the answers. Rows are made from the tables that CSV and JSON exports are made from too."""

from typing import Annotated, Any

from ninja import Path
from pydantic import BaseModel, Field, WithJsonSchema, create_model

from claims.exports.tables import tables

KINDS = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": str,
    "datetime": str,
}
FORMATS = {"date": "date", "datetime": "date-time"}
DOCUMENT_KEYS = {
    "schema": ("integer", "Number of this shape; the answers always have the newest."),
    "rule": ("string", "Version of the rating rule."),
    "fingerprint": ("string", "SHA-256 over everything that the rule read."),
    "claim": ("object", "The claim: statement, kind, scope, target, tags, mechanism."),
    "verdict": ("object", "What stands at the top: code, label, symbol, side and sentence."),
    "certainty": (["object", "null"], "How sure that is; null if nothing counts or there is no single verdict."),
    "headline": ("object", "Where the top comes from: rule or reviewers."),
    "review": ("object", "The state of review."),
    "assessments": ("array", "Every submitted assessment, in order."),
    "search": ("object", "The newest systematic search."),
    "suggestion": ("object", "What the rule suggests, with every step."),
    "studies": ("array", "The counted studies."),
    "evidence": ("array", "Every public item with its strength, its reasons and its use."),
    "withdrawn": ("array", "Items that once stood on the page, each with the reason."),
    "groups": ("array", "The rule on each outcome group alone."),
    "sources": ("object", "The public record of each cited source, by key."),
}  # fmt: skip


class Links(BaseModel):
    """Where to read more."""

    page: str = Field(description="Address of the page for people.")
    api: str = Field(description="Address where this API tells more.")


class Page(BaseModel):
    """One page of a list."""

    filters: list[str] = Field(description="The filters in words.")
    count: int = Field(description="How many there are on all pages.")
    page: int
    pages: int
    page_size: int
    as_of: str | None = Field(description="When the newest edition was published.", json_schema_extra={"format": "date-time"})  # fmt: skip
    next: str | None = Field(description="Address of the next page.")
    previous: str | None = Field(description="Address of the page before.")


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = Field(description="What to do about it.")
    instance: str = Field(description="The path that was asked for.")


def row_model(name: str, called: str, base=BaseModel, **more):
    """Return the model of a row of the table `name`, with `more` fields behind its columns."""
    table = tables()[name]
    columns = {column.name: _field(column, column.name in table.key) for column in table.columns}
    return create_model(called, __base__=base, __doc__=table.description, **columns, **more)


def _field(column, is_key):
    kind = KINDS[column.type]
    extra = {"format": FORMATS[column.type]} if column.type in FORMATS else {}
    if column.values:
        extra["enum"] = [*column.values, *([] if is_key else [None])]
    told = Field(description=column.description, json_schema_extra=extra or None)
    return (kind if is_key else kind | None, told)


def page_model(row):
    """Return the model of a page of such rows."""
    return create_model(f"PageOf{row.__name__}", __base__=Page, results=(list[row], ...))


def values(table: str, row: Any, **links: str) -> dict:
    """Return a row of a table with its links."""
    return tables()[table].values(row) | {"links": links}


Document = Annotated[
    dict[str, Any],
    WithJsonSchema(
        {
            "title": "Document",
            "type": "object",
            "description": "An edition as it was published; docs/documents.md says what each part holds.",
            "required": list(DOCUMENT_KEYS),
            "properties": {
                name: {"type": kind, "description": words}
                for name, (kind, words) in DOCUMENT_KEYS.items()
            },
        }
    ),
]
Record = Annotated[dict[str, Any], WithJsonSchema({"type": "object", "title": "Record"})]

ClaimRow = row_model("claims", "Claim", links=(Links, ...))
EvidenceRow = row_model("evidence", "Evidence", links=(Links, ...))
SourceRow = row_model("sources", "Source", links=(Links, ...))
MechanismRow = row_model("mechanisms", "Mechanism", links=(Links, ...))
EditionRow = row_model("editions", "Edition", links=(Links, ...))


class EditionInFull(EditionRow):
    """An edition with its document."""

    is_current: bool = Field(description="Whether it is the newest of its claim.")
    document: Document


class Cited(BaseModel):
    """A claim that cites a source."""

    claim: str
    statement: str
    edition: int
    verdict: str
    is_deciding: bool = Field(description="Whether a study of this source decides what the rule suggests.")  # fmt: skip
    evidence: list[str] = Field(description="Its results on the claim, by id.")
    links: Links


class SourceInFull(SourceRow):
    """A source with its whole public record and what cites it."""

    record: Record = Field(description="The public record as documents hold it.")
    cited_by: list[Cited]


class Change(EditionRow):
    """An edition that changed verdict, certainty or review; the first of a claim has nothing before it."""

    verdict_before: str | None
    certainty_before: str | None
    review_state_before: str | None


class Found(BaseModel):
    """Something that a search found."""

    kind: str = Field(description="claim, evidence or source.")
    title: str
    excerpt: str = Field(description="The stretch of its text with most of the words.")
    claim: str | None = Field(description="Slug of the claim.")
    source: str | None = Field(description="Key of the source.")
    evidence: str | None = Field(description="Id of the result.")
    links: Links


class FoundPage(Page):
    nearest: str | None = Field(description="A query with results, where this one has none.")
    results: list[Found]


class Term(BaseModel):
    """A code with its words."""

    code: str
    label: str
    definition: str | None
    symbol: str | None


class Enumeration(BaseModel):
    """All codes of one kind."""

    name: str
    terms: list[Term]


class Vocabulary(BaseModel):
    enumerations: list[Enumeration]


class Counts(BaseModel):
    """How much there is."""

    mechanisms: int
    claims: int
    evidence: int
    sources: int
    editions: int
    changes: int


class Statement(BaseModel):
    """What this base is and how far it goes."""

    title: str
    version: str
    rule: str | None = Field(description="Version of the rating rule of the newest edition.")
    as_of: str | None = Field(description="When the newest edition was published.", json_schema_extra={"format": "date-time"})  # fmt: skip
    counts: Counts
    links: Links


Slug = Annotated[str, Path(pattern=r"^[-a-zA-Z0-9_]+$", max_length=80)]
Number = Annotated[int, Path(ge=1, le=999_999_999)]
