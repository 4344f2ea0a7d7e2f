"""The mechanism screen."""

import pytest

from claims import argument
from claims.models import Mechanism
from tests.claims.admin.pages import shown, text
from tests.people import make_claim

LIST = "/admin/claims/mechanism/"
NEW = {"slug": "sleep", "order": 1, "name": "Sleep", "summary": "People sleep.", "tags": "night"}


def make_mechanism(*, by, slug="sleep", order=1):
    mechanism = Mechanism(slug=slug, order=order, name="Sleep", summary="People sleep.")
    return argument.add_mechanism(mechanism=mechanism, by=by)


@pytest.fixture
def mechanism(admin_user):
    return make_mechanism(by=admin_user)


@pytest.fixture
def as_admin(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/history/", "1/delete/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer"])
def test_both_roles_look_only(client, request, person, mechanism):
    client.force_login(request.getfixturevalue(person))
    assert client.get(f"{LIST}{mechanism.pk}/change/").status_code == 200
    assert client.post(f"{LIST}{mechanism.pk}/change/", NEW).status_code == 403
    assert client.get(f"{LIST}add/").status_code == 403


def test_list_asks_as_much_for_four_rows_as_for_one(
    as_admin, admin_user, mechanism, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_admin.get(LIST)
    for number in range(2, 5):
        make_mechanism(by=admin_user, slug=f"slug-{number}", order=number)
    with django_assert_max_num_queries(len(one)):
        assert as_admin.get(LIST).context["cl"].result_count == 4


def test_add_stores_tags_too(as_admin):
    as_admin.post(f"{LIST}add/", NEW)
    assert Mechanism.objects.get().tags.get().name == "night"


def test_add_refuses_a_second_of_the_same_place(as_admin, mechanism):
    response = as_admin.post(f"{LIST}add/", NEW | {"slug": "other"})
    assert "already exists" in text(response)


@pytest.mark.parametrize("order", ["99", "9" * 20])
def test_add_refuses_a_place_that_is_kept_for_no_mechanism(as_admin, order):
    response = as_admin.post(f"{LIST}add/", NEW | {"order": order})
    assert "less than or equal to 98" in text(response)


def test_public_page_is_linked_once_a_claim_is_on_it(as_admin, admin_user, mechanism):
    address = f"{LIST}{mechanism.pk}/change/"
    public = 'href="/mechanisms/sleep/" class="viewsitelink"'
    assert public not in as_admin.get(address).content.decode()
    make_claim(by=admin_user, mechanism=mechanism)
    assert public in as_admin.get(address).content.decode()


def test_change_publishes_its_claims(as_admin, admin_user, mechanism):
    claim = make_claim(by=admin_user, mechanism=mechanism)
    address = f"{LIST}{mechanism.pk}/change/"
    as_admin.post(address, shown(as_admin, address, name="Rest", reason="A broader name."))
    edition = claim.editions.first()
    assert edition.document["claim"]["mechanism"]["name"] == "Rest"
    assert "A broader name." in edition.cause


def test_change_without_a_reason_is_refused(as_admin, mechanism):
    address = f"{LIST}{mechanism.pk}/change/"
    assert "Say why" in text(as_admin.post(address, shown(as_admin, address, name="Rest")))
    assert Mechanism.objects.get().name == "Sleep"


def test_change_of_a_stale_form_is_refused(as_admin, mechanism):
    address = f"{LIST}{mechanism.pk}/change/"
    stale = shown(as_admin, address, name="Mine", reason="A shorter name.")
    as_admin.post(address, stale | {"name": "Theirs"})
    assert "changed this on" in text(as_admin.post(address, stale))
    assert Mechanism.objects.get().name == "Theirs"


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(as_admin, mechanism, method):
    address = f"{LIST}{mechanism.pk}/delete/"
    assert "instead" in text(getattr(as_admin, method)(address, {"post": "yes"}, follow=True))
    assert Mechanism.objects.exists()


def test_history_opens(as_admin, mechanism):
    assert "Added." in text(as_admin.get(f"{LIST}{mechanism.pk}/history/"))
