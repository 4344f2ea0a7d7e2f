"""Form fields for lists that people type as lines or between commas."""

from django import forms
from django.core.exceptions import ValidationError

from microdose_kb.tagging import check_name, names_in_order

PK_LENGTH = 18


class Lines(forms.CharField):
    """A list with one entry a line; subclasses read and write entries that are no plain texts."""

    widget = forms.Textarea(attrs={"rows": 6, "cols": 80})

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value):
        if isinstance(value, list | tuple):
            return "\n".join(self.write(entry) for entry in value)
        return value

    def to_python(self, value):
        lines = [line.strip() for line in super().to_python(value).splitlines()]
        return [self.read(line) for line in lines if line]

    def has_changed(self, initial, data):
        lines = [line.strip() for line in (data or "").splitlines()]
        return [line for line in lines if line] != [self.write(entry) for entry in initial or []]

    def write(self, entry):
        return entry

    def read(self, line):
        return line


class TagNames(forms.CharField):
    """Tags between commas, in the order in which they are typed."""

    widget = forms.TextInput(attrs={"class": "vTextField"})

    def __init__(self, **kwargs):
        help_text = (
            "Between commas, in the order in which they are shown: mood, placebo-controlled."
        )
        super().__init__(required=False, help_text=help_text, **kwargs)

    def prepare_value(self, value):
        return value if isinstance(value, str) else ", ".join(value or [])

    def to_python(self, value):
        names = [name.strip() for name in super().to_python(value).split(",")]
        first = {}
        for name in filter(None, names):
            first.setdefault(name.casefold(), name)
        return list(first.values())

    def validate(self, value):
        for name in value:
            check_name(name)

    def run_validators(self, value):
        for name in value:
            super().run_validators(name)

    def has_changed(self, initial, data):
        return self.to_python(data) != (initial or [])


class Rows(forms.ModelMultipleChoiceField):
    """Several rows; SQLite stumbles over a number that is too long to be one."""

    def clean(self, value):
        if too_long := [pk for pk in value or () if len(pk) > PK_LENGTH]:
            raise ValidationError(
                self.error_messages["invalid_choice"], "invalid_choice", {"value": too_long[0][:60]}
            )
        return super().clean(value)


def tags_of(row):
    """Return the names of the row's tags as the form field begins."""
    return names_in_order(type(row), [row.pk])[row.pk] if row.pk else []
