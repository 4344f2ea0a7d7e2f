"""What a model says about the values of one record: their types, their ranges, their rules."""

from functools import reduce
from operator import and_

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

PYTHON_TYPES = {
    models.BooleanField: (bool, "true or false"),
    models.IntegerField: (int, "a whole number"),
    models.DecimalField: ((int, float), "a number"),
    models.CharField: (str, "a text"),
    models.TextField: (str, "a text"),
    models.JSONField: (list, "a list"),
}
SHOWN = 60


def shown(value):
    """Return a value from a file as a message may hold it: on one line, and short."""
    words = "null" if value is None else repr(value)
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def problems_of_values(model, fields):
    """Return what is wrong with the values of a new row of `model`, each with its remedy in words."""
    return list(_types(model, fields)) or list(model_problems(model, fields))


def _types(model, fields):
    for name, value in fields.items():
        column = model._meta.get_field(name)
        kinds = [kind for base, kind in PYTHON_TYPES.items() if isinstance(column, base)]
        for kind, words in kinds[:1]:
            if not _fits(column, value, kind):
                yield f"{name}: {shown(value)} is not {words}{_or_null(column, kind)}"
            elif value is not None:
                yield from _range(column, value)


def _fits(column, value, kind):
    if value is None:
        return column.null
    return isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool)


def _or_null(column, kind):
    return " or null" if column.null or (column.blank and kind is str) else ""


def _range(column, value):
    """The range that holds on every engine: SQLite alone would take any number."""
    low, high = BaseDatabaseOperations.integer_field_ranges.get(
        column.get_internal_type(), (value, value)
    )
    if not low <= value <= high:
        yield f"{column.name}: {shown(value)} is not between {low} and {high}"


def model_problems(model, fields):
    """Yield what the validators and the constraints of `model` say."""
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
    # A new row points at no other one, so what a constraint says of that is known.
    known = given | {
        column.name for column in model._meta.fields if column.null and column.is_relation
    }
    return [
        constraint
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
        and not constraint.name.endswith(("_known", "_is_number"))
        and _columns(constraint.condition) <= known
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
