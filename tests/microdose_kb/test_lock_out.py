"""Whoever guesses waits."""

import pytest
import time_machine
from axes.models import AccessAttempt
from django.test import Client

from tests.microdose_kb.door import (
    PASSWORD,
    QUICK_HASHER,
    code_on_phone,
    is_signed_in,
    set_up,
    sign_in,
    wrong_code,
)
from tests.people import make_user

HERE = {"REMOTE_ADDR": "192.0.2.1"}
ELSEWHERE = {"REMOTE_ADDR": "198.51.100.7"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(settings):
    settings.PASSWORD_HASHERS = QUICK_HASHER
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def ada():
    return make_user("ada", is_staff=True, password=PASSWORD)


@pytest.fixture
def bob():
    return make_user("bob", is_staff=True, password=PASSWORD)


def guess(client, name, times, **extra):
    for _ in range(times):
        response = sign_in(client, name, "wrong", **extra)
    return response


def test_fifth_wrong_password_locks(client, ada):
    assert guess(client, "ada", 4).status_code == 200
    assert guess(client, "ada", 1).status_code == 429


def test_right_password_does_not_open_the_lock(client, ada):
    guess(client, "ada", 5)
    assert sign_in(client, "ada").status_code == 429
    assert not is_signed_in(client)


def test_account_is_locked_from_every_address(client, ada):
    guess(client, "ada", 5, **HERE)
    assert sign_in(client, "ada", **ELSEWHERE).status_code == 429


def test_guesses_from_many_addresses_lock_the_account(client, ada):
    for number in range(5):
        guess(client, "ada", 1, REMOTE_ADDR=f"192.0.2.{number}")
    assert sign_in(client, "ada", **ELSEWHERE).status_code == 429


def test_address_is_locked_for_every_account(client, ada):
    for number in range(5):
        guess(client, f"guess{number}", 1, **HERE)
    assert sign_in(client, "ada", **HERE).status_code == 429


def test_guesses_from_one_ipv6_network_lock_it(client, ada):
    for number in range(5):
        guess(client, f"guess{number}", 1, REMOTE_ADDR=f"2001:db8:1:2::{number}")
    assert sign_in(client, "ada", REMOTE_ADDR="2001:db8:1:2:3:4:5:6").status_code == 429


def test_neighbouring_ipv6_network_stays_open(client, ada):
    for number in range(5):
        guess(client, f"guess{number}", 1, REMOTE_ADDR=f"2001:db8:1:2::{number}")
    sign_in(client, "ada", REMOTE_ADDR="2001:db8:1:3::1")
    assert is_signed_in(client)


def test_other_account_elsewhere_stays_open(client, ada, bob):
    guess(client, "ada", 5, **HERE)
    sign_in(client, "bob", **ELSEWHERE)
    assert is_signed_in(client)


def test_lock_ends_after_a_quarter_of_an_hour(client, ada, clock):
    guess(client, "ada", 5)
    clock.shift(15 * 60 - 1)
    assert sign_in(client, "ada").status_code == 429
    clock.shift(2)
    sign_in(client, "ada")
    assert is_signed_in(client)


def test_trying_during_the_lock_does_not_lengthen_it(client, ada, clock):
    guess(client, "ada", 5)
    clock.shift(14 * 60)
    guess(client, "ada", 3)
    clock.shift(61)
    sign_in(client, "ada")
    assert is_signed_in(client)


def test_answer_says_when_to_try_again(client, ada, clock):
    guess(client, "ada", 5)
    clock.shift(5 * 60)
    response = sign_in(client, "ada")
    assert "Try again in 10 minutes" in response.content.decode()
    assert "12:15 UTC" in response.content.decode()
    assert response.headers["Retry-After"] == "600"


def test_answer_tells_the_time_of_the_lock_that_holds(client, ada, clock):
    guess(client, "ada", 5, **HERE)
    clock.shift(10 * 60)
    guess(client, "somebody", 1, **ELSEWHERE)
    assert sign_in(client, "ada", **ELSEWHERE).headers["Retry-After"] == "300"


def test_answer_has_the_sites_look(client, ada):
    page = guess(client, "ada", 5).content.decode()
    assert "site.css" in page
    assert 'class="logo"' in page


def test_success_forgives_own_mistypings(client, ada):
    guess(client, "ada", 4)
    sign_in(client, "ada")
    client.logout()
    assert guess(client, "ada", 4).status_code == 200


def test_success_of_another_account_frees_no_locked_one(client, ada, bob):
    guess(client, "ada", 3, **HERE)
    guess(client, "ada", 2, **ELSEWHERE)
    sign_in(client, "bob", **HERE)
    client.logout()
    assert sign_in(client, "ada", **HERE).status_code == 429


def test_success_keeps_guesses_from_elsewhere_counted(client, ada):
    guess(client, "ada", 4, **ELSEWHERE)
    sign_in(client, "ada", **HERE)
    client.logout()
    assert guess(client, "ada", 1, **ELSEWHERE).status_code == 429


def test_wrong_codes_lock_as_wrong_passwords_do(client, ada, clock):
    set_up(ada)
    for _ in range(5):
        clock.shift(60)
        response = sign_in(client, "ada", code=wrong_code(ada))
    assert response.status_code == 429
    clock.shift(60)
    assert sign_in(client, "ada", code=code_on_phone(ada)).status_code == 429


def test_missing_code_is_no_guess(client, ada):
    set_up(ada)
    for _ in range(6):
        assert sign_in(client, "ada").status_code == 200


def test_signed_in_session_outlives_the_lock(client, ada):
    sign_in(client, "ada")
    guess(Client(), "ada", 5, **ELSEWHERE)
    assert client.get("/admin/").status_code == 200


def test_forged_address_does_not_escape_the_lock(client):
    for number in range(5):
        guess(client, f"guess{number}", 1, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    response = guess(client, "another", 1, HTTP_X_FORWARDED_FOR="203.0.113.99")
    assert response.status_code == 429


def test_no_password_or_code_is_kept(client, ada):
    sign_in(client, "ada", "my mistyped password", "123456")
    kept = AccessAttempt.objects.get()
    assert "mistyped" not in kept.post_data
    assert "123456" not in kept.post_data
