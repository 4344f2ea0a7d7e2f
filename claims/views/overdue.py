"""The public list of what is overdue: claims without two reviews, out of date, or not searched for long."""

from dataclasses import dataclass
from operator import attrgetter

from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localdate

from claims.models import Edition
from claims.rating import vocabulary
from claims.rating.vocabulary import NoVerdict, ReviewState
from claims.views.dates import is_search_old
from claims.views.filters import refuse_parameters

COLUMNS = ("slug", "statement", "position", "verdict", "review_state")
DATES = ("edited_at", "reviewed_on", "searched_on")


@dataclass(frozen=True)
class Late:
    """One claim that waits, since when, and why; without a day it has waited always."""

    row: object
    since: object
    reason: str

    @property
    def verdict(self):
        return vocabulary.headline(self.row.verdict)


def overdue(request):
    refuse_parameters(request)
    rows = list(Edition.objects.current().only(*COLUMNS, *DATES))
    return render(request, "claims/overdue.html", {"groups": groups(rows, localdate())})


def groups(rows, today):
    """Return the three kinds of what is overdue, in each the claims that wait longest first."""
    return [
        {"slug": "reviews", "label": "Without two reviews", "claims": _sorted(map(_unreviewed, rows))},
        {"slug": "stale", "label": "Out of date", "claims": _sorted(map(_stale, rows))},
        {
            "slug": "searches",
            "label": "Not searched for in the last twelve months",
            "claims": _sorted(_unsearched(row, today) for row in rows),
        },
    ]  # fmt: skip


def _sorted(found):
    late = [one for one in found if one]
    by_place = sorted(late, key=attrgetter("row.position"))
    return sorted(by_place, key=lambda one: one.since.toordinal() if one.since else 0)


def _unreviewed(row):
    edited = row.edited_at.date()
    if row.review_state == ReviewState.NOT_REVIEWED:
        return Late(row, edited, f"Nobody has assessed it since {_words(edited)}.")
    if row.review_state == ReviewState.ONE_REVIEWER:
        told = f"One person assessed it, on {_words(row.reviewed_on)}; a second is missing."
        return Late(row, row.reviewed_on, told)
    return None


def _stale(row):
    if row.verdict == NoVerdict.UNDER_REVIEW:
        told = "A study that decided it was retracted, and nobody has looked again."
        return Late(row, row.edited_at.date(), told)
    if row.review_state == ReviewState.STALE:
        edited = _words(row.edited_at.date())
        told = f"Assessed on {_words(row.reviewed_on)}; what it rests on changed on {edited}."
        return Late(row, row.reviewed_on, told)
    return None


def _unsearched(row, today):
    if row.searched_on is None:
        return Late(row, None, "No systematic search is recorded.")
    if is_search_old(row.searched_on, today):
        return Late(row, row.searched_on, f"Last searched for on {_words(row.searched_on)}.")
    return None


def _words(day):
    return date_format(day, "j F Y")
