"""The edition screen: a list to look at."""

import pytest

from claims.models import Edition
from tests.claims.admin.pages import text
from tests.people import make_claim

LIST = "/admin/claims/edition/"


@pytest.fixture
def edition(claim):
    return claim.editions.get()


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/delete/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer", "admin_user"])
def test_everyone_looks_only(client, request, person, edition):
    client.force_login(request.getfixturevalue(person))
    response = client.get(f"{LIST}{edition.pk}/change/")
    assert "Claim added." in text(response)
    assert edition.get_absolute_url() in response.content.decode()
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{edition.pk}/change/", {"cause": "x"}).status_code == 403


def test_list_asks_as_much_for_four_rows_as_for_one(
    client, editor, edition, django_assert_max_num_queries
):
    client.force_login(editor)
    with django_assert_max_num_queries(20) as one:
        client.get(LIST)
    for number in range(3):
        make_claim(by=editor, slug=f"claim-{number}")
    with django_assert_max_num_queries(len(one)):
        assert client.get(LIST).context["cl"].result_count == 4


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(client, admin_user, edition, method):
    client.force_login(admin_user)
    response = getattr(client, method)(f"{LIST}{edition.pk}/delete/", {"post": "yes"}, follow=True)
    assert "permanent record" in text(response)
    assert Edition.objects.exists()


def test_delete_action_is_refused_in_words(client, admin_user, edition):
    client.force_login(admin_user)
    sent = {"action": "delete_selected", "_selected_action": edition.pk, "post": "yes"}
    assert "permanent record" in text(client.post(LIST, sent, follow=True))
    assert Edition.objects.exists()


def test_tags_have_no_screen_of_their_own(client, admin_user):
    client.force_login(admin_user)
    assert client.get("/admin/taggit/tag/").status_code == 404
