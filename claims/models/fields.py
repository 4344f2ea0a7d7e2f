"""Kinds of column and constraint that an evidence item has many of."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import CheckConstraint, Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

from microdose_kb.prose import validate_prose

# Not \d and $: SQLite would take other scripts' digits, and a line end after them.
NUMERAL = r"^-?[0-9]{1,12}(\.[0-9]{1,12})?\Z"


def choice(terms, help_text="", *, blank=False, **options):
    length = max(len(value) for value in terms.values())
    return models.CharField(
        max_length=length, choices=terms.choices(), blank=blank, help_text=help_text, **options
    )


def numeral(help_text, **options):
    """A number as the source prints it, so that its precision is kept."""
    return models.CharField(
        max_length=26,
        blank=True,
        validators=[RegexValidator(NUMERAL, "Write a plain number such as -0.34 or 44.")],
        help_text=help_text,
        **options,
    )


def prose(help_text, **options):
    return models.TextField(validators=[validate_prose], help_text=help_text, **options)


def numeral_known(field):
    return CheckConstraint(
        condition=Q(**{field: ""}) | Q(**{f"{field}__regex": NUMERAL}),
        name=f"%(app_label)s_%(class)s_{field}_is_number",
        violation_error_message="Write a plain number such as -0.34 or 44.",
    )


def needs(condition, field, message, *, length=1):
    """Return a constraint that `field` holds at least `length` characters when `condition`."""
    return CheckConstraint(
        condition=~condition | GreaterThanOrEqual(Length(field), length),
        name=f"%(app_label)s_%(class)s_{field}_given",
        violation_error_message=message,
    )
