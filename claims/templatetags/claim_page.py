"""Filters of the claim page: addresses and names. None of them asks the database."""

import datetime

from django import template
from django.utils.formats import date_format

from claims.accepted_forms import public_name
from claims.exports import names
from claims.rating.wording import signed
from sources.citations import is_closed

register = template.Library()

register.filter("public_name", public_name)
register.filter("signed", signed)


@register.filter
def sentence(text):
    """{{ reference.authors|sentence }}: closed by one full stop, never by two."""
    return text if is_closed(text) else f"{text}."


@register.filter
def with_names(text, document):
    """The rule's words with the names of studies and sources for their keys."""
    return names.with_names(text, document)


@register.filter
def thousands(number):
    return f"{number:,}"


@register.filter
def absolute(request, path):
    """{{ request|absolute:edition.get_absolute_url }}: the address to cite."""
    return request.build_absolute_uri(path)


@register.filter
def in_words(day):
    """{{ assessment.on|in_words }}: a document's ISO date as readers write it."""
    return date_format(datetime.date.fromisoformat(day), "j F Y")
