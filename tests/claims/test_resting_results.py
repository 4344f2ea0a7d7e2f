"""How many results rest on a source, as the library is told."""

import pytest

from claims import desk
from sources.resting import resting
from tests.people import make_claim, make_draft, make_source

pytestmark = pytest.mark.django_db


def test_results_and_claims_are_counted(claim, source, editor):
    other = make_claim(by=editor, slug="other", order=2)
    make_draft(claim=claim, source=source, by=editor, outcome="mood")
    make_draft(claim=claim, source=source, by=editor, outcome="sleep")
    make_draft(claim=other, source=source, by=editor)
    told = resting([source])[source.pk]
    assert (told.number, told.words) == (3, "3 results on 2 claims")


def test_declined_item_is_not_counted(claim, source, editor):
    draft = make_draft(claim=claim, source=source, by=editor)
    desk.set_aside(evidence=draft, by=editor, reason="Entered on the wrong claim.")
    assert resting([source])[source.pk].number == 0


def test_source_without_results_says_so(source):
    assert resting([source])[source.pk].words == "no results"


@pytest.mark.parametrize("number", [1, 3])
def test_all_sources_are_asked_in_one_query(number, editor, django_assert_num_queries):
    sources = [make_source(by=editor, key=f"key{place}") for place in range(number)]
    with django_assert_num_queries(1):
        assert len(resting(sources)) == number
