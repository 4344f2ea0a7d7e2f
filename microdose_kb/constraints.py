"""Constraints that several models share, and what a broken one means in words."""

import re
import sqlite3

from django.apps import apps
from django.db.models import CheckConstraint, Q

TWICE = "Somebody stored the same a moment ago; look for it in the list."
CONTRADICTS = (
    "The database refused this, because it contradicts something that is stored. Open the page"
    " again, compare, and repeat your change there."
)
POSTGRESQL_UNIQUE = "23505"
SQLITE_UNIQUE = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)


def enumerated(field, values, *, blank=False):
    """Return a constraint that `field` holds one of `values` (or nothing, if `blank`)."""
    allowed = [*values, *([""] if blank else [])]
    return CheckConstraint(
        condition=Q(**{f"{field}__in": allowed}),
        name=f"%(app_label)s_%(class)s_{field}_known",
        violation_error_message=f"Choose one of the listed values for {field.replace('_', ' ')}.",
    )


def paired(who, when):
    """Return a constraint that a person and a time are both given or both missing."""
    return CheckConstraint(
        condition=Q(**{f"{who}__isnull": True, f"{when}__isnull": True})
        | Q(**{f"{who}__isnull": False, f"{when}__isnull": False}),
        name=f"%(app_label)s_%(class)s_{who}_with_{when}",
        violation_error_message=f"{who} and {when} go together.",
    )


def in_words(error):
    """Return what an IntegrityError means: the words of the constraint that refused, if it has any."""
    if _is_unique_violation(error.__cause__):
        return TWICE
    named = set(re.findall(r"\w+", str(error)))
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name in named:
                return constraint.get_violation_error_message()
    return CONTRADICTS


def _is_unique_violation(cause):
    is_sqlite = getattr(cause, "sqlite_errorcode", None) in SQLITE_UNIQUE
    return is_sqlite or getattr(cause, "sqlstate", None) == POSTGRESQL_UNIQUE
