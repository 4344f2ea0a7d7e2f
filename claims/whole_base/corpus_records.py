"""Public documents to records of the corpus files; what is not in a document is not in them."""

from decimal import Decimal

from claims import records
from claims.corpus_notices import KEYS as NOTICE_KEYS
from claims.corpus_notices import go_without_saying
from claims.rating.strict_json import Numeral
from sources import records as source_records


def mechanism_record(edition):
    """Return the record of the mechanism of an edition's claim; its tags are nowhere public."""
    mechanism = edition.document["claim"]["mechanism"]
    return {key: mechanism[key] for key in ("slug", "order", "name", "summary")} | {"tags": []}


def claim_record(edition):
    claim = edition.document["claim"]
    groups = [{key: group[key] for key in ("slug", "name")} for group in claim["outcome_groups"]]
    given = claim | {
        "mechanism": claim["mechanism"] and claim["mechanism"]["slug"],
        "target": {key: claim["target"][key] for key in records.TARGET_KEYS},
        "tags": [tag["name"] for tag in claim["tags"]],
        "outcome_groups": groups,
    }
    return _record(given, records.CLAIM_KEYS, records.CLAIM_OPTIONAL)


def evidence_records(edition):
    """Yield the record of each public item of the edition."""
    for item in edition.document["evidence"]:
        given = item | {"claim": edition.slug, "effect": _effect(item["effect"])}
        yield _record(given, records.EVIDENCE_KEYS, records.EVIDENCE_OPTIONAL)


def _effect(effect):
    return effect and {key: _numeral(effect[key]) for key in records.EFFECT}


def _numeral(value):
    """Return a fraction as people write it: 0.00001 and not 1e-05, which the files refuse."""
    return Numeral(format(Decimal(repr(value)), "f")) if isinstance(value, float) else value


def source_record(record):
    """Return the corpus record of a source's public record."""
    names = [
        {part: author[part] for part in source_records.NAME_PARTS if part in author}
        for author in record["authors"]
    ]
    tags = [tag["name"] for tag in record["tags"]]
    given = record | {"authors": names, "review": _review(record["review"]), "tags": tags}
    found = _record(given, source_records.KEYS, source_records.OPTIONAL)
    notices = [{key: notice[key] for key in NOTICE_KEYS} for notice in record["notices"]]
    notices = source_records.in_order(notices)
    if article := record.get(source_records.VERSION_OF):
        found[source_records.VERSION_OF] = article["key"]
    return found if go_without_saying(notices, record["status"]) else found | {"notices": notices}


def _review(review):
    keys = (*source_records.REVIEW_FIELDS, *source_records.OPTIONAL_REVIEW_KEYS)
    return review and {key: review[key] for key in keys if key in review}


def named(record):
    """Return the keys of the sources that a public record names: inside a review, as a preprint's article."""
    inside = record["review"]["includes"] if record["review"] else []
    article = record.get(source_records.VERSION_OF)
    return [*inside, *([article["key"]] if article else [])]


def _record(given, keys, optional):
    """Return the keys in their order, with the optional ones that say more than their absence would."""
    known = {
        key: absent if given.get(key) is None else given[key] for key, absent in optional.items()
    }
    beyond = {key: value for key, value in known.items() if value != optional[key]}
    return {key: given[key] for key in keys} | beyond
