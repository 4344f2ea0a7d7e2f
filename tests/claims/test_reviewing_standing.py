"""What readers get of reviewers: where the review stands, and what puts it out of date."""

import pytest

from claims import desk
from sources.intake import library
from tests.claims.voices import OTHER_SIDE, document, state
from tests.people import make_accepted, make_assessment, make_draft, make_source

pytestmark = pytest.mark.django_db


def test_one_assessment_is_one_reviewer(judged, reviewer):
    make_assessment(claim=judged, by=reviewer)
    assert state(judged) == "one-reviewer"


def test_two_alike_are_agreed(judged, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    make_assessment(claim=judged, by=second_reviewer)
    assert state(judged) == "agreed"


def test_agreed_verdict_is_the_headline(judged, reviewer, second_reviewer):
    for person in (reviewer, second_reviewer):
        make_assessment(claim=judged, by=person, **OTHER_SIDE)
    assert document(judged)["verdict"]["code"] == "contested"


def test_assessment_leaves_the_suggestion_alone(judged, reviewer):
    before = document(judged)["suggestion"]
    make_assessment(claim=judged, by=reviewer, **OTHER_SIDE)
    assert document(judged)["suggestion"] == before


def test_new_evidence_makes_it_stale_and_says_what(judged, editor, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    other = make_source(by=editor, key="jones2025trial", authors=[{"family": "Jones"}])
    make_accepted(claim=judged, source=other, by=editor, accepted_by=second_reviewer)
    review = document(judged)["review"]
    assert (review["code"], review["changes"][0]) == (
        "stale",
        "Added: Jones 2024, mood after a week.",
    )


def test_draft_evidence_makes_nothing_stale(judged, editor, reviewer):
    make_assessment(claim=judged, by=reviewer)
    make_draft(claim=judged, source=make_source(by=editor, key="b"), by=editor)
    assert state(judged) == "one-reviewer"


def test_withdrawn_item_is_named_with_its_reason(judged, accepted, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    desk.withdraw(evidence=accepted, by=second_reviewer, reason="Counted twice by mistake.")
    assert "Counted twice by mistake." in document(judged)["review"]["changes"][0]


def retract(source, by, kind="retraction"):
    library.record_notice(source=source, kind=kind, by=by, reason="Data could not be verified.")


def test_retraction_of_a_deciding_study_puts_the_claim_under_review(judged, source, editor):
    retract(source, editor)
    assert document(judged)["verdict"]["code"] == "under-review"


def test_reinstatement_reverses_a_retraction(judged, source, editor, reviewer):
    make_assessment(claim=judged, by=reviewer)
    before = document(judged)
    retract(source, editor)
    retract(source, editor, "reinstatement")
    after = document(judged)
    same = (
        "verdict",
        "certainty",
        "headline",
        "fingerprint",
        "suggestion",
        "review",
        "assessments",
    )
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


def test_new_look_after_a_retraction_ends_the_review(judged, source, editor, reviewer):
    retract(source, editor)
    make_assessment(claim=judged, by=reviewer)
    assert document(judged)["headline"] == {"kind": "reviewers", "fallen": []}


def test_correction_puts_nothing_under_review(judged, source, editor):
    retract(source, editor, "correction")
    assert document(judged)["headline"]["kind"] == "suggestion"
