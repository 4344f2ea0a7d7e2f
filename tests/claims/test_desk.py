"""The deeds of people: who may, from which state, and what becomes public."""

import pytest

from claims import argument, desk, editions
from claims.models import Claim, Evidence
from claims.states import State
from tests.people import make_accepted, make_draft, make_proposed, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(claim, source, editor):
    return make_draft(claim=claim, source=source, by=editor)


@pytest.fixture
def proposed(claim, source, editor):
    return make_proposed(claim=claim, source=source, by=editor)


@pytest.fixture
def accepted(claim, source, editor, reviewer):
    return make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


def findings(claim):
    document = claim.editions.current().get().document
    return [item["finding"] for item in document["evidence"]]


def revise(evidence, by, finding="Mood rose a little."):
    evidence.finding = finding
    return desk.change(evidence=evidence, by=by, reason="Table 2 read again.")


def test_draft_is_not_public(draft):
    assert findings(draft.claim) == []


def test_proposed_item_is_not_public(proposed):
    assert findings(proposed.claim) == []


def test_accepted_item_is_public(accepted):
    assert findings(accepted.claim) == ["Mood did not differ."]


def test_accept_makes_an_edition_with_cause_and_author(accepted, reviewer):
    edition = accepted.claim.editions.current().get()
    assert (edition.number, edition.by) == (2, reviewer)
    assert edition.cause == "Evidence accepted: Smith 2024: mood after a week."


def test_nobody_accepts_what_they_extracted(claim, source, reviewer):
    own = make_proposed(claim=claim, source=source, by=reviewer)
    with pytest.raises(desk.OwnExtraction):
        desk.accept(evidence=own, by=reviewer)


def test_nobody_accepts_what_they_changed(proposed, reviewer):
    changed = revise(proposed, reviewer)
    with pytest.raises(desk.OwnExtraction):
        desk.accept(evidence=changed, by=reviewer)


def test_editor_may_not_accept(proposed, editor):
    with pytest.raises(desk.NotAllowed):
        desk.accept(evidence=proposed, by=editor)


def test_draft_cannot_be_accepted(draft, reviewer):
    with pytest.raises(desk.OutOfTurn, match="draft"):
        desk.accept(evidence=draft, by=reviewer)


def test_second_accept_is_out_of_turn(accepted, second_reviewer):
    with pytest.raises(desk.OutOfTurn):
        desk.accept(evidence=accepted, by=second_reviewer)


def test_decline_needs_a_reason(proposed, reviewer):
    with pytest.raises(desk.NoReason):
        desk.decline(evidence=proposed, by=reviewer, reason="  ")


def test_declined_item_can_be_reopened(proposed, editor, reviewer):
    desk.decline(evidence=proposed, by=reviewer, reason="The wrong table.")
    reopened = desk.reopen(evidence=proposed, by=editor, reason="Right table found.")
    assert reopened.state == State.DRAFT


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


def test_withdraw_takes_the_item_from_the_page(accepted, reviewer):
    desk.withdraw(evidence=accepted, by=reviewer, reason="Counted twice.")
    assert findings(accepted.claim) == []


def test_withdrawn_item_stays_visible_with_its_reason(accepted, reviewer):
    desk.withdraw(evidence=accepted, by=reviewer, reason="Counted twice.")
    document = accepted.claim.editions.current().get().document
    assert [item["reason"] for item in document["withdrawn"]] == ["Counted twice."]


def test_editor_may_not_withdraw(accepted, editor):
    with pytest.raises(desk.NotAllowed):
        desk.withdraw(evidence=accepted, by=editor, reason="I changed my mind.")


def test_override_is_signed_and_dated(draft, reviewer):
    draft.strength_override, draft.override_reason = "weak", "Half of the people had left. " * 2
    changed = desk.change(evidence=draft, by=reviewer, reason="Attrition.")
    assert changed.override_by == reviewer
    assert changed.override_at is not None


def test_failure_while_publishing_leaves_desk_and_shelf_alone(proposed, reviewer):
    # A group without a slug cannot be composed, and only a hand in the database can store one.
    Claim.objects.filter(pk=proposed.claim_id).update(outcome_groups=[{"name": "Mood"}])
    with pytest.raises(KeyError, match="slug"):
        desk.accept(evidence=proposed, by=reviewer)
    proposed.refresh_from_db()
    assert (proposed.state, proposed.claim.editions.count()) == (State.PROPOSED, 1)


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


def test_reopening_changes_nothing_that_readers_see(accepted, editor, reviewer):
    desk.withdraw(evidence=accepted, by=reviewer, reason="Counted twice.")
    before = accepted.claim.editions.current().get()
    desk.reopen(evidence=accepted, by=editor, reason="Counted once after all.")
    assert editions.publish(claim=accepted.claim, cause="Again.", by=editor) is None
    assert before.document["withdrawn"][0]["reason"] == "Counted twice."


def test_item_accepted_again_leaves_no_tombstone(accepted, editor, reviewer):
    desk.withdraw(evidence=accepted, by=reviewer, reason="Counted twice.")
    desk.reopen(evidence=accepted, by=editor, reason="Counted once after all.")
    desk.propose(evidence=accepted, by=editor)
    desk.accept(evidence=accepted, by=reviewer)
    assert accepted.claim.editions.current().get().document["withdrawn"] == []


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


def test_only_the_corpus_account_ships(draft, reviewer):
    with pytest.raises(desk.NotAllowed):
        desk.accept_shipped(evidence=draft, by=reviewer)


def test_revision_taken_back_restores_the_accepted_form(accepted, editor):
    desk.take_back(evidence=revise(accepted, editor), by=editor)
    accepted.refresh_from_db()
    assert (accepted.state, accepted.finding) == (State.ACCEPTED, "Mood did not differ.")


def test_revision_is_taken_back_by_its_writers_only(accepted, editor, reviewer):
    revised = revise(accepted, reviewer)
    with pytest.raises(desk.NotYours, match="declines it"):
        desk.take_back(evidence=revised, by=editor)


def test_reopened_item_set_aside_is_withdrawn_again(accepted, editor, reviewer):
    desk.withdraw(evidence=accepted, by=reviewer, reason="Counted twice.")
    desk.reopen(evidence=accepted, by=editor, reason="Counted once after all.")
    item = desk.set_aside(evidence=accepted, by=editor, reason="Counted twice all the same.")
    assert (item.state, item.tombstone["reason"]) == (State.WITHDRAWN, "Counted twice.")


def test_editor_may_not_change_a_claim(claim, editor):
    with pytest.raises(desk.NotAllowed, match="ask for a role"):
        argument.change_claim(claim=claim, by=editor, reason="Closer to the article.")


@pytest.mark.parametrize("unknown", ["design", "species", "dose_regime"])
def test_no_result_stands_on_a_source_that_is_not_described(claim, editor, unknown):
    source = make_source(by=editor, **{unknown: ""})
    with pytest.raises(desk.Undescribed, match="Describe smith2024trial first"):
        make_draft(claim=claim, source=source, by=editor)


def test_no_result_stands_on_a_merged_source(claim, source, editor):
    kept = make_source(by=editor, key="kept2024trial")
    source.merged_into = kept
    with pytest.raises(desk.Undescribed, match="was merged into kept2024trial"):
        make_draft(claim=claim, source=source, by=editor)
