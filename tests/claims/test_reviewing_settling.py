"""A disagreement and its end: arbitration by a third person, or a consensus that both sign."""

import pytest

from claims import reviewing
from claims.refusals import NotThisPerson, OutOfTurn
from tests.claims.voices import OTHER_SIDE, document, state
from tests.people import make_assessment

pytestmark = pytest.mark.django_db


def test_disagreement_has_no_single_verdict(disagreed):
    shown = document(disagreed)
    assert (shown["verdict"]["code"], shown["certainty"]) == ("reviewers-disagree", None)


def test_third_person_arbitrates(disagreed, third):
    make_assessment(claim=disagreed, by=third, kind="arbitration", **OTHER_SIDE)
    assert (state(disagreed), document(disagreed)["verdict"]["code"]) == ("resolved", "contested")


def test_one_of_the_two_does_not_arbitrate(disagreed, reviewer):
    with pytest.raises(NotThisPerson, match="third person"):
        reviewing.begin(claim=disagreed, by=reviewer, kind="arbitration")


def test_nothing_is_arbitrated_without_disagreement(judged, third):
    with pytest.raises(OutOfTurn):
        reviewing.begin(claim=judged, by=third, kind="arbitration")


def test_consensus_counts_only_when_both_have_signed(disagreed, reviewer, second_reviewer):
    text = make_assessment(claim=disagreed, by=reviewer, kind="consensus", **OTHER_SIDE)
    before = state(disagreed)
    reviewing.sign(assessment=text, by=second_reviewer)
    assert (before, state(disagreed)) == ("disagreement", "resolved")


def test_third_person_signs_no_consensus(disagreed, reviewer, third):
    text = make_assessment(claim=disagreed, by=reviewer, kind="consensus", **OTHER_SIDE)
    with pytest.raises(NotThisPerson):
        reviewing.sign(assessment=text, by=third)


def test_nobody_signs_twice(disagreed, reviewer):
    text = make_assessment(claim=disagreed, by=reviewer, kind="consensus", **OTHER_SIDE)
    with pytest.raises(OutOfTurn, match="already"):
        reviewing.sign(assessment=text, by=reviewer)


def test_overtaken_consensus_is_not_signed(disagreed, reviewer, second_reviewer):
    text = make_assessment(claim=disagreed, by=reviewer, kind="consensus", **OTHER_SIDE)
    again = {"verdict": "supported", "certainty": "high"}
    make_assessment(claim=disagreed, by=second_reviewer, **again)
    with pytest.raises(OutOfTurn, match="anew"):
        reviewing.sign(assessment=text, by=second_reviewer)


def test_overtaken_consensus_is_called_so(disagreed, reviewer, second_reviewer):
    make_assessment(claim=disagreed, by=reviewer, kind="consensus", **OTHER_SIDE)
    again = {"verdict": "supported", "certainty": "high"}
    make_assessment(claim=disagreed, by=second_reviewer, **again)
    told = {one["kind"]["code"]: one["why_not"] for one in document(disagreed)["assessments"]}
    assert told["consensus"] == "Overtaken by a later assessment."
