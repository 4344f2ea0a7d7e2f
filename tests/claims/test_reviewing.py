"""The deeds of reviewers on claims: begin, keep and submit, and what a submission must hold."""

import pytest

from claims import reviewing
from claims.models import Assessment, Immutable
from claims.refusals import ChangedMeanwhile, Incomplete, NotAllowed
from tests.claims.voices import OTHER_SIDE, begun, submit
from tests.people import make_accepted, make_assessment, make_source

pytestmark = pytest.mark.django_db


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


def test_evidence_changed_meanwhile_is_said(judged, editor, reviewer, second_reviewer):
    draft, seen = begun(judged, reviewer), reviewing.current_edition(judged)
    other = make_source(by=editor, key="jones2025trial")
    make_accepted(claim=judged, source=other, by=editor, accepted_by=second_reviewer)
    with pytest.raises(ChangedMeanwhile, match="edition 2"):
        reviewing.submit(assessment=draft, by=reviewer, seen=seen)


def test_submission_names_its_author_as_cause(judged, reviewer):
    make_assessment(claim=judged, by=reviewer)
    assert judged.editions.current().get().cause == "Assessed by Rosa Example."


def test_assessment_edits_nothing(judged, reviewer):
    before = judged.editions.current().get().edited_at
    make_assessment(claim=judged, by=reviewer)
    assert judged.editions.current().get().edited_at == before


def test_other_kind_makes_an_old_window_old(disagreed, reviewer):
    shown = reviewing.begin(claim=disagreed, by=reviewer)
    reviewing.begin(claim=disagreed, by=reviewer, kind="consensus")
    with pytest.raises(ChangedMeanwhile):
        submit(shown, reviewer)
