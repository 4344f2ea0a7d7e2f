"""Links to the files of one thing, in every format there is."""

from django import template
from django.urls import reverse

from claims.exports.file_formats import file_formats

register = template.Library()


@register.simple_tag
def files_of(view, *place):
    """{% files_of "source_file" record.key as formats %}: the label and the address of each."""
    return [
        {"label": one.label, "address": reverse(view, args=[*place, one.suffix])}
        for one in file_formats().values()
    ]
