"""The evidence screen: who sees what, its list and its history; nothing is deleted."""

import pytest
from django.urls import reverse

from claims.models import Evidence
from tests.claims.admin.evidence_pages import LIST, chosen, page, present
from tests.claims.admin.pages import text
from tests.people import make_claim, make_draft, make_source


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/history/", "1/delete/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer"])
@pytest.mark.parametrize("address", ["", "add/", "{}/change/", "{}/history/"])
def test_pages_open_for_both_roles(client, request, person, address, draft):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST + address.format(draft.pk)).status_code == 200


def test_list_shows_source_and_state(as_editor, proposed):
    words = text(as_editor.get(LIST))
    assert "Smith 2024" in words
    assert "Proposed" in words


def test_list_asks_as_much_for_four_rows_as_for_one(
    as_editor, claim, editor, draft, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_editor.get(LIST)
    for number in range(3):
        make_draft(
            claim=make_claim(by=editor, slug=f"claim-{number}"),
            source=make_source(by=editor, key=f"source{number}"),
            by=editor,
        )
    with django_assert_max_num_queries(len(one)):
        response = as_editor.get(LIST)
    assert response.context["cl"].result_count == 4


@pytest.mark.parametrize(
    "query",
    ["q=mood", "state__exact=draft", "claim__mechanism__id__exact=1", "source__design__exact=x"],
)
def test_list_filters_and_searches(as_editor, draft, query):
    assert as_editor.get(f"{LIST}?{query}").status_code == 200


def test_only_reviewers_see_the_actions_of_reviewers(client, editor, reviewer, draft):
    client.force_login(editor)
    offered = {name for name, _ in client.get(LIST).context["action_form"].fields["action"].choices}
    assert offered == {"", "propose", "take_back", "set_aside", "reopen"}
    client.force_login(reviewer)
    offered = {name for name, _ in client.get(LIST).context["action_form"].fields["action"].choices}
    reviewers = {"accept", "decline", "withdraw"}
    assert offered == {"", "propose", "take_back", "set_aside", "reopen", *reviewers}


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(client, admin_user, draft, method):
    client.force_login(admin_user)
    address = reverse("admin:claims_evidence_delete", args=[draft.pk])
    response = getattr(client, method)(address, {"post": "yes"}, follow=True)
    assert "withdraw it instead" in text(response)
    assert Evidence.objects.exists()


def test_delete_action_is_refused_in_words(client, admin_user, draft):
    client.force_login(admin_user)
    response = client.post(LIST, chosen("delete_selected", draft, post="yes"), follow=True)
    assert "withdraw it instead" in text(response)
    assert Evidence.objects.exists()


def test_history_tells_who_and_why(as_editor, draft):
    for number in range(3):
        draft = Evidence.objects.get()
        sent = present(draft, locator=f"Table {number + 5}", reason=f"Table {number} read.")
        as_editor.post(page(draft), sent)
    words = text(as_editor.get(f"{LIST}{draft.pk}/history/"))
    assert "edith" in words
    assert "Table 1 read." in words
    assert "Locator: Table 5 → Table 6" in words


def test_history_form_is_never_sent(as_editor, draft):
    record = draft.history.first()
    address = f"{LIST}{draft.pk}/history/{record.pk}/"
    assert as_editor.get(address).status_code == 302
    assert as_editor.post(address, present(draft, locator="Table 3")).status_code == 302
    assert Evidence.objects.get().locator == "Table 2"


@pytest.mark.parametrize("pk", ["abc", "9" * 20])
@pytest.mark.parametrize("address", ["change", "history"])
def test_item_that_does_not_exist_is_said_so(as_editor, pk, address):
    response = as_editor.get(f"{LIST}{pk}/{address}/", follow=True)
    assert "doesn’t exist" in text(response)


def test_accepted_item_links_to_its_public_page(as_editor, accepted):
    assert "/claims/a-claim/" in as_editor.get(page(accepted)).content.decode()
