"""The library's screen: who sees it, that nothing is deleted, and what its history tells."""

import pytest

from sources.models import Source
from tests.claims.admin.pages import shown, text
from tests.people import make_source
from tests.sources.admin.source_pages import LIST, page

pytestmark = pytest.mark.usefixtures("deeds_ask_again")


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/history/", "1/delete/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer"])
@pytest.mark.parametrize("address", ["", "add/", "{}/change/", "{}/history/"])
def test_pages_open_for_both_roles(client, request, person, address, source):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST + address.format(source.pk)).status_code == 200


def test_autocomplete_finds_sources(as_editor, source):
    query = {
        "app_label": "claims",
        "model_name": "evidence",
        "field_name": "source",
        "term": "smith",
    }
    found = as_editor.get("/admin/autocomplete/", query).json()["results"]
    assert [row["id"] for row in found] == [str(source.pk)]


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(client, admin_user, source, method):
    client.force_login(admin_user)
    address = f"{LIST}{source.pk}/delete/"
    response = getattr(client, method)(address, {"post": "yes"}, follow=True)
    assert "withdraw it instead" in text(response)
    assert Source.objects.exists()


def test_delete_action_is_refused_in_words(client, admin_user, source):
    client.force_login(admin_user)
    sent = {"action": "delete_selected", "_selected_action": source.pk, "post": "yes"}
    assert "withdraw it instead" in text(client.post(LIST, sent, follow=True))
    assert Source.objects.exists()


def test_history_tells_who_and_why(as_editor, editor, source):
    review = make_source(by=editor, key="review", design="meta-analysis", review_of="rct")
    for number in range(3):
        included = [make_source(by=editor, key=f"part{number}").pk]
        sent = shown(as_editor, page(review), reason=f"Reason {number}.") | {"includes": included}
        as_editor.post(page(review), sent)
    words = text(as_editor.get(f"{LIST}{review.pk}/history/"))
    assert "Reason 1." in words
    assert "edith" in words
