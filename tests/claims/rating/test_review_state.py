"""The state of review: every case of the method, and what must hold for any set of assessments."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.rating.review_state import Judgement, counting, review_state
from claims.rating.vocabulary import Certainty, Verdict

CASES = json.loads(
    (Path(__file__).parents[2] / "data/method/review_cases.json").read_text(encoding="utf-8")
)["review_state"]


def judgement(reviewer="ann", verdict="possibly-supported", certainty="low", at=1, **fields):
    given = {"fingerprint": "F1", "kind": "independent"} | fields
    return Judgement(reviewer=reviewer, verdict=verdict, certainty=certainty, at=at, **given)


def state_of(*judgements, now="F1"):
    return review_state(judgements, now).state


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_review_state_matches_every_case(case):
    given = [
        Judgement(**one | {"signed_by": tuple(one.get("signed_by", ()))})
        for one in case["assessments"]
    ]
    standing = review_state(given, case["fingerprint_now"])
    found = {
        "state": standing.state.value,
        "stale": standing.stale,
        "verdict": standing.verdict,
        "certainty": standing.certainty,
    }
    assert found == case["expected"]


def test_author_of_a_deciding_study_does_not_count():
    assert state_of(judgement(is_author=True)) == "not-reviewed"


def test_two_steps_apart_is_disagreement():
    high = judgement("ben", "supported", "high", at=2)
    assert state_of(judgement(), high) == "disagreement"


def test_certainty_against_none_at_all_is_one_step():
    nothing = judgement("ben", "insufficient", None, at=2)
    assert state_of(judgement(verdict="insufficient", certainty="very-low"), nothing) == (
        "near-agreed"
    )


def test_consensus_signed_by_one_settles_nothing():
    other = judgement("ben", "contested", at=2)
    alone = judgement(verdict="contested", at=3, kind="consensus", signed_by=("ann",))
    assert state_of(judgement(), other, alone) == "disagreement"


def test_later_assessment_reopens_what_was_settled():
    other = judgement("ben", "contested", at=2)
    third = judgement("cat", "contested", at=3, kind="arbitration")
    again = judgement("ann", "possibly-supported", at=4)
    assert state_of(judgement(), other, third, again) == "disagreement"


def test_recused_arbitration_settles_nothing():
    other = judgement("ben", "contested", at=2)
    third = judgement("cat", "contested", at=3, kind="arbitration", recused=True)
    assert state_of(judgement(), other, third) == "disagreement"


def test_newest_assessment_of_a_person_counts():
    other = judgement("ben", at=2)
    changed = judgement("ann", "contested", at=3)
    assert state_of(judgement(), other, changed) == "disagreement"


def test_third_reviewer_must_agree_with_both():
    third = judgement("cat", "contested", at=3)
    assert state_of(judgement(), judgement("ben", at=2), third) == "disagreement"


def test_stale_says_what_stood_before():
    standing = review_state([judgement(), judgement("ben", at=2)], "F2")
    assert (standing.state, standing.before) == ("stale", "agreed")


def test_whoever_extracted_everything_is_the_one_reviewer_alone():
    assert state_of(judgement(extracted_all=True)) == "one-reviewer"


judgements = st.lists(
    st.builds(
        Judgement,
        reviewer=st.sampled_from(["ann", "ben", "cat"]),
        verdict=st.sampled_from(Verdict.values()),
        certainty=st.sampled_from([None, *Certainty.values()]),
        fingerprint=st.sampled_from(["F1", "F2"]),
        at=st.integers(0, 1000),
        kind=st.sampled_from(["independent", "consensus", "arbitration"]),
        recused=st.booleans(),
        extracted_all=st.booleans(),
        is_author=st.booleans(),
        signed_by=st.sampled_from([(), ("ann",), ("ann", "ben"), ("ann", "ben", "cat")]),
    ),
    max_size=7,
    unique_by=lambda one: one.at,
)


@given(judgements, st.randoms())
def test_order_of_rows_does_not_matter(given, chance):
    shuffled = chance.sample(given, len(given))
    assert review_state(shuffled, "F1") == review_state(given, "F1")


@given(judgements)
def test_reviewed_needs_two_people_who_may_count(given):
    standing = review_state(given, "F1")
    if standing.state in ("agreed", "near-agreed", "resolved"):
        people = {one.reviewer for one in given if one.may_count and one.fingerprint == "F1"}
        assert len(people) >= 2


@given(judgements)
def test_what_does_not_count_changes_nothing(given):
    assert review_state(counting(given), "F1") == review_state(given, "F1")


@given(judgements)
def test_disagreement_has_no_single_verdict(given):
    standing = review_state(given, "F1")
    if standing.state == "disagreement":
        assert (standing.verdict, standing.certainty) == (None, None)


@given(judgements)
def test_certainty_shown_is_no_higher_than_any_voice(given):
    standing = review_state(given, "F1")
    if standing.state in ("agreed", "near-agreed"):
        lowest = min(one.level for one in standing.voices)
        shown = Certainty(standing.certainty).level if standing.certainty else 0
        assert shown == lowest


@given(judgements)
def test_stale_says_what_stood_and_for_whom(given):
    standing = review_state(given, "F1")
    if standing.stale:
        assert standing.voices
        assert {one.fingerprint for one in standing.voices} == {"F2"}


@given(judgements)
def test_nothing_is_stale_that_somebody_who_counts_has_seen(given):
    if any(one.fingerprint == "F1" for one in counting(given)):
        assert not review_state(given, "F1").stale


def test_later_recusal_takes_back_what_was_said():
    recused = judgement("ann", at=3, recused=True)
    assert state_of(judgement("ann"), judgement("ben", at=2), recused) == "one-reviewer"


def test_recusal_needs_no_verdict():
    assert state_of(judgement(verdict="", recused=True)) == "not-reviewed"


def test_whoever_extracted_everything_does_not_arbitrate():
    other = judgement("ben", "contested", at=2)
    third = judgement("cat", "contested", at=3, kind="arbitration", extracted_all=True)
    assert state_of(judgement(), other, third) == "disagreement"


def test_arbitration_without_voices_makes_nothing_stale():
    alone = judgement("cat", kind="arbitration", fingerprint="F0")
    assert state_of(alone) == "not-reviewed"
