"""Pairs of sources in the corpus files: two that became one, and two that are told apart.

The record of the kept source lists the keys of those merged into it; of two told apart, the first by key
says of the other why.
"""

from django.core.exceptions import ValidationError

from claims.corpus_values import shown
from sources.intake.library import NoReason
from sources.intake.merging import check_reason
from sources.models import Source, ToldApart

MERGED, TOLD_APART = "merged", "told_apart"
PAIR_KEYS = ("key", "reason")


def problems_of(row):
    """Yield what is wrong with the pairs of a source record."""
    yield from _problems_of_merged(row.get(MERGED, []), row["key"])
    yield from _problems_of_told_apart(row.get(TOLD_APART, []), row["key"])


def _problems_of_merged(keys, own):
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        yield f"{MERGED}: must be a list of keys; without one leave it out"
        return
    for key in keys:
        yield from _wrong(Source, "key", key, MERGED)
    if own in keys:
        yield f"{MERGED}: {shown(own)} is the source itself; remove it"


def _problems_of_told_apart(pairs, own):
    is_list = isinstance(pairs, list) and all(map(_is_pair, pairs))
    if not is_list:
        yield f"{TOLD_APART}: must be a list of objects with the texts {' and '.join(PAIR_KEYS)}"
        return
    for pair in pairs:
        yield from _wrong(ToldApart, "reason", pair["reason"], TOLD_APART)
        yield from _too_short(pair["reason"])
    if any(pair["key"] == own for pair in pairs):
        yield f"{TOLD_APART}: {shown(own)} is the source itself; remove it"


def _is_pair(pair):
    is_whole = isinstance(pair, dict) and set(pair) == set(PAIR_KEYS)
    return is_whole and all(isinstance(text, str) for text in pair.values())


def _wrong(model, field, value, name):
    try:
        model._meta.get_field(field).clean(value, None)
    except ValidationError as error:
        yield f"{name}: {shown(value)}: {' '.join(error.messages)}"


def _too_short(reason):
    try:
        check_reason(reason)
    except NoReason as refusal:
        yield f"{TOLD_APART}: {shown(reason)}: {refusal}"


def stored_pairs():
    """Return {key: {"merged": […], "told_apart": […]}} of the library, as the records have them."""
    found = {}
    for key, kept in _merged():
        found.setdefault(kept, {}).setdefault(MERGED, []).append(key)
    for (key, other), reason in sorted(reasons_told_apart(ToldApart.objects.all()).items()):
        told = {"key": other, "reason": reason}
        found.setdefault(key, {}).setdefault(TOLD_APART, []).append(told)
    return found


def _merged():
    rows = Source.objects.filter(merged_into__isnull=False).order_by("key")
    return rows.values_list("key", "merged_into__key")


def reasons_told_apart(pairs):
    """Return {(key, other): reason} of what the pairs are now; of two that became one pair, the newest."""
    reasons = {}
    for pair in pairs.select_related("one__merged_into", "other__merged_into"):
        keys = {(end.merged_into or end).key for end in (pair.one, pair.other)}
        if len(keys) == 2:
            reasons.setdefault(tuple(sorted(keys)), pair.reason)
    return reasons
