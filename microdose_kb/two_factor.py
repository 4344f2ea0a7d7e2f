"""The second factor of a sign-in: a phone's codes, and printed recovery codes for when it is away."""

import re
from base64 import b32encode

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
PHONE_CODE = re.compile(r"[0-9]{6}")
RECOVERY_CODE = re.compile(r"[a-z2-7]{8}")


class CodeRefused(Exception):
    """The code does not count; the message says what to do."""


class WrongCode(CodeRefused):
    pass


class TooManyCodes(CodeRefused):
    pass


def phone(user):
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def unconfirmed_phone(user):
    return TOTPDevice.objects.filter(user=user, confirmed=False).first()


def codes_left(user):
    return StaticToken.objects.filter(device__user=user, device__confirmed=True).count()


def is_held_back(user):
    """Whoever must have a second factor does nothing before it is shown."""
    must = settings.REQUIRE_2FA and any(map(user.has_perm, settings.TWO_FACTOR_PERMISSIONS))
    return must and not user.is_verified()


def secret(device):
    """Return the secret as authenticators take it typed: in groups of four."""
    typed = b32encode(device.bin_key).decode()
    return " ".join(typed[start : start + 4] for start in range(0, len(typed), 4))


def check(*, user, code):
    """Return the device that accepts the code; one that was tried in vain stays counted."""
    token = re.sub(r"[\s-]", "", code).lower()
    with transaction.atomic():
        device = _device(user, token)
        refusal = _refusal(device, token)
    if refusal:
        raise refusal
    return device


@transaction.atomic
def begin(*, by):
    """Make a secret for the phone; one that is in use stays."""
    if phone(by) is None:
        TOTPDevice.objects.filter(user=by).delete()
        TOTPDevice.objects.create(user=by, name="Authenticator", confirmed=False)


def confirm(*, by, code):
    """Switch two-factor on with the phone's first code; return the phone and the recovery codes."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=by, confirmed=False).first()
        refusal = _refusal(device, re.sub(r"\s", "", code))
        if refusal is None:
            device.confirmed = True
            device.save()
            return device, _new_codes(by)
    raise refusal


def renew_codes(*, by, code):
    """Make new recovery codes, after which the old ones count no more."""
    check(user=by, code=code)
    return _new_codes(by)


def remove(*, by, code):
    check(user=by, code=code)
    forget(user=by)


@transaction.atomic
def forget(*, user):
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _device(user, token):
    """A code's form says what it is for, so that a wrong one counts against one device only."""
    for form, devices in ((PHONE_CODE, TOTPDevice.objects), (RECOVERY_CODE, StaticDevice.objects)):
        if form.fullmatch(token):
            return devices.select_for_update().filter(user=user, confirmed=True).first()
    return None


def _refusal(device, token):
    wrong = WrongCode(
        "This code is wrong, or it was used before. Wait for the next one on your phone and type it."
    )
    if device is None:
        return wrong
    is_allowed, why = device.verify_is_allowed()
    if not is_allowed:
        seconds = (why["locked_until"] - timezone.now()).total_seconds()
        return TooManyCodes(f"Too many wrong codes. Try again in {_duration(seconds)}.")
    return None if device.verify_token(token) else wrong


def _duration(seconds):
    minutes = int(seconds // 60) + 1
    return f"{minutes} minutes" if minutes > 1 else "a minute"


@transaction.atomic
def _new_codes(user):
    """A session that a recovery code opened stays open: the device keeps its name."""
    device, _ = StaticDevice.objects.get_or_create(user=user, name="Recovery codes")
    device.token_set.all().delete()
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return [f"{code[:4]}-{code[4:]}" for code in codes]
