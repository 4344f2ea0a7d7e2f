"""Links to the files of one thing, in the formats of tables or of references."""

from django import template
from django.urls import reverse

from claims.exports.table_formats import table_formats
from sources.formats import formats

register = template.Library()
KINDS = {"tables": table_formats, "references": formats}


@register.simple_tag
def files_of(view, *place, kind, but=""):
    """{% files_of "source_file" record.key kind="tables" as formats %}: the label and the address of each.

    `but` is the suffix of a format that is linked elsewhere.
    """
    return [
        {"label": one.label, "address": reverse(view, args=[*place, one.suffix])}
        for one in KINDS[kind]().values()
        if one.suffix != but
    ]
