"""The deeds of reviewers on claims, and what readers get of them."""

import datetime

import pytest
import time_machine

from claims import desk, reviewing
from claims.models import Assessment, Immutable
from claims.refusals import (
    ChangedMeanwhile,
    Incomplete,
    InterestsTooOld,
    NotAllowed,
    NotThisPerson,
    OutOfTurn,
)
from sources.intake import library
from tests.people import (
    make_accepted,
    make_assessment,
    make_draft,
    make_profile,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db
OTHER_SIDE = {"verdict": "contested", "certainty": "low"}


@pytest.fixture
def item(claim, source, editor, reviewer):
    return make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


@pytest.fixture
def judged(item, claim):
    """A claim with one accepted item."""
    return claim


@pytest.fixture
def third(db):
    return make_user("tove", role="Reviewers", first_name="Tove", is_staff=True)


@pytest.fixture
def disagreed(judged, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    make_assessment(claim=judged, by=second_reviewer, **OTHER_SIDE)
    return judged


def document(claim):
    return claim.editions.current().get().document


def state(claim):
    return document(claim)["review"]["code"]


def begun(claim, by, **fields):
    """Return a complete draft that has not been submitted."""
    make_profile(by)
    draft = reviewing.begin(claim=claim, by=by)
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft


def submit(draft, by):
    return reviewing.submit(assessment=draft, by=by, seen=reviewing.current_edition(draft.claim))


def test_draft_changes_nothing_public(judged, reviewer):
    reviewing.begin(claim=judged, by=reviewer)
    assert judged.editions.count() == 2


def test_begun_assessment_goes_on(judged, reviewer):
    first = reviewing.begin(claim=judged, by=reviewer)
    assert reviewing.begin(claim=judged, by=reviewer) == first


def test_editor_may_not_assess(judged, editor):
    with pytest.raises(NotAllowed, match="reviewer"):
        reviewing.begin(claim=judged, by=editor)


def test_nobody_writes_in_somebody_elses_assessment(judged, reviewer, second_reviewer):
    draft = reviewing.begin(claim=judged, by=reviewer)
    with pytest.raises(NotAllowed):
        reviewing.keep(assessment=draft, by=second_reviewer)


def test_second_window_does_not_overwrite_the_first(judged, reviewer):
    draft = reviewing.begin(claim=judged, by=reviewer)
    reviewing.keep(assessment=Assessment.objects.get(pk=draft.pk), by=reviewer)
    with pytest.raises(ChangedMeanwhile):
        reviewing.keep(assessment=draft, by=reviewer)


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


def test_submitted_assessment_is_never_changed(judged, reviewer):
    done = make_assessment(claim=judged, by=reviewer)
    done.rationale = "Otherwise."
    with pytest.raises(Immutable):
        done.save()


def test_submitted_assessment_is_never_deleted(judged, reviewer):
    make_assessment(claim=judged, by=reviewer)
    with pytest.raises(Immutable):
        Assessment.objects.all().delete()


def test_new_assessment_supersedes_the_old_one(judged, reviewer):
    first = make_assessment(claim=judged, by=reviewer)
    second = make_assessment(claim=judged, by=reviewer, **OTHER_SIDE)
    assert second.supersedes == first


def test_incomplete_assessment_is_refused_field_by_field(judged, reviewer):
    draft = begun(judged, reviewer)
    with pytest.raises(Incomplete) as refused:
        submit(draft, reviewer)
    assert {"verdict", "interests", "risk_of_bias", "lay_sentence"} <= refused.value.problems.keys()


def test_refused_submission_leaves_no_trace(judged, reviewer):
    with pytest.raises(Incomplete):
        submit(begun(judged, reviewer), reviewer)
    assert not Assessment.objects.submitted().exists()


def test_departure_needs_forty_characters(judged, reviewer):
    with pytest.raises(Incomplete) as refused:
        make_assessment(claim=judged, by=reviewer, departure_reason="Because.", **OTHER_SIDE)
    assert list(refused.value.problems) == ["departure_reason"]


def test_wording_and_certainty_go_together(judged, reviewer):
    with pytest.raises(Incomplete) as refused:
        make_assessment(claim=judged, by=reviewer, verdict="supported", certainty="low")
    assert "high certainty" in refused.value.problems["certainty"]


def test_recusal_needs_only_the_interests(judged, reviewer):
    submit(begun(judged, reviewer, recused=True, interests="I sell it."), reviewer)
    assert document(judged)["assessments"][0]["why_not"] == "Recused."


def test_author_of_a_deciding_study_must_recuse(judged, reviewer):
    with pytest.raises(Incomplete) as refused:
        make_assessment(claim=judged, by=reviewer, authored=["smith2024trial"])
    assert list(refused.value.problems) == ["recused"]


def test_namesake_of_an_author_is_asked(judged):
    ada = make_user("ada", role="Reviewers", first_name="Ada", last_name="Smith", is_staff=True)
    with pytest.raises(Incomplete) as refused:
        make_assessment(claim=judged, by=ada)
    assert list(refused.value.problems) == ["is_namesake"]


def test_namesake_who_says_so_may_assess(judged):
    ada = make_user("ada", role="Reviewers", first_name="Ada", last_name="Smith", is_staff=True)
    make_assessment(claim=judged, by=ada, is_namesake=True)
    assert state(judged) == "one-reviewer"


def test_whoever_had_a_hand_in_everything_is_no_second_person(
    claim, source, reviewer, second_reviewer
):
    make_accepted(claim=claim, source=source, by=reviewer, accepted_by=second_reviewer)
    make_assessment(claim=claim, by=reviewer)
    make_assessment(claim=claim, by=second_reviewer)
    assert state(claim) == "one-reviewer"


def test_interests_older_than_a_year_are_renewed_first(judged, reviewer):
    with time_machine.travel(datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)):
        make_profile(reviewer)
    with pytest.raises(InterestsTooOld, match="My profile"):
        make_assessment(claim=judged, by=reviewer)


def test_evidence_changed_meanwhile_is_said(judged, editor, reviewer, second_reviewer):
    draft, seen = begun(judged, reviewer), reviewing.current_edition(judged)
    other = make_source(by=editor, key="jones2025trial")
    make_accepted(claim=judged, source=other, by=editor, accepted_by=second_reviewer)
    with pytest.raises(ChangedMeanwhile, match="edition 2"):
        reviewing.submit(assessment=draft, by=reviewer, seen=seen)


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


def test_withdrawn_item_is_named_with_its_reason(judged, item, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    desk.withdraw(evidence=item, by=second_reviewer, reason="Counted twice by mistake.")
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


def test_submission_names_its_author_as_cause(judged, reviewer):
    make_assessment(claim=judged, by=reviewer)
    assert judged.editions.current().get().cause == "Assessed by Rosa Example."


def test_assessment_edits_nothing(judged, reviewer):
    before = judged.editions.current().get().edited_at
    make_assessment(claim=judged, by=reviewer)
    assert judged.editions.current().get().edited_at == before


def test_later_recusal_takes_back_the_second_review(judged, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    make_assessment(claim=judged, by=second_reviewer)
    draft = reviewing.begin(claim=judged, by=reviewer)
    draft.recused, draft.interests = True, "I was hired by a maker."
    submit(draft, reviewer)
    assert state(judged) == "one-reviewer"


def test_whoever_had_a_hand_in_everything_arbitrates_nothing(disagreed, editor):
    reviewers = make_user("x").groups.model.objects.get(name="Reviewers")
    editor.groups.add(reviewers)
    person = type(editor).objects.get(pk=editor.pk)
    with pytest.raises(NotThisPerson, match="every item"):
        reviewing.begin(claim=disagreed, by=person, kind="arbitration")


def test_other_kind_makes_an_old_window_old(disagreed, reviewer):
    shown = reviewing.begin(claim=disagreed, by=reviewer)
    reviewing.begin(claim=disagreed, by=reviewer, kind="consensus")
    with pytest.raises(ChangedMeanwhile):
        submit(shown, reviewer)


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


@pytest.mark.parametrize(
    ("first", "last"),
    [("Ada", "Smith"), ("", "Smith"), ("Anna", "van Smith"), ("A.", "Smith Lopez")],
)
def test_name_among_the_authors_is_asked_about(judged, first, last):
    person = make_user("p", role="Reviewers", first_name="P", last_name="Q", is_staff=True)
    make_profile(person)
    person.first_name, person.last_name = first, last
    with pytest.raises(Incomplete) as refused:
        make_assessment(claim=judged, by=person)
    assert list(refused.value.problems) == ["is_namesake"]


def test_another_given_name_is_nobodys_namesake(judged):
    person = make_user("p", role="Reviewers", first_name="Bea", last_name="Smith", is_staff=True)
    make_assessment(claim=judged, by=person)
    assert state(judged) == "one-reviewer"
