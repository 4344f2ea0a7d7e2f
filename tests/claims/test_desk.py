"""The deeds of people: who may, from which state, and what becomes public."""

import pytest

from claims import desk, editions
from claims.models import Claim
from claims.states import State
from tests.claims.desk_deeds import findings
from tests.people import make_draft, make_proposed, make_source

pytestmark = pytest.mark.django_db


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


def test_failure_while_publishing_leaves_desk_and_shelf_alone(proposed, reviewer):
    # A group without a slug cannot be composed, and only a hand in the database can store one.
    Claim.objects.filter(pk=proposed.claim_id).update(outcome_groups=[{"name": "Mood"}])
    with pytest.raises(KeyError, match="slug"):
        desk.accept(evidence=proposed, by=reviewer)
    proposed.refresh_from_db()
    assert (proposed.state, proposed.claim.editions.count()) == (State.PROPOSED, 1)


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


def test_only_the_corpus_account_ships(draft, reviewer):
    with pytest.raises(desk.NotAllowed):
        desk.accept_shipped(evidence=draft, by=reviewer)


def test_reopened_item_set_aside_is_withdrawn_again(accepted, editor, reviewer):
    desk.withdraw(evidence=accepted, by=reviewer, reason="Counted twice.")
    desk.reopen(evidence=accepted, by=editor, reason="Counted once after all.")
    item = desk.set_aside(evidence=accepted, by=editor, reason="Counted twice all the same.")
    assert (item.state, item.tombstone["reason"]) == (State.WITHDRAWN, "Counted twice.")


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
