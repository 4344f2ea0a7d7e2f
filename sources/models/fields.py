"""Columns and rules that the library's models share."""

from django.db import models
from django.db.models import Q, UniqueConstraint

from sources.validators import no_control_characters


def unique_where_present(field):
    return UniqueConstraint(
        fields=[field],
        condition=~Q(**{field: ""}),
        name=f"%(app_label)s_%(class)s_{field}_unique",
        violation_error_message=f"Another source has this {field.upper()}; edit that one instead.",
    )


def line(length, help_text, **options):
    """A one-line text; empty means that it is not known, and is shown so."""
    options.setdefault("validators", [no_control_characters])
    return models.CharField(max_length=length, blank=True, help_text=help_text, **options)
