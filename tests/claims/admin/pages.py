"""Reading admin pages as a browser would."""

import re

from django.forms import CheckboxInput


def text(response):
    """Return the words of a page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def errors(response):
    return dict(response.context["adminform"].form.errors)


def shown(client, address, **changes):
    """Return what the form at `address` sends, with `changes`; a None is left out."""
    context = client.get(address).context
    form = context["adminform"].form
    sent = {name: sent_value(form[name]) for name in form.fields}
    for inline in context["inline_admin_formsets"]:
        management = inline.formset.management_form
        sent |= {
            management.add_prefix(name): management[name].value() for name in management.fields
        }
        for row in inline.formset.initial_forms:
            sent[row.add_prefix("id")] = row.instance.pk
    return {name: value for name, value in (sent | changes).items() if value is not None}


def sent_value(field):
    value = field.value()
    if isinstance(field.field.widget, CheckboxInput):
        return "on" if value else None
    return "" if value is None else value
