"""Signing in as a person does, with a phone that counts as the standard says."""

from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from microdose_kb import two_factor

LOGIN = "/admin/login/"
PAGE = "/admin/two-factor/"
PASSWORD = "a long password 1"
# Not a secret: hashing well would take most of the time of these tests.
QUICK_HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def sign_in(client, name, password=PASSWORD, code="", **extra):
    sent = {"username": name, "password": password, "code": code}
    return client.post(LOGIN, sent, **extra)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def code_on_phone(user):
    return f"{totp(TOTPDevice.objects.get(user=user).bin_key):06d}"


def wrong_code(user):
    return f"{(int(code_on_phone(user)) + 1) % 1_000_000:06d}"


def set_up(user):
    """Give `user` a phone; return the recovery codes."""
    two_factor.begin(by=user)
    return two_factor.confirm(by=user, code=code_on_phone(user))[1]
