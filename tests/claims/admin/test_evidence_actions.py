"""The deeds as actions of the list, on several items at once."""

import pytest
from django.contrib.admin.models import LogEntry
from zeal import zeal_ignore

from claims.models import Evidence
from tests.claims.admin.evidence_pages import LIST, chosen, deed_url
from tests.claims.admin.pages import text
from tests.people import make_proposed


@pytest.fixture
def four(claim, source, editor, reviewer):
    """Three proposed by the editor, and one that the reviewer wrote."""
    names = [("mood", editor), ("sleep", editor), ("pain", reviewer), ("energy", editor)]
    return [
        make_proposed(claim=claim, source=source, by=by, outcome=outcome) for outcome, by in names
    ]


def test_one_failing_item_does_not_stop_the_others(as_reviewer, four):
    with zeal_ignore():
        response = as_reviewer.post(LIST, chosen("accept", *four), follow=True)
    states = [Evidence.objects.get(pk=item.pk).state for item in four]
    assert states == ["accepted", "accepted", "proposed", "accepted"]
    assert "Smith 2024: pain: You wrote part of this item" in text(response)
    assert LogEntry.objects.count() == 3


def test_decline_asks_for_a_reason_and_lists_the_items(as_reviewer, four):
    words = text(as_reviewer.post(LIST, chosen("decline", *four[:2])))
    assert "Smith 2024: mood" in words
    assert "Smith 2024: sleep" in words
    assert not Evidence.objects.exclude(state="proposed").exists()


def test_decline_with_an_empty_reason_asks_again(as_reviewer, four):
    response = as_reviewer.post(LIST, chosen("decline", four[0], reason="  "))
    assert "Give a reason" in text(response)
    assert not Evidence.objects.exclude(state="proposed").exists()


def test_decline_action_with_a_reason(as_reviewer, four):
    with zeal_ignore():
        as_reviewer.post(LIST, chosen("decline", *four[:2], reason="Same people twice."))
    assert Evidence.objects.filter(decision_reason="Same people twice.").count() == 2


def test_propose_action(as_editor, draft):
    as_editor.post(LIST, chosen("propose", draft))
    assert Evidence.objects.get().state == "proposed"


@pytest.mark.parametrize("action", ["accept", "decline", "withdraw"])
def test_action_of_reviewers_is_refused_to_editors(as_editor, proposed, action):
    as_editor.post(LIST, chosen(action, proposed, reason="Because."))
    assert Evidence.objects.get().state == "proposed"


def test_actions_need_the_token(client, reviewer, proposed):
    client.handler.enforce_csrf_checks = True
    client.force_login(reviewer)
    assert client.post(LIST, chosen("accept", proposed)).status_code == 403
    sent = {"deed": "accept", "seen_version": proposed.version}
    assert client.post(deed_url(proposed), sent).status_code == 403
    assert Evidence.objects.get().state == "proposed"
