"""Changing evidence: why, who was quicker, and what stays public."""

import pytest

from claims.models import Evidence
from tests.claims.admin.evidence_pages import page, present
from tests.claims.admin.pages import errors, text
from tests.people import make_claim, make_draft


def test_change_keeps_its_reason_and_who(as_editor, editor, draft):
    as_editor.post(page(draft), present(draft, locator="Table 3", reason="Read the full text."))
    last = Evidence.objects.get().history.first()
    assert (last.locator, last.history_change_reason) == ("Table 3", "Read the full text.")
    assert last.history_user == editor


def test_change_without_a_reason_is_refused(as_editor, draft):
    response = as_editor.post(page(draft), present(draft, locator="Table 3", reason=" "))
    assert "Say why" in errors(response)["reason"][0]
    assert "Table 3" in response.content.decode()
    assert Evidence.objects.get().locator == "Table 2"


def test_change_of_nothing_stores_nothing(as_editor, accepted):
    response = as_editor.post(page(accepted), present(accepted), follow=True)
    assert "You changed nothing" in text(response)
    assert Evidence.objects.get().state == "accepted"


def test_change_of_a_stale_form_says_who_was_quicker(client, editor, reviewer, draft):
    seen = present(draft, locator="Table 9")
    client.force_login(reviewer)
    client.post(page(draft), present(draft, locator="Table 3", reason="Found in the supplement."))
    client.force_login(editor)
    response = client.post(page(draft), seen)
    assert "rosa changed this on" in text(response)
    assert "Found in the supplement." in text(response)
    assert "Table 9" in response.content.decode()
    assert Evidence.objects.get().locator == "Table 3"


@pytest.mark.parametrize("seen", ["", "x", "9" * 30])
def test_change_without_a_version_is_refused(as_editor, draft, seen):
    response = as_editor.post(page(draft), present(draft, locator="Table 3", seen_version=seen))
    assert "Nothing was saved" in text(response)


def test_change_into_another_items_outcome_is_refused(as_editor, claim, source, editor, draft):
    make_draft(claim=claim, source=source, by=editor, outcome="sleep")
    response = as_editor.post(page(draft), present(draft, outcome="sleep"))
    assert "already on this claim" in text(response)


def test_change_cannot_move_an_item_to_another_claim(as_editor, editor, draft):
    other = make_claim(by=editor, slug="other")
    as_editor.post(page(draft), present(draft, claim=other.pk, locator="Table 3"))
    assert Evidence.objects.get().claim == draft.claim


def test_change_of_an_accepted_item_leaves_the_public_page(as_editor, claim, accepted):
    before = claim.editions.count()
    response = as_editor.post(page(accepted), present(accepted, finding="Other."), follow=True)
    assert Evidence.objects.get().state == "under-revision"
    assert "keeps the accepted form" in text(response)
    assert claim.editions.count() == before


def test_revision_shows_accepted_and_present_side_by_side(as_editor, accepted):
    as_editor.post(page(accepted), present(accepted, direction="mixed", finding="Other words."))
    words = text(as_editor.get(page(accepted)))
    assert "Direction No clear effect Mixed" in words
    assert "Finding Mood did not differ. Other words." in words
