"""What became of a row since somebody opened its form, field by field and in words."""

from os.path import commonprefix

from django.utils.text import Truncator, capfirst

LONGEST = 80
# How much stands before the first difference of two long texts.
LEAD = 20
ELSEWHERE = "No field differs from what you opened; compare its tags and lists."


def changes_since(row, seen_version):
    """Return one sentence for each field in which `row` differs from the version that was seen.

    An unknown version has none.
    """
    number = str(seen_version or "")
    if not (number.isdecimal() and len(number) < 10):
        return []
    seen = row.history.filter(version=int(number)).order_by("history_id").last()
    if seen is None:
        return []
    return list(_sentences(row, seen)) or [ELSEWHERE]


def _sentences(row, seen):
    for field in seen.tracked_fields:
        # Of what deeds stamp, only the state and its like are told.
        if not (field.editable or field.choices):
            continue
        old, new = getattr(seen, field.attname), getattr(row, field.attname)
        if old != new:
            old, new = shortened(_words(field, old), _words(field, new))
            yield f"{capfirst(field.verbose_name)}: was {old}, is now {new}."


def _words(field, value):
    if value in (None, "", []):
        return "(empty)"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.related_model:
        return str(field.related_model._default_manager.filter(pk=value).first())
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(dict(field.flatchoices).get(value, value))


def shortened(old, new):
    """Cut two long texts to where they begin to differ."""
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    start = max(0, len(commonprefix([old, new])) - LEAD)
    return tuple(
        ("…" if start else "") + Truncator(text[start:]).chars(LONGEST) for text in (old, new)
    )
