"""Accounts in whose name a program works, and accounts that a command is given by name."""

from django.contrib.auth import get_user_model


class NoAccount(LookupError):
    """There is no account of that name."""


def of_program(username, **names):
    """Return the account that a program works in; nobody can sign in with it. `names` are shown in histories."""
    user, is_new = get_user_model().objects.get_or_create(
        username=username, defaults=names | {"is_active": False}
    )
    if is_new:
        user.set_unusable_password()
        user.save()
    return user


def named(username):
    """Return the account of that name. Raises NoAccount, saying where names are listed."""
    user = get_user_model().objects.filter(username=username).first()
    if user is None:
        raise NoAccount(
            f"There is no account {username}. Give the name of one that the admin lists under Users,"
            " or leave out --by."
        )
    return user
