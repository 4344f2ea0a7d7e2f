"""A change at the desk: what it leaves public, who may accept it, and how it is taken back."""

import pytest

from claims import argument, desk, editions
from claims.models import Evidence
from claims.states import State
from tests.claims.desk_deeds import findings, revise
from tests.people import make_accepted, make_draft

pytestmark = pytest.mark.django_db


def test_nobody_accepts_what_they_changed(proposed, reviewer):
    changed = revise(proposed, reviewer)
    with pytest.raises(desk.OwnExtraction):
        desk.accept(evidence=changed, by=reviewer)


def test_change_of_an_accepted_item_keeps_the_accepted_form_public(accepted, editor):
    revise(accepted, editor)
    assert findings(accepted.claim) == ["Mood did not differ."]


def test_change_of_an_accepted_item_makes_no_edition(accepted, editor):
    revise(accepted, editor)
    assert accepted.claim.editions.count() == 2


def test_accepted_revision_is_public(accepted, editor, reviewer):
    desk.accept(evidence=revise(accepted, editor), by=reviewer)
    assert findings(accepted.claim) == ["Mood rose a little."]


def test_declined_revision_restores_the_accepted_form(accepted, editor, second_reviewer):
    revised = revise(accepted, editor)
    desk.decline(evidence=revised, by=second_reviewer, reason="Table 2 says otherwise.")
    accepted.refresh_from_db()
    assert (accepted.state, accepted.finding) == (State.ACCEPTED, "Mood did not differ.")


def test_declined_revision_restores_the_credits(accepted, editor, reviewer, second_reviewer):
    revised = revise(accepted, reviewer)
    desk.decline(evidence=revised, by=second_reviewer, reason="Table 2 says otherwise.")
    accepted.refresh_from_db()
    assert (accepted.extracted_by, accepted.verified_by) == (editor, reviewer)


def test_change_needs_a_reason(draft, editor):
    with pytest.raises(desk.NoReason):
        desk.change(evidence=draft, by=editor, reason="")


def test_change_of_a_stale_form_is_refused(draft, editor, reviewer):
    stale = Evidence.objects.get(pk=draft.pk)
    revise(draft, editor)
    with pytest.raises(desk.ChangedMeanwhile):
        revise(stale, reviewer, "Something else.")


def test_change_notes_who_and_why_in_the_history(draft, editor):
    latest = revise(draft, editor).history.latest()
    assert (latest.history_user, latest.history_change_reason) == (editor, "Table 2 read again.")


def test_override_is_signed_and_dated(draft, reviewer):
    draft.strength_override, draft.override_reason = "weak", "Half of the people had left. " * 2
    changed = desk.change(evidence=draft, by=reviewer, reason="Attrition.")
    assert changed.override_by == reviewer
    assert changed.override_at is not None


def test_extractor_may_accept_a_revision_by_somebody_else(claim, source, reviewer, second_reviewer):
    item = make_accepted(claim=claim, source=source, by=reviewer, accepted_by=second_reviewer)
    accepted = desk.accept(evidence=revise(item, second_reviewer), by=reviewer)
    assert accepted.verified_by == reviewer


def test_nobody_accepts_their_own_revision(accepted, reviewer):
    with pytest.raises(desk.OwnExtraction):
        desk.accept(evidence=revise(accepted, reviewer), by=reviewer)


def test_nobody_accepts_a_reopened_item_that_they_once_wrote_on(
    proposed, editor, reviewer, second_reviewer
):
    changed = revise(proposed, reviewer)
    item = desk.accept(evidence=changed, by=second_reviewer)
    desk.decline(
        evidence=revise(item, editor, "Other."),
        by=second_reviewer,
        reason="Table 2 says otherwise.",
    )
    desk.withdraw(evidence=item, by=second_reviewer, reason="Counted twice.")
    desk.reopen(evidence=item, by=editor, reason="Counted once after all.")
    desk.propose(evidence=item, by=editor)
    with pytest.raises(desk.OwnExtraction):
        desk.accept(evidence=item, by=reviewer)


def test_renaming_the_outcome_changes_nothing_that_readers_see(accepted, editor):
    accepted.outcome = "mood after two weeks"
    desk.change(evidence=accepted, by=editor, reason="Read again.")
    assert editions.publish(claim=accepted.claim, cause="Again.", by=editor) is None


def test_outcome_that_is_being_renamed_cannot_be_entered_again(accepted, source, editor):
    outcome, accepted.outcome = accepted.outcome, "mood after two weeks"
    desk.change(evidence=accepted, by=editor, reason="Read again.")
    with pytest.raises(desk.SecondItem):
        make_draft(claim=accepted.claim, source=source, by=editor, outcome=outcome)


def test_rewritten_corpus_item_is_credited_to_who_rewrote_it(corpus, editor, reviewer):
    item = Evidence.objects.filter(claim__slug="microdose-mood").first()
    desk.withdraw(evidence=item, by=reviewer, reason="Counted twice.")
    desk.reopen(evidence=item, by=editor, reason="Counted once after all.")
    item.refresh_from_db()
    revise(item, editor)
    desk.propose(evidence=item, by=editor)
    accepted = desk.accept(evidence=item, by=reviewer)
    assert accepted.accepted_form["extracted_by"] == "Edith"


def test_corpus_leaves_alone_what_a_person_has_taken_up(corpus, editor):
    item = Evidence.objects.filter(claim__slug="microdose-mood").first()
    stale = Evidence.objects.get(pk=item.pk)
    revise(item, editor)
    with pytest.raises(desk.ChangedMeanwhile):
        desk.accept_shipped(evidence=stale, by=stale.extracted_by)


def test_revision_taken_back_restores_the_accepted_form(accepted, editor):
    desk.take_back(evidence=revise(accepted, editor), by=editor)
    accepted.refresh_from_db()
    assert (accepted.state, accepted.finding) == (State.ACCEPTED, "Mood did not differ.")


def test_revision_is_taken_back_by_its_writers_only(accepted, editor, reviewer):
    revised = revise(accepted, reviewer)
    with pytest.raises(desk.NotYours, match="declines it"):
        desk.take_back(evidence=revised, by=editor)


def test_editor_may_not_change_a_claim(claim, editor):
    with pytest.raises(desk.NotAllowed, match="ask for a role"):
        argument.change_claim(claim=claim, by=editor, reason="Closer to the article.")
