"""The desk's door."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.utils import timezone

from tests.microdose_kb.door import (
    LOGIN,
    PAGE,
    PASSWORD,
    QUICK_HASHER,
    code_on_phone,
    is_signed_in,
    set_up,
    sign_in,
    wrong_code,
)
from tests.people import make_user

NOON = "2026-03-01T12:00:00Z"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(settings):
    settings.PASSWORD_HASHERS = QUICK_HASHER


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def ada(clock):
    return make_user("ada", role="Reviewers", is_staff=True, password=PASSWORD)


@pytest.fixture
def codes(ada, clock):
    """Recovery codes of an account that set up its phone a minute ago."""
    codes = set_up(ada)
    clock.shift(60)
    return codes


@pytest.fixture
def strict(settings):
    settings.REQUIRE_2FA = True


def test_account_without_a_phone_needs_its_password_only(client, ada):
    assert sign_in(client, "ada").headers["Location"] == "/admin/"
    assert is_signed_in(client)


def test_account_with_a_phone_is_asked_for_a_code(client, ada, codes):
    response = sign_in(client, "ada")
    assert "a code with it" in response.content.decode()
    assert not is_signed_in(client)


def test_phone_code_signs_in(client, ada, codes):
    sign_in(client, "ada", code=code_on_phone(ada))
    assert is_signed_in(client)
    assert client.get("/admin/").wsgi_request.user.is_verified()


def test_phone_code_signs_in_once(client, ada, codes):
    code = code_on_phone(ada)
    sign_in(client, "ada", code=code)
    client.logout()
    sign_in(client, "ada", code=code)
    assert not is_signed_in(client)


@pytest.mark.parametrize("written", [str, str.upper, lambda code: code.replace("-", " ")])
def test_recovery_code_signs_in_as_people_write_it(client, codes, written):
    sign_in(client, "ada", code=written(codes[0]))
    assert is_signed_in(client)


def test_recovery_code_signs_in_once(client, codes):
    sign_in(client, "ada", code=codes[0])
    client.logout()
    sign_in(client, "ada", code=codes[0])
    assert not is_signed_in(client)


@pytest.mark.parametrize("code", ["12345", "\x00", "aaaaaaaa", "٣٣٣٣٣٣", "1" * 21])
def test_code_that_is_none_is_refused(client, codes, code):
    assert sign_in(client, "ada", code=code).status_code == 200
    assert not is_signed_in(client)


def test_code_of_another_account_is_refused(client, ada, codes):
    other = make_user("bob", is_staff=True, password=PASSWORD)
    set_up(other)
    sign_in(client, "bob", code=codes[0])
    assert not is_signed_in(client)


def test_code_does_not_replace_the_password(client, ada, codes):
    sign_in(client, "ada", "wrong", code_on_phone(ada))
    assert not is_signed_in(client)


def test_wrong_code_makes_the_phone_wait(client, ada, codes):
    sign_in(client, "ada", code=wrong_code(ada))
    response = sign_in(client, "ada", code=code_on_phone(ada))
    assert "Too many wrong codes. Try again in a minute." in response.content.decode()


def test_name_too_long_for_the_database_is_refused(client):
    response = sign_in(client, "a" * 300)
    assert "at most 150 characters" in response.content.decode()


def test_sign_in_page_has_the_sites_look(client):
    page = client.get(LOGIN).content.decode()
    assert "site.css" in page
    assert 'class="logo"' in page
    assert "Microdosing Evidence" in page


def test_account_without_staff_status_is_refused_in_words(client):
    make_user("reader", password=PASSWORD)
    response = sign_in(client, "reader")
    assert "staff account" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["", "claims/claim/", "password_change/", "jsi18n/", "nothing/"]
)
def test_reviewer_is_led_to_set_up_where_it_is_required(client, strict, ada, address):
    client.force_login(ada)
    assert client.get(f"/admin/{address}").headers["Location"] == PAGE


def test_administrator_is_led_to_set_up_where_it_is_required(client, strict, admin_user):
    client.force_login(admin_user)
    assert client.get("/admin/").headers["Location"] == PAGE


def test_form_sent_without_the_second_factor_changes_nothing(client, strict, admin_user, editor):
    client.force_login(admin_user)
    response = client.post(f"/admin/auth/user/{editor.pk}/change/", {"username": "changed"})
    assert response.headers["Location"] == PAGE


def test_editor_needs_no_second_factor(client, strict, editor):
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize(
    "permission",
    [
        "claims.accept_evidence",
        "claims.assess_claim",
        "claims.withdraw_evidence",
        "claims.change_claim",
        "auth.change_user",
    ],
)
def test_one_weighty_permission_needs_the_second_factor(client, strict, permission):
    app, _, codename = permission.partition(".")
    person = make_user("eve", is_staff=True)
    person.user_permissions.add(
        Permission.objects.get(content_type__app_label=app, codename=codename)
    )
    client.force_login(person)
    assert client.get("/admin/").headers["Location"] == PAGE


def test_reviewer_needs_none_where_it_is_not_required(client, ada):
    client.force_login(ada)
    assert client.get("/admin/").status_code == 200


def test_reviewer_with_a_code_works_where_it_is_required(client, strict, ada, codes):
    sign_in(client, "ada", code=code_on_phone(ada))
    assert client.get("/admin/claims/claim/").status_code == 200


def test_session_from_before_the_requirement_shows_a_code(client, strict, ada, codes):
    client.force_login(ada)
    assert client.get("/admin/").headers["Location"] == PAGE
    assert "Enter a code to go on" in client.get(PAGE).content.decode()
    client.post(PAGE, {"deed": "verify", "code": code_on_phone(ada)})
    assert client.get("/admin/").status_code == 200


def test_held_back_person_can_log_out(client, strict, ada):
    client.force_login(ada)
    client.post("/admin/logout/")
    assert not is_signed_in(client)


def test_stranger_is_asked_to_sign_in_first(client, strict):
    assert client.get("/admin/").headers["Location"].startswith(LOGIN)


def test_clock_of_a_phone_may_be_half_a_minute_late(client, ada, codes):
    with time_machine.travel(timezone.now() - timedelta(seconds=30), tick=False):
        late = code_on_phone(ada)
    sign_in(client, "ada", code=late)
    assert is_signed_in(client)
