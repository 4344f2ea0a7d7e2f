"""Reading a query string strictly: what is not understood is refused with the remedy, never ignored."""

import datetime
import re

from django.core.exceptions import BadRequest

LONGEST_QUOTED = 40


def only(request, *names):
    """Raise BadRequest unless every parameter is one of `names`, given once."""
    allowed = " and ".join(names) or "no parameters"
    for name, values in request.GET.lists():
        if name not in names:
            raise BadRequest(
                f"“{name[:LONGEST_QUOTED]}” means nothing here; this page knows {allowed}."
            )
        if len(values) > 1:
            raise BadRequest(f"Give “{name}” once.")


def one_of(request, name, values):
    """Return the parameter, the first of `values` if it is absent."""
    value = request.GET.get(name, values[0])
    if value not in values:
        raise BadRequest(f"“{name}” is one of {', '.join(values)}.")
    return value


def day(request, name):
    """Return the parameter as a date, or None if it is absent."""
    text = request.GET.get(name)
    if text is None:
        return None
    refusal = BadRequest(f"“{name}” is a date such as 2026-03-01.")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise refusal
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise refusal from error
