"""Questions to Crossref, over real HTTP to a server on this computer."""

import datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured

from microdose_kb import environment
from sources.intake.crossref import Crossref, NoAnswer, NotKnown, ask_about
from sources.intake.found_notices import Doubt, FoundNotice
from tests.sources.intake.crossref_server import crossref_server, update, works

DOI = "10.1000/paper"


@pytest.fixture
def server():
    with crossref_server() as server:
        yield server


@pytest.fixture
def ask(server):
    opened = []

    def ask(*answers, **patience):
        server.answers = list(answers)
        opened.append(Crossref(base=server.address, pause=0, **patience))
        return opened[-1].notices(DOI)

    yield ask
    for crossref in opened:
        crossref.close()


def test_update_is_told_whole(ask):
    assert ask(works(update("retraction"))) == [
        FoundNotice(
            kind="retraction",
            doi=DOI,
            pmid="",
            issued_on=datetime.date(2021, 3, 14),
            url="https://doi.org/10.1000/notice",
            reason="",
            reference="crossref:10.1000/notice/retraction",
            where="Crossref",
        )
    ]


def test_work_without_updates_has_no_notices(ask):
    assert ask((200, b'{"message": {"DOI": "10.1000/paper"}}', {})) == []


@pytest.mark.parametrize(
    ("type", "kind"),
    [
        ("withdrawal", "retraction"),
        ("expression_of_concern", "expression-of-concern"),
        ("Expression-of-concern", "expression-of-concern"),
        ("erratum", "correction"),
        ("corrigendum", "correction"),
        ("correction", "correction"),
        ("addendum", "correction"),
        ("clarification", "correction"),
        ("reinstatement", "reinstatement"),
    ],
)
def test_type_of_update_is_a_kind_of_notice(ask, type, kind):
    assert ask(works(update(type)))[0].kind == kind


@pytest.mark.parametrize("type", ["partial_retraction", "removal", "new_version", "unheard-of"])
def test_other_types_are_left_to_a_person(ask, type):
    (doubt,) = ask(works(update(type)))
    assert isinstance(doubt, Doubt)
    assert doubt.what == f"called “{type}”, https://doi.org/10.1000/notice"


def test_number_of_retraction_watch_is_the_reference(ask):
    given = update("retraction", source="retraction-watch", **{"record-id": 12})
    assert ask(works(given))[0].reference == "retraction-watch:12"


@pytest.mark.parametrize(
    "updated",
    [None, {}, {"date-parts": [[None]]}, {"date-parts": [[2021, 3]]}, {"date-parts": [[2021, 13, 1]]}],
)  # fmt: skip
def test_incomplete_day_is_none(ask, updated):
    assert ask(works(update("retraction", updated=updated)))[0].issued_on is None


def test_notice_without_doi_has_neither_address_nor_reference(ask):
    (found,) = ask(works(update("retraction", DOI="unavailable")))
    assert (found.url, found.reference) == ("", "")


def test_question_names_the_whole_doi_and_the_contact(server):
    crossref = Crossref(base=server.address, mail="editors@example.org")
    crossref.notices("10.1000/a/../b?c")
    crossref.close()
    path, headers = server.asked[0]
    assert path == "/works/10.1000%2Fa%2F..%2Fb%3Fc?mailto=editors%40example.org"
    assert headers["User-Agent"] == "microdose_kb (mailto:editors@example.org)"


def test_unknown_doi_is_no_failure(ask):
    with pytest.raises(NotKnown):
        ask((404, b"Resource not found.", {}))


def test_busy_crossref_is_asked_again_when_it_says(ask, server):
    assert len(ask((429, b"", {"Retry-After": "0"}), works(update("retraction")))) == 1
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("status", "words"),
    [(429, r"too many questions \(429\)"), (500, r"an error \(500\)"), (403, r"an error \(403\)")],
)
def test_error_that_stays_is_no_answer(ask, status, words):
    with pytest.raises(NoAnswer, match=words):
        ask((status, b"", {"Retry-After": "0"}))


def test_passing_error_is_asked_again(ask, server):
    ask((500, b"", {}), works())
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "body", [b"<!DOCTYPE html><p>Maintenance", b"", b"\xff\xfe", b"[" * 100_000]
)
def test_what_is_no_json_is_no_answer(ask, body):
    with pytest.raises(NoAnswer, match="no JSON"):
        ask((200, body, {}))


@pytest.mark.parametrize(
    "body",
    [b"[]", b"null", b'{"message": 1}', b'{"message": {"updated-by": [{}]}}', b'{"message": {"updated-by": 5}}', b'{"message": {"updated-by": [{"type": null}]}}'],
)  # fmt: skip
def test_json_of_another_form_is_no_answer(ask, body):
    with pytest.raises(NoAnswer, match="another form"):
        ask((200, body, {}))


def test_silence_is_no_answer(ask):
    with pytest.raises(NoAnswer, match="ReadTimeoutError"):
        ask("silence", to_answer=0.05)


def test_answer_that_takes_too_long_altogether_is_none(ask):
    with pytest.raises(NoAnswer, match="no whole answer in time"):
        ask(works(), altogether=-1)


def test_enormous_answer_is_not_read_to_its_end(ask):
    with pytest.raises(NoAnswer, match="larger than 10 MB"):
        ask((200, b" " * 50 * 1024 * 1024, {}))


def test_answer_that_breaks_off_is_none(ask):
    with pytest.raises(NoAnswer, match="no whole answer"):
        ask((200, b'{"message"', {"Content-Length": "1000", "Connection": "close"}))


def test_service_that_is_down_is_not_asked_for_ever(server):
    server.answers = [(200, b"<html>", {})]
    sources = [SimpleNamespace(key=f"paper{n}", doi=f"10.1000/{n}") for n in range(8)]
    crossref = Crossref(base=server.address)
    answers = ask_about(sources, crossref)
    crossref.close()
    assert (len(server.asked), len(answers.unasked)) == (5, 8)


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
