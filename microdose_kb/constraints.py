"""Constraints that several models share, so that a rule reads the same wherever it is kept."""

from django.db.models import CheckConstraint, Q


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
