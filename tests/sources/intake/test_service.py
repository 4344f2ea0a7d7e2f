"""Questions to a service, over real HTTP to a server on this computer."""

import gzip
import time
from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured

from microdose_kb import environment
from sources.intake.answers import NoAnswer, NotKnown
from sources.intake.service import AT_THE_DESK, Patience, Service
from tests.sources.intake.service_server import TRICKLES, service_server

WHOLE = (200, b"{}", {})
QUICK = Patience(to_connect=1, to_answer=1, altogether=5, repeats=3, pause=0, pause_at_most=1)
ENORMOUS = b" " * 50 * 1024 * 1024


@pytest.fixture
def server():
    with service_server() as server:
        yield server


@pytest.fixture
def ask(server):
    def ask(*answers, patience=QUICK, **how):
        server.answers = list(answers)
        with Service("Crossref", server.address, patience, **how) as service:
            return service.ask("works", "application/json")

    return ask


def test_whole_answer_is_returned(ask):
    assert ask(WHOLE) == b"{}"


def test_compressed_answer_is_unpacked(ask):
    assert ask((200, gzip.compress(b"{}"), {"Content-Encoding": "gzip"})) == b"{}"


def test_question_names_us_and_the_contact(ask, server):
    ask(WHOLE, mail="editors@example.org")
    _, headers = server.asked[0]
    assert headers["User-Agent"] == "microdose_kb (mailto:editors@example.org)"


def test_unknown_record_is_no_failure(ask, server):
    with pytest.raises(NotKnown, match="Crossref has no such record"):
        ask((404, b"Resource not found.", {}))
    assert len(server.asked) == 1


def test_busy_service_is_asked_again_when_it_says(ask, server):
    assert ask((429, b"", {"Retry-After": "0"}), WHOLE) == b"{}"
    assert len(server.asked) == 2


def test_busy_service_is_not_asked_sooner_than_it_says(ask, server):
    with pytest.raises(NoAnswer, match=r"\(429\); ask again after 30 s, and set CONTACT_MAIL"):
        ask((429, b"", {"Retry-After": "30"}), WHOLE)
    assert len(server.asked) == 1


@pytest.mark.parametrize("told", ["soon", "9" * 5000, "Mon, 99 Foo 0000 99:99:99 GMT"])
def test_pause_that_is_none_is_passed_over(ask, told):
    assert ask((503, b"", {"Retry-After": told}), WHOLE) == b"{}"


@pytest.mark.parametrize(
    ("status", "words"),
    [(429, r"too many questions \(429\)"), (500, r"an error \(500\)"), (403, r"an error \(403\)")],
)
def test_error_that_stays_is_no_answer(ask, status, words):
    with pytest.raises(NoAnswer, match=words):
        ask((status, b"", {"Retry-After": "0"}))


def test_passing_error_is_asked_again(ask, server):
    ask((500, b"", {}), WHOLE)
    assert len(server.asked) == 2


def test_silence_is_no_answer(ask):
    with pytest.raises(NoAnswer, match="ReadTimeoutError"):
        ask("silence", patience=replace(QUICK, to_answer=0.05))


def test_closed_door_is_no_answer(ask, server):
    with pytest.raises(NoAnswer, match="NewConnectionError"):
        Service("Crossref", "http://127.0.0.1:1", QUICK).ask("works", "application/json")


@pytest.mark.parametrize("trickle", TRICKLES)
def test_trickle_is_ended_in_time(ask, trickle):
    began = time.monotonic()
    with pytest.raises(NoAnswer, match="in time"):
        ask(trickle, patience=replace(QUICK, altogether=0.2))
    assert time.monotonic() - began < 2


def test_questions_together_end_in_time(ask):
    with pytest.raises(NoAnswer, match="in time"):
        ask(WHOLE, until=time.monotonic() - 1)


def test_person_at_the_desk_waits_ten_seconds_at_most():
    assert AT_THE_DESK.altogether == 10
    once = AT_THE_DESK.to_answer * (AT_THE_DESK.repeats + 1) + AT_THE_DESK.pause_at_most
    assert once <= AT_THE_DESK.altogether


@pytest.mark.parametrize("status", [200, 500])
def test_enormous_answer_is_not_read_to_its_end(ask, status):
    with pytest.raises(NoAnswer, match="larger than 10 MB" if status == 200 else "500"):
        ask((status, ENORMOUS, {}), patience=replace(QUICK, to_answer=5))


def test_enormous_answer_in_a_small_dress_is_not_unpacked(ask):
    with pytest.raises(NoAnswer, match="larger than 10 MB"):
        ask((200, gzip.compress(ENORMOUS), {"Content-Encoding": "gzip"}))


def test_answer_that_breaks_off_is_none(ask):
    with pytest.raises(NoAnswer, match="no whole answer"):
        ask((200, b'{"message"', {"Content-Length": "1000", "Connection": "close"}))


def test_answer_packed_wrongly_is_none(ask):
    with pytest.raises(NoAnswer, match="no whole answer"):
        ask((200, b"no gzip at all", {"Content-Encoding": "gzip"}))


def test_circle_of_redirects_is_left(ask, server):
    with pytest.raises(NoAnswer, match="TooManyRedirects"):
        ask((302, b"", {"Location": "/works"}))
    assert len(server.asked) == 4


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://example.org/", "http://["])
def test_redirect_to_no_web_address_is_not_followed(ask, place):
    with pytest.raises(NoAnswer, match="no whole answer"):
        ask((302, b"", {"Location": place}))


@pytest.mark.parametrize("value", ["api.crossref.org", "ftp://x", "https://x/?q=1", "https://a@b"])
def test_address_setting_refuses_what_is_no_address(monkeypatch, value):
    monkeypatch.setenv("CROSSREF_URL", value)
    with pytest.raises(ImproperlyConfigured, match="Give an address without a query"):
        environment.web_address("CROSSREF_URL", "")


@pytest.mark.parametrize("value", ["editors", "a@b\nX: y", "a@b, c@d", "@b"])
def test_contact_setting_refuses_what_is_no_mail_address(monkeypatch, value):
    monkeypatch.setenv("CONTACT_MAIL", value)
    with pytest.raises(ImproperlyConfigured, match="Give one mail address"):
        environment.mail_address("CONTACT_MAIL", "")
