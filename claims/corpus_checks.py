"""What is wrong with one record of a corpus file: its keys, its types, its values."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models

from claims import corpus_notices, corpus_pairs, records
from claims.corpus_values import problems_of_values, shown
from claims.models import Claim, Evidence, Mechanism
from microdose_kb.tagging import check_name
from sources import records as source_records
from sources.models import Source
from sources.validators import CONTROL
from sources.vocabulary import Substance


@dataclass(frozen=True)
class Shape:
    """How the records of one file are built, and the model that checks their values."""

    model: type[models.Model]
    keys: tuple[str, ...]
    optional: tuple[str, ...]
    fields: object
    name: object


def _evidence_name(record):
    return " / ".join(str(record.get(key)) for key in ("claim", "source", "outcome"))


SHAPES = {
    "mechanisms": Shape(
        Mechanism,
        records.MECHANISM_KEYS,
        (),
        records.mechanism_fields,
        lambda r: str(r.get("slug")),
    ),
    "claims": Shape(
        Claim,
        records.CLAIM_KEYS,
        tuple(records.CLAIM_OPTIONAL),
        records.claim_fields,
        lambda r: str(r.get("slug")),
    ),
    "sources": Shape(
        Source,
        source_records.KEYS,
        (*source_records.OPTIONAL_KEYS, "notices", corpus_pairs.MERGED, corpus_pairs.TOLD_APART),
        source_records.model_fields,
        lambda r: str(r.get("key")),
    ),
    "evidence": Shape(
        Evidence,
        records.EVIDENCE_KEYS,
        tuple(records.EVIDENCE_OPTIONAL),
        records.evidence_fields,
        _evidence_name,
    ),
}
# Objects and lists inside a record: their keys, or None for a list of texts.
NESTED = {
    ("claims", "target"): (records.TARGET_KEYS, ()),
    ("sources", "review"): (source_records.REVIEW_FIELDS, source_records.OPTIONAL_REVIEW_KEYS),
    ("evidence", "effect"): (tuple(records.EFFECT), ()),
}
NULLABLE = {("sources", "review"), ("evidence", "effect")}
LISTS_OF_TEXTS = {"tags", "substances", "checked"}


def problems_of(name: str, row: dict) -> Iterable[str]:
    """Return what is wrong with a record of the file `name`, each with its remedy in words."""
    return list(_check_keys(name, row)) or list(_check_values(name, row))


def _check_keys(name, row):
    shape = SHAPES[name]
    yield from _compare_keys(row, shape.keys, shape.optional, "")
    for (file, key), (needed, optional) in NESTED.items():
        if file == name and key in row:
            yield from _check_nested(row[key], key, needed, optional, (file, key) in NULLABLE)


def _check_nested(value, key, needed, optional, nullable):
    if isinstance(value, dict):
        yield from _compare_keys(value, needed, optional, f"{key}.")
    elif not (value is None and nullable):
        yield f"{key}: must be an object{' or null' if nullable else ''}"


def _compare_keys(row, needed, optional, prefix):
    for key in sorted(set(needed) - set(row)):
        yield f"{prefix}{key}: missing; write null if it is not known"
    for key in sorted(set(row) - set(needed) - set(optional)):
        yield f"{prefix}{key}: unknown key; remove it or correct its spelling"


def _check_values(name, row):
    """Yield what is wrong with a record whose keys are right."""
    wrong = [*_control_characters(row), *_lists(row), *_special(name, row)]
    shape = SHAPES[name]
    yield from wrong or problems_of_values(shape.model, shape.fields(row))


def _control_characters(row):
    others = {key: value for key, value in row.items() if key not in ("tags", "notices")}
    for key, text in _texts("", others):
        # Ends of line in prose may be those of Windows.
        if CONTROL.search(text.replace("\r", "")):
            yield f"{key}: Remove the control characters; plain text only."


def _texts(key, value):
    """Yield (key, text) of every text in a record, however deep."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(key, one)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(f"{key}.{name}".strip("."), one)


def _lists(row):
    for key in sorted(LISTS_OF_TEXTS & set(row)):
        texts = row[key]
        if not isinstance(texts, list) or not all(isinstance(t, str) and t for t in texts):
            yield f"{key}: must be a list of texts"
        elif key != "checked":
            yield from LISTS_OF_NAMES[key](texts)


def _tags(tags):
    if len({tag.lower() for tag in tags}) != len(tags):
        yield "tags: one stands twice; keep one"
    for tag in tags:
        if "," in tag:
            yield f"tags: {shown(tag)} are two; write each by itself"
        try:
            check_name(tag)
        except ValidationError as error:
            yield f"tags: {error.messages[0]}"


def _substances(codes):
    for code in codes:
        if code not in Substance.values:
            yield f"substances: {shown(code)} is no code. Choose among {', '.join(Substance.values)}"


LISTS_OF_NAMES = {"tags": _tags, "substances": _substances}


def _special(name, row):
    if name == "claims" and not isinstance(row["mechanism"], str | None):
        yield f"mechanism: {shown(row['mechanism'])} is not a slug of mechanisms.json or null"
    if name == "sources":
        yield from corpus_notices.problems_of(row)
        yield from corpus_pairs.problems_of(row)
        yield from _includes((row["review"] or {}).get("includes", []))
        yield from _version_of(row.get(source_records.VERSION_OF, ""))
    if name == "evidence":
        yield from _evidence_references(row)
        yield from _effect(row["effect"] or {})


def _includes(keys):
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        yield "review.includes: must be a list of source keys"


def _version_of(key):
    if not isinstance(key, str):
        yield f"version_of: {shown(key)} is not a key of sources.json; without one leave it out"


def _evidence_references(row):
    for key in ("claim", "source"):
        if not isinstance(row[key], str):
            yield f"{key}: {shown(row[key])} is not a key of {key}s.json"


def _effect(effect):
    for key, value in effect.items():
        is_numeral = key not in ("measure", "note")
        kind = int | float if is_numeral else str
        if value is not None and (isinstance(value, bool) or not isinstance(value, kind)):
            words = "a number" if is_numeral else "a text"
            yield f"effect.{key}: {shown(value)} is not {words}; write null if it is not known"
