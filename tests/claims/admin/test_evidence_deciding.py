"""Deciding on evidence: the story from a draft to the public page, and all against it."""

import pytest
from django.contrib.admin.models import LogEntry

from claims import desk
from claims.models import Edition, Evidence
from tests.claims.admin.evidence_pages import ADD, deed_url, entry, page
from tests.claims.admin.pages import text
from tests.people import make_proposed


def test_story_from_draft_to_edition(client, editor, reviewer, claim, source):
    client.force_login(editor)
    client.post(ADD, entry(claim, source))
    evidence = Evidence.objects.get()
    client.post(deed_url(evidence), {"deed": "propose", "seen_version": evidence.version})
    client.force_login(reviewer)
    evidence.refresh_from_db()
    client.post(deed_url(evidence), {"deed": "accept", "seen_version": evidence.version})
    edition = claim.editions.first()
    assert (edition.number, edition.by) == (2, reviewer)
    assert edition.document["evidence"][0]["finding"] == "Mood rose."


def test_own_extraction_is_not_accepted(as_reviewer, reviewer, claim, source):
    own = make_proposed(claim=claim, source=source, by=reviewer)
    assert "a second person accepts it" in text(as_reviewer.get(page(own)))
    response = as_reviewer.post(deed_url(own), {"deed": "accept", "seen_version": own.version})
    assert "a second person must accept it" in text(response)
    assert Evidence.objects.get().state == "proposed"


def test_decline_without_a_reason_is_refused(as_reviewer, proposed):
    sent = {"deed": "decline", "seen_version": proposed.version, "reason": " "}
    assert "Say why" in text(as_reviewer.post(deed_url(proposed), sent))
    assert Evidence.objects.get().state == "proposed"


def test_decline_with_a_reason(as_reviewer, proposed):
    sent = {"deed": "decline", "seen_version": proposed.version, "reason": "Wrong table."}
    response = as_reviewer.post(deed_url(proposed), sent, follow=True)
    assert Evidence.objects.get().state == "declined"
    assert "Wrong table." in text(response)
    assert "Wrong table." in LogEntry.objects.get().change_message


def test_decision_on_an_unseen_form_is_refused_and_keeps_the_reason(as_reviewer, proposed):
    sent = {"deed": "decline", "seen_version": proposed.version - 1, "reason": "Wrong table."}
    response = as_reviewer.post(deed_url(proposed), sent)
    assert "Somebody changed this item after you opened it" in text(response)
    assert "Wrong table." in text(response)


@pytest.mark.parametrize("deed", ["accept", "decline", "withdraw"])
def test_editor_cannot_decide(as_editor, proposed, deed):
    sent = {"deed": deed, "seen_version": proposed.version, "reason": "Because."}
    assert "You may not" in text(as_editor.post(deed_url(proposed), sent))
    assert Evidence.objects.get().state == "proposed"


@pytest.mark.parametrize("deed", ["", "enter", "x" * 10_000])
def test_unknown_deed_is_a_bad_request(as_editor, draft, deed):
    assert as_editor.post(deed_url(draft), {"deed": deed}).status_code == 400


def test_deed_on_get_is_refused(as_reviewer, proposed):
    response = as_reviewer.get(deed_url(proposed), {"deed": "accept"})
    assert response.status_code == 405
    assert Evidence.objects.get().state == "proposed"


def test_declined_item_is_shown_only_and_can_be_reopened(client, editor, reviewer, proposed):
    declined = desk.decline(evidence=proposed, by=reviewer, reason="Wrong table.")
    client.force_login(editor)
    response = client.get(page(declined))
    assert "Reopen" in text(response)
    assert 'name="_save"' not in response.content.decode()
    sent = {"deed": "reopen", "seen_version": declined.version, "reason": "Found the right table."}
    client.post(deed_url(declined), sent)
    assert Evidence.objects.get().state == "draft"


def test_withdrawn_item_leaves_the_count(as_reviewer, claim, accepted):
    sent = {"deed": "withdraw", "seen_version": accepted.version, "reason": "Data were shared."}
    as_reviewer.post(deed_url(accepted), sent)
    edition = Edition.objects.current().get(claim=claim)
    assert edition.document["evidence"] == []
    assert edition.document["withdrawn"][0]["reason"] == "Data were shared."


def test_log_shows_deed_reason_and_edition(as_reviewer, reviewer, claim, accepted):
    desk.withdraw(evidence=accepted, by=reviewer, reason="Data were shared.")
    response = as_reviewer.get(page(accepted))
    assert "rosa Withdraw Withdrawn Data were shared. 3" in text(response)
    assert "/claims/a-claim/editions/3/" in response.content.decode()


def test_decision_on_an_unseen_form_tells_what_changed(as_reviewer, editor, proposed):
    seen, proposed.finding = proposed.version, "Mood rose."
    desk.change(evidence=proposed, by=editor, reason="Table 2 read again.")
    response = as_reviewer.post(deed_url(proposed), {"deed": "accept", "seen_version": seen})
    assert "Finding: was Mood did not differ., is now Mood rose." in text(response)


def test_writer_takes_a_proposal_back(as_editor, proposed):
    as_editor.post(deed_url(proposed), {"deed": "take_back", "seen_version": proposed.version})
    assert Evidence.objects.get().state == "draft"


def test_take_back_is_offered_to_writers_only(client, editor, reviewer, proposed):
    def offered(user):
        client.force_login(user)
        return [deed.name for deed in client.get(page(proposed)).context["deeds"]]

    assert (offered(editor), offered(reviewer)) == (["take_back"], ["accept", "decline"])
