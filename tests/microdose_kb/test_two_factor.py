"""Setting up, renewing and removing the second factor of one's own account."""

import re
from base64 import b32encode

import pytest
import time_machine
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from microdose_kb import two_factor
from tests.microdose_kb.door import PAGE, code_on_phone, set_up, wrong_code

PICTURE = f"{PAGE}qr.svg"
DEVICES = "/admin/otp_totp/totpdevice/"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def begun(desk):
    desk.post(PAGE, {"deed": "begin"})
    return desk


@pytest.fixture
def in_use(desk, editor, clock):
    set_up(editor)
    clock.shift(60)
    return desk


def secret(user):
    return b32encode(TOTPDevice.objects.get(user=user).bin_key).decode()


def send(client, deed, code):
    return client.post(PAGE, {"deed": deed, "code": code})


def words(response):
    return response.content.decode()


def codes_on(response):
    return re.findall(r"<li><code>([a-z2-7]{4}-[a-z2-7]{4})</code>", words(response))


@pytest.mark.parametrize("address", [PAGE, PICTURE])
def test_page_is_for_those_who_signed_in(client, address):
    assert client.get(address).headers["Location"].startswith("/admin/login/")


def test_opening_the_page_makes_no_secret(desk):
    assert desk.get(PAGE).status_code == 200
    assert not TOTPDevice.objects.exists()


def test_page_shows_the_secret_in_fours(begun, editor):
    shown = re.search(r'class="secret">([^<]+)<', words(begun.get(PAGE)))[1]
    assert shown.replace(" ", "") == secret(editor)
    assert {len(part) for part in shown.split(" ")} == {4}


def test_picture_is_an_svg_that_nobody_keeps(begun):
    response = begun.get(PICTURE)
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert "no-store" in response.headers["Cache-Control"]
    assert b"<svg" in response.content
    assert b"style=" not in response.content


def test_picture_holds_the_secret_and_the_sites_name(editor):
    two_factor.begin(by=editor)
    held = two_factor.unconfirmed_phone(editor).config_url
    assert f"secret={secret(editor)}" in held
    assert "Microdosing%20Evidence" in held


@pytest.mark.parametrize("stage", ["desk", "in_use"])
def test_picture_is_there_during_set_up_only(request, stage):
    assert request.getfixturevalue(stage).get(PICTURE).status_code == 404


def test_right_code_switches_it_on_and_shows_ten_codes_once(begun, editor):
    response = send(begun, "confirm", code_on_phone(editor))
    assert len(set(codes_on(response))) == 10
    assert "no-store" in response.headers["Cache-Control"]
    assert codes_on(begun.get(PAGE)) == []
    assert two_factor.phone(editor)


def test_setting_up_verifies_the_session(begun, editor):
    send(begun, "confirm", code_on_phone(editor))
    assert begun.get(PAGE).wsgi_request.user.is_verified()


def test_wrong_code_switches_nothing_on(begun, editor):
    response = send(begun, "confirm", wrong_code(editor))
    assert "This code is wrong" in words(response)
    assert two_factor.phone(editor) is None


def test_set_up_that_was_not_begun_confirms_nothing(desk, editor):
    assert "This code is wrong" in words(send(desk, "confirm", "123456"))
    assert two_factor.phone(editor) is None


def test_beginning_again_makes_another_secret(begun, editor):
    first = secret(editor)
    begun.post(PAGE, {"deed": "begin"})
    assert secret(editor) != first


def test_beginning_again_keeps_a_phone_in_use(in_use, editor):
    first = secret(editor)
    in_use.post(PAGE, {"deed": "begin"})
    assert secret(editor) == first


def test_secret_is_not_shown_after_set_up(in_use, editor):
    assert secret(editor)[:4] not in words(in_use.get(PAGE))


def test_new_codes_replace_the_old_ones(desk, editor, clock):
    old = set_up(editor)
    clock.shift(60)
    new = codes_on(send(desk, "renew", code_on_phone(editor)))
    assert len(new) == 10
    assert not set(new) & set(old)
    with pytest.raises(two_factor.WrongCode):
        two_factor.check(user=editor, code=old[0])


def test_wrong_code_keeps_the_old_codes(desk, editor, clock):
    old = set_up(editor)
    clock.shift(60)
    assert codes_on(send(desk, "renew", wrong_code(editor))) == []
    assert two_factor.check(user=editor, code=old[0])


def test_page_counts_the_codes_that_are_left(desk, editor):
    two_factor.check(user=editor, code=set_up(editor)[0])
    assert "Recovery codes left: 9." in words(desk.get(PAGE))


def test_removing_needs_a_right_code(in_use, editor):
    assert "This code is wrong" in words(send(in_use, "remove", wrong_code(editor)))
    assert two_factor.phone(editor)


def test_removing_takes_phone_and_codes_away(in_use, editor):
    response = in_use.post(PAGE, {"deed": "remove", "code": code_on_phone(editor)}, follow=True)
    assert "Your password alone signs you in" in words(response)
    assert not TOTPDevice.objects.exists()
    assert not StaticDevice.objects.exists()


def test_nobody_touches_the_phone_of_another(in_use, editor, reviewer):
    in_use.force_login(reviewer)
    send(in_use, "remove", code_on_phone(editor))
    assert two_factor.phone(editor)


@pytest.mark.parametrize("deed", ["", "explode"])
def test_unknown_deed_is_refused_in_words(desk, deed):
    response = desk.post(PAGE, {"deed": deed})
    assert response.status_code == 400
    assert "Load it again" in words(response)


def test_wrong_codes_make_ever_longer_waits(editor, clock):
    set_up(editor)
    for _ in range(8):
        clock.shift(600)
        with pytest.raises(two_factor.WrongCode):
            two_factor.check(user=editor, code=wrong_code(editor))
    with pytest.raises(two_factor.TooManyCodes, match="in 3 minutes"):
        two_factor.check(user=editor, code=code_on_phone(editor))


def test_every_admin_page_links_to_the_page(desk):
    assert f'href="{PAGE}"' in words(desk.get("/admin/"))


def test_administrator_sees_phones_but_no_secret(client, admin_user, editor):
    set_up(editor)
    client.force_login(admin_user)
    assert "edith" in words(client.get(DEVICES))
    page = words(client.get(f"{DEVICES}{TOTPDevice.objects.get().pk}/change/"))
    assert TOTPDevice.objects.get().key not in page
    assert secret(editor) not in page


@pytest.mark.parametrize("address", [f"{DEVICES}add/", "/admin/otp_static/staticdevice/"])
def test_administrator_makes_no_device_for_others(client, admin_user, address):
    client.force_login(admin_user)
    assert client.get(address).status_code in (403, 404)


def test_administrator_resets_who_lost_phone_and_codes(client, admin_user, editor):
    set_up(editor)
    client.force_login(admin_user)
    client.post(f"{DEVICES}{TOTPDevice.objects.get().pk}/delete/", {"post": "yes"})
    assert not TOTPDevice.objects.exists()
    assert not StaticDevice.objects.exists()
