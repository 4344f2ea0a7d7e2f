"""Accounts of programs, and accounts given by name."""

import pytest

from microdose_kb import accounts

pytestmark = pytest.mark.django_db


def test_program_works_in_an_account_that_nobody_can_sign_in_with():
    user = accounts.of_program("robot", first_name="The robot")
    assert (user.get_full_name(), user.is_active, user.has_usable_password()) == (
        "The robot",
        False,
        False,
    )


def test_program_has_one_account():
    assert accounts.of_program("robot") == accounts.of_program("robot")


def test_person_of_the_same_name_keeps_the_password(editor):
    editor.set_password("long-and-secret-enough")
    editor.save()
    assert accounts.of_program("edith").check_password("long-and-secret-enough")


def test_name_of_nobody_is_refused_in_words():
    with pytest.raises(accounts.NoAccount, match="no account ghost"):
        accounts.named("ghost")
