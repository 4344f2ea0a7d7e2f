"""Accounts and roles."""

import pytest
from django.contrib.auth.models import Group, User

from tests.claims.admin.pages import text

USERS = "/admin/auth/user/"
GROUPS = "/admin/auth/group/"


@pytest.fixture
def as_admin(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.mark.parametrize("person", ["editor", "reviewer", "stranger"])
@pytest.mark.parametrize("address", [USERS, f"{USERS}add/", GROUPS])
def test_only_administrators_see_accounts(client, request, person, address):
    client.force_login(request.getfixturevalue(person))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", ["", "add/", "{}/change/", "{}/history/"])
def test_pages_of_accounts_open(as_admin, editor, address):
    assert as_admin.get(USERS + address.format(editor.pk)).status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(as_admin, editor, method):
    send = getattr(as_admin, method)
    response = send(f"{USERS}{editor.pk}/delete/", {"post": "yes"}, follow=True)
    assert "deactivate the account instead" in text(response)
    assert User.objects.filter(pk=editor.pk).exists()


def test_delete_action_is_refused_in_words(as_admin, editor):
    sent = {"action": "delete_selected", "_selected_action": editor.pk, "post": "yes"}
    assert "deactivate the account instead" in text(as_admin.post(USERS, sent, follow=True))
    assert User.objects.filter(pk=editor.pk).exists()


def test_account_is_deactivated(as_admin, editor):
    address = f"{USERS}{editor.pk}/change/"
    names = ("username", "first_name", "last_name", "email")
    sent = {name: getattr(editor, name) for name in names} | {"is_staff": "on"}
    sent |= {"date_joined_0": "2026-01-01", "date_joined_1": "10:00:00"}
    assert as_admin.post(address, sent).status_code == 302
    editor.refresh_from_db()
    assert not editor.is_active


@pytest.mark.parametrize("number", ["9" * 20, "x", "\x00"])
def test_account_takes_no_role_that_cannot_exist(as_admin, editor, number):
    response = as_admin.post(f"{USERS}{editor.pk}/change/", {"groups": [number]})
    assert "groups" in response.context["adminform"].form.errors


@pytest.mark.parametrize("address", ["", "add/", "{}/change/"])
def test_pages_of_roles_open(as_admin, editor, address):
    group = Group.objects.get(name="Editors")
    assert as_admin.get(GROUPS + address.format(group.pk)).status_code == 200
