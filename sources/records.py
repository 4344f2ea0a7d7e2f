"""A source as a plain record, in the form of the corpus: what leaves the library and enters it."""

from sources import citations
from sources.intake.record import PRINTED
from sources.vocabulary import Status, Substance

REVIEW_FIELDS = (
    "review_of",
    "n_studies",
    "inconsistent_inside",
    "includes",
    "includes_checked",
    "overlap_group",
    "search_until",
)
KEYS = (
    "key",
    *PRINTED,
    "design",
    "species",
    "population",
    "sample_size",
    "substances",
    "dose_text",
    "dose_regime",
    "funding_note",
    "status",
    "study",
    "peer_reviewed",
    "review",
    "tags",
    "checked",
)
# The others are columns of the model under the same name.
NOT_COLUMNS = {"key", "substances", "status", "review", "tags"}
PLAIN_FIELDS = [key for key in KEYS if key not in NOT_COLUMNS]
NAME_PARTS = ("family", "given", "suffix", "literal")
# Absent in a record means this value.
OPTIONAL = {"coi_note": "", "data_note": "", "authors_in_order": True}
# The key of another record: of what this paper is an earlier version.
VERSION_OF = "version_of"
OPTIONAL_KEYS = (*OPTIONAL, VERSION_OF)
OPTIONAL_REVIEW_KEYS = ("included_rob",)


def to_record(source, *, tags, includes):
    """Return the corpus record of `source`; what is not known is None.

    `tags` are names and `includes` keys, given by the caller, who has loaded them in bulk, and
    `version_of` with the source.
    """
    record = {"key": source.key}
    record |= {name: _or_none(getattr(source, name)) for name in PLAIN_FIELDS}
    record["authors"] = [_name(author) for author in source.authors]
    record["substances"] = source.substance_list
    record["status"] = source.status
    record["review"] = _review(source, includes)
    record["tags"] = list(tags)
    ordered = {key: record[key] for key in KEYS}
    given = {name: getattr(source, name) for name in OPTIONAL}
    said = {name: value for name, value in given.items() if value != OPTIONAL[name]}
    return ordered | said | ({VERSION_OF: source.version_of.key} if source.version_of else {})


def _name(author):
    """Return the name with its parts in order, which PostgreSQL's JSON does not keep."""
    return {part: author[part] for part in NAME_PARTS if part in author}


def _review(source, includes):
    if not source.review_of:
        return None
    review = {name: _or_none(getattr(source, name)) for name in REVIEW_FIELDS if name != "includes"}
    review["includes"] = sorted(set(includes))
    ordered = {name: review[name] for name in REVIEW_FIELDS}
    if source.included_rob != "not-assessed":
        ordered["included_rob"] = source.included_rob
    return ordered


def _or_none(value):
    return None if value == "" else value


def model_fields(record):
    """Return the values of a Source's own columns from a corpus record."""
    fields = {"key": record["key"]}
    fields |= {name: _or_empty(name, record.get(name, absent)) for name, absent in OPTIONAL.items()}
    fields |= {name: _or_empty(name, record[name]) for name in PLAIN_FIELDS}
    fields["substances"] = ",".join(record["substances"])
    review = record["review"] or {}
    for name in (*REVIEW_FIELDS, *OPTIONAL_REVIEW_KEYS):
        if name != "includes" and name in review:
            fields[name] = _or_empty(name, review[name])
    return fields


# Columns that hold no text, so that what is not known there is not an empty one.
NOT_TEXTS = {
    *("year", "month", "day", "sample_size", "n_studies", "search_until"),
    *("authors", "checked"),
    *("authors_complete", "authors_in_order", "peer_reviewed"),
    *("inconsistent_inside", "includes_checked"),
}


def _or_empty(name, value):
    return "" if value is None and name not in NOT_TEXTS else value


def public_record(source):
    """Return what readers may see of a source: its record, its words and its reference.

    Needs `includes`, `notices` and `tags` prefetched, and `version_of` with it.
    """
    tags = sorted(source.tags.all(), key=lambda tag: tag.slug)
    record = to_record(
        source, tags=[tag.name for tag in tags], includes=[s.key for s in source.includes.all()]
    )
    return record | {
        # A review may name any paper of a study; what it holds is the study.
        "included_studies": sorted({paper.study for paper in source.includes.all()}),
        "retracted_inside": sorted(_retracted(source.includes.all())),
        "label": source.label,
        "reference": citations.vancouver(record),
        "tags": [{"slug": tag.slug, "name": tag.name} for tag in tags],
        **{name: _or_none(getattr(source, name)) for name in OPTIONAL},
        **_article(source),
        "words": _words(source),
        "notices": [
            notice_record(notice) | {"label": notice.get_kind_display()}
            for notice in source.notices.all()
        ],
    }


def _article(source):
    """Return of what an earlier version this is; nothing for most."""
    article = source.version_of
    return {VERSION_OF: {"key": article.key, "label": article.label}} if article else {}


def _retracted(papers):
    return {paper.study for paper in papers if paper.status == Status.RETRACTED}


def _words(source):
    """Return the labels of the codes, frozen with them."""
    fields = ("type", "design", "species", "dose_regime", "status", "review_of", "included_rob")
    words = {name: getattr(source, f"get_{name}_display")() for name in fields}
    words["substances"] = [Substance(code).label for code in source.substance_list]
    return words


def notice_record(notice):
    return {
        "kind": notice.kind,
        "issued_on": notice.issued_on and notice.issued_on.isoformat(),
        "url": _or_none(notice.url),
        "reason": _or_none(notice.reason),
    }


def in_order(notices):
    """Return notice records in the order in which they count.

    That is by date of issue; an undated one counts from the latest date recorded before it.
    """
    latest, placed = "", []
    for notice in notices:
        latest = max(latest, notice["issued_on"] or "")
        placed.append((notice["issued_on"] or latest, notice))
    return [notice for _, notice in sorted(placed, key=lambda pair: pair[0])]
