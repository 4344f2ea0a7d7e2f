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
from claims.views.exported import rows_taken
from claims.views.filters import select
from claims.views.list_export import address_of, links, list_answer, wanted
from claims.views.list_tables import OVERDUE

COLUMNS = ("slug", "statement", "position", "verdict", "review_state")
DATES = ("edited_at", "reviewed_on", "searched_on")


@dataclass(frozen=True)
class Late:
    """Why one claim waits, and since when; without a day it has waited always."""

    row: object
    since: object
    reason: str


@dataclass(frozen=True)
class Waiting:
    """One claim with everything that it waits for: of reviewers, and of a search."""

    row: object
    review: tuple[Late, ...]
    search: tuple[Late, ...]

    @property
    def verdict(self):
        return vocabulary.headline(self.row.verdict)

    @property
    def place(self):
        """What has waited longest stands first, then what stands first in the article."""
        since = [late.since.toordinal() if late.since else 0 for late in self.review + self.search]
        return sorted(since), self.row.position


def overdue(request):
    want = wanted(request, cites=False)
    select(want.query, ())
    rows = list(Edition.objects.current().only(*COLUMNS, *DATES))
    today = localdate()
    late = waiting(rows, today)
    if want.format:
        taken = rows_taken(f"overdue on {today}", OVERDUE, late, address_of(request, want.query))
        return list_answer(request, want, taken, name="overdue")
    context = {
        "groups": groups(rows, today),
        "waiting": late,
        "claims": len(rows),
        "formats": links(request, cites=False),
    }
    return render(request, "claims/overdue.html", context)


def groups(rows, today):
    """Return the three kinds of what is overdue, each with what is late of that kind."""
    kinds = {
        "Without two reviews": map(_unreviewed, rows),
        "Out of date": map(_stale, rows),
        "Not searched for in the last twelve months": (_unsearched(row, today) for row in rows),
    }
    return [(label, [late for late in found if late]) for label, found in kinds.items()]


def waiting(rows, today):
    """Return each claim that waits for anything, once, the longest waiting first."""
    found = [
        Waiting(row, _told(_unreviewed(row), _stale(row)), _told(_unsearched(row, today)))
        for row in rows
    ]
    return sorted((one for one in found if one.review or one.search), key=attrgetter("place"))


def _told(*reasons):
    return tuple(late for late in reasons if late)


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
