"""What is wrong with one record of a corpus file: its keys, its types, its values."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.core.exceptions import ValidationError
from django.db import models

from claims import records
from claims.models import Claim, Evidence, Mechanism
from sources import records as source_records
from sources.models import Source
from sources.vocabulary import NoticeKind, Status

NOTICE_KEYS = ("kind", "issued_on", "url", "reason")


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


def _mechanism_fields(record):
    return {key: record[key] for key in records.MECHANISM_KEYS if key != "tags"}


SHAPES = {
    "mechanisms": Shape(
        Mechanism, records.MECHANISM_KEYS, (), _mechanism_fields, lambda r: str(r.get("slug"))
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
        (*source_records.OPTIONAL_KEYS, "notices"),
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
    """Yield what the model says about a record whose keys are right."""
    wrong = [*_lists(row), *_special(name, row)]
    if wrong:
        yield from wrong
        return
    fields = SHAPES[name].fields(row)
    typed = list(_types(SHAPES[name].model, fields))
    yield from typed or _model_problems(SHAPES[name].model, fields)


def _lists(row):
    for key in sorted(LISTS_OF_TEXTS & set(row)):
        texts = row[key]
        if not isinstance(texts, list) or not all(isinstance(t, str) and t for t in texts):
            yield f"{key}: must be a list of texts"
        elif key == "tags" and len(set(texts)) != len(texts):
            yield "tags: one stands twice; keep one"


def _special(name, row):
    if name == "sources":
        yield from _source_status(row)
        includes = (row["review"] or {}).get("includes", [])
        if not isinstance(includes, list) or not all(isinstance(key, str) for key in includes):
            yield "review.includes: must be a list of source keys"
    if name == "evidence":
        yield from _effect_numbers(row["effect"] or {})


def _source_status(row):
    if row["status"] not in Status.values:
        yield f"status: {row['status']!r} is not one of {', '.join(Status.values)}"
    for notice in row.get("notices", []):
        if not isinstance(notice, dict) or set(notice) != set(NOTICE_KEYS):
            yield f"notices: each has the keys {', '.join(NOTICE_KEYS)}"
        elif notice["kind"] not in NoticeKind.values:
            yield f"notices: {notice['kind']!r} is not one of {', '.join(NoticeKind.values)}"


def _effect_numbers(effect):
    for key in ("estimate", "ci_low", "ci_high", "p"):
        value = effect.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            yield f"effect.{key}: {value!r} is not a number; write null if it is not known"


PYTHON_TYPES = {
    models.BooleanField: (bool, "true or false"),
    models.IntegerField: (int, "a whole number or null"),
    models.DecimalField: ((int, float), "a number or null"),
    models.CharField: (str, "a text or null"),
    models.TextField: (str, "a text or null"),
}


def _types(model, fields):
    for name, value in fields.items():
        column = model._meta.get_field(name)
        kinds = [kind for base, kind in PYTHON_TYPES.items() if isinstance(column, base)]
        for kind, words in kinds[:1]:
            is_empty = value is None and column.null
            is_flag = isinstance(value, bool) and kind is not bool
            if not is_empty and (is_flag or not isinstance(value, kind)):
                yield f"{name}: {value!r} is not {words}"


def _model_problems(model, fields):
    row = model(**fields)
    given = set(fields)
    others = {column.name for column in model._meta.fields} - given
    try:
        row.clean_fields(exclude=others)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            yield from (f"{name}: {message}" for message in messages)
        return
    constraints = _checks_beyond_single_values(model, given)
    if _message(_all_of(constraints), model, row):
        messages = (_message(constraint, model, row) for constraint in constraints)
        yield from filter(None, messages)


def _all_of(constraints):
    """Return the constraints as one, since each costs a query."""
    condition = reduce(and_, (constraint.condition for constraint in constraints), models.Q())
    return models.CheckConstraint(condition=condition, name="all")


def _message(constraint, model, row):
    try:
        constraint.validate(model, row)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _checks_beyond_single_values(model, given):
    """Return the check constraints that a corpus record can break and its fields alone do not show."""
    return [
        constraint
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
        and not constraint.name.endswith(("_known", "_is_number"))
        and _columns(constraint.condition) <= given
    ]


def _columns(condition):
    """Return the names of the fields that a constraint's condition speaks of."""
    if isinstance(condition, models.Q):
        return {name for child in condition.children for name in _columns(child)}
    if isinstance(condition, tuple):
        return {condition[0].split("__")[0]}
    return {
        expression.name for expression in condition.flatten() if isinstance(expression, models.F)
    }
