"""Recording a literature search, and withdrawing a wrong record."""

import datetime

import pytest
from django.utils import timezone

from claims import searches
from claims.models import SearchRecord
from claims.refusals import NoReason, NotAllowed, OutOfTurn, WrongDay

WHY = "The numbers belong to another claim."


def search_of(claim, **fields):
    given = {
        "databases": ["MEDLINE", "PsycINFO"],
        "query": "microdos* AND (lsd OR psilocybin)",
        "searched_on": datetime.date(2026, 11, 3),
        "found": 412,
        "screened": 412,
        "included": 7,
        "searched_by": "Rosa Example",
    } | fields
    return SearchRecord(claim=claim, **given)


@pytest.fixture
def search(claim, editor):
    return searches.record(search=search_of(claim), by=editor)


def test_record_notes_who_and_when(search, editor):
    stored = SearchRecord.objects.get()
    assert stored.recorded_by == editor
    assert stored.recorded_at == search.recorded_at


def test_record_is_for_those_who_may(claim, stranger):
    with pytest.raises(NotAllowed, match="ask for a role"):
        searches.record(search=search_of(claim), by=stranger)
    assert not SearchRecord.objects.exists()


def test_record_refuses_a_day_to_come(claim, editor):
    tomorrow = timezone.now().date() + datetime.timedelta(days=1)
    with pytest.raises(WrongDay, match="give the day on which it was made"):
        searches.record(search=search_of(claim, searched_on=tomorrow), by=editor)


def test_record_takes_a_search_of_today(claim, editor):
    today = timezone.now().date()
    assert searches.record(search=search_of(claim, searched_on=today), by=editor).pk


def test_withdraw_keeps_the_row_with_its_reason(search, reviewer):
    searches.withdraw(search=search, by=reviewer, reason=f"  {WHY} ")
    stored = SearchRecord.objects.get()
    assert (stored.withdrawn_by, stored.withdrawn_reason) == (reviewer, WHY)
    assert not SearchRecord.objects.standing().exists()


def test_withdraw_is_not_for_editors(search, editor):
    with pytest.raises(NotAllowed):
        searches.withdraw(search=search, by=editor, reason=WHY)


@pytest.mark.parametrize("reason", ["", "  Too short  ", "x" * 501])
def test_withdraw_needs_a_reason_of_some_length(search, reviewer, reason):
    with pytest.raises(NoReason, match="10 to 500 characters"):
        searches.withdraw(search=search, by=reviewer, reason=reason)


def test_withdraw_happens_once(search, reviewer):
    searches.withdraw(search=search, by=reviewer, reason=WHY)
    with pytest.raises(OutOfTurn, match="record a new one"):
        searches.withdraw(search=search, by=reviewer, reason=WHY)


def test_readers_see_the_search_until_it_is_withdrawn(claim, search, reviewer):
    searches.withdraw(search=search, by=reviewer, reason=WHY)
    newest, before = claim.editions.order_by("-number")[:2]
    assert before.document["search"]["on"] == "2026-11-03"
    assert newest.document["search"]["on"] is None
    assert WHY in newest.cause
