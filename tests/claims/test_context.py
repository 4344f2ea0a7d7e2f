"""The navigation shows what the current editions name, and nothing of the desk."""

import pytest

from claims import argument
from claims.context import navigation
from claims.models import Claim, Mechanism
from tests.people import make_claim, make_keeper


def shown():
    return [(mechanism.slug, mechanism.name) for mechanism in navigation(None)["mechanisms"]]


@pytest.fixture
def mechanisms(db):
    keeper = make_keeper()
    rows = [
        Mechanism(slug=slug, order=order, name=slug.title(), summary="In short.")
        for order, slug in ((3, "sleep"), (1, "mood"), (2, "empty"))
    ]
    return {row.slug: argument.add_mechanism(mechanism=row, by=keeper) for row in rows}


@pytest.fixture
def claims(editor, mechanisms):
    for slug, order in (("sleep", 1), ("mood", 1), ("mood", 2)):
        make_claim(by=editor, slug=f"{slug}-{order}", order=order, mechanism=mechanisms[slug])


def test_mechanisms_with_a_claim_stand_in_order(claims):
    assert shown() == [("mood", "Mood"), ("sleep", "Sleep")]


def test_mechanism_that_lost_its_claim_leaves(claims, reviewer):
    claim = Claim.objects.get(slug="sleep-1")
    claim.mechanism = None
    argument.change_claim(claim=claim, by=reviewer, reason="It cuts across.")
    assert shown() == [("mood", "Mood")]


def test_row_that_no_deed_published_is_not_shown(claims):
    Mechanism.objects.update(name="Unpublished")
    assert shown() == [("mood", "Mood"), ("sleep", "Sleep")]


def test_navigation_asks_once_and_only_when_shown(claims, django_assert_num_queries):
    with django_assert_num_queries(0):
        context = navigation(None)
    with django_assert_num_queries(1):
        assert len(context["mechanisms"]) == 2
        assert context["mechanisms"][0].get_absolute_url() == "/mechanisms/mood/"
