"""Questions to Crossref, over real HTTP to a server on this computer."""

import datetime
from types import SimpleNamespace

import pytest

from sources.intake.answers import NoAnswer
from sources.intake.crossref import Crossref, ask_about
from sources.intake.found_notices import Doubt, FoundNotice
from tests.sources.intake.service_server import service_server, update, works

DOI = "10.1000/paper"


@pytest.fixture
def server():
    with service_server() as server:
        yield server


@pytest.fixture
def ask(server):
    def ask(*answers):
        server.answers = list(answers)
        with Crossref(base=server.address) as crossref:
            return crossref.notices(DOI)

    return ask


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
    with Crossref(base=server.address, mail="editors@example.org") as crossref:
        crossref.notices("10.1000/a/../b?c")
    path, _ = server.asked[0]
    assert path == "/works/10.1000%2Fa%2F..%2Fb%3Fc?mailto=editors%40example.org"


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


def test_service_that_is_down_is_not_asked_for_ever(server):
    server.answers = [(200, b"<html>", {})]
    sources = [SimpleNamespace(key=f"paper{n}", doi=f"10.1000/{n}") for n in range(8)]
    with Crossref(base=server.address) as crossref:
        answers = ask_about(sources, crossref)
    assert (len(server.asked), len(answers.unasked)) == (5, 8)
