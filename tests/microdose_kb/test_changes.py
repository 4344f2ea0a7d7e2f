"""What every screen of a kept row shares, where no single screen shows it."""

import pytest

from tests.claims.admin.pages import shown, text
from tests.people import make_source

LIST = "/admin/sources/source/"


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501, "a\x00b"])
def test_reason_is_asked_for_and_kept_short(client, editor, reason):
    source = make_source(by=editor)
    client.force_login(editor)
    address = f"{LIST}{source.pk}/change/"
    response = client.post(address, shown(client, address, title="New", reason=reason))
    assert "reason" in response.context["adminform"].form.errors
    source.refresh_from_db()
    assert source.title != "New"


def test_reason_is_not_asked_for_when_adding(client, editor):
    client.force_login(editor)
    assert 'name="reason"' not in client.get(f"{LIST}add/").content.decode()


def test_two_forms_sent_one_after_the_other_lose_nothing(client, editor, reviewer):
    source = make_source(by=editor)
    address = f"{LIST}{source.pk}/change/"
    client.force_login(editor)
    first = shown(client, address, population="first", reason="Read.")
    second = shown(client, address, funding_note="second", reason="Read too.")
    client.post(address, first)
    assert "Nothing was saved" in text(client.post(address, second))
    source.refresh_from_db()
    assert (source.population, source.funding_note) == ("first", "")


def test_stale_form_tells_what_changed_meanwhile(client, editor):
    source = make_source(by=editor)
    address = f"{LIST}{source.pk}/change/"
    client.force_login(editor)
    first = shown(client, address, title="Quicker", reason="Read.")
    second = shown(client, address, population="what I typed", reason="Read too.")
    client.post(address, first)
    response = client.post(address, second)
    assert "Title: was A trial called smith2024trial, is now Quicker." in text(response)
    assert "what I typed" in response.content.decode()


@pytest.mark.parametrize("version", ["", "0", "-1", "abc", "9" * 30])
def test_form_without_the_right_version_is_refused(client, editor, version):
    source = make_source(by=editor)
    address = f"{LIST}{source.pk}/change/"
    client.force_login(editor)
    sent = shown(client, address, title="New", reason="Read.", seen_version=version)
    assert "Nothing was saved" in text(client.post(address, sent))


def test_forms_need_the_token(client, editor):
    source = make_source(by=editor)
    address = f"{LIST}{source.pk}/change/"
    client.force_login(editor)
    sent = shown(client, address, title="New", reason="Read.")
    client.handler.enforce_csrf_checks = True
    assert client.post(address, sent).status_code == 403


def test_delete_action_is_refused_to_strangers_without_words(client, stranger):
    client.force_login(stranger)
    assert client.post(LIST, {"action": "delete_selected"}).status_code == 403


def test_history_of_a_row_shows_no_style_of_its_own(client, editor):
    source = make_source(by=editor)
    client.force_login(editor)
    assert "style=" not in client.get(f"{LIST}{source.pk}/history/").content.decode()
