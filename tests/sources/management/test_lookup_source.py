"""The command that prints a record, asking a Crossref and a PubMed on this computer."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from sources.models import Source
from tests.people import make_source
from tests.sources.intake.service_answers import crossref, pubmed
from tests.sources.intake.service_server import service_server, update

pytestmark = pytest.mark.django_db
DOI = "10.1000/example.1"


@pytest.fixture
def server(settings):
    with service_server() as server:
        settings.CROSSREF_URL = settings.PUBMED_URL = server.address
        yield server


def look_up(identifier):
    output = StringIO()
    call_command("lookup_source", identifier, stdout=output)
    return output.getvalue()


def test_record_reference_and_place_are_printed(server):
    server.answers = [crossref()]
    words = look_up(f"https://doi.org/{DOI}")
    assert '"container_title": "Journal of Examples"' in words
    assert "\nReference: van der Example AB Jr, Müster C; Invented Trial Group. Effects of" in words
    assert words.endswith(
        "Told by Crossref; the same for people: https://doi.org/10.1000/example.1\n"
        "Not in the library yet.\n"
    )


def test_nothing_is_stored(server):
    server.answers = [pubmed()]
    look_up("99000001")
    assert not Source.objects.exists()


def test_source_that_is_here_is_named(server, editor):
    make_source(by=editor, doi=DOI)
    server.answers = [pubmed()]
    assert look_up("PMID: 99000001").endswith("In the library as smith2024trial.\n")


def test_source_with_nearly_the_same_title_is_named(server, editor):
    make_source(by=editor, title="Effects of very low dose on 5-HT2A receptors: an invented trial")
    server.answers = [crossref()]
    assert look_up(DOI).endswith("but smith2024trial has nearly the same title.\n")


def test_notice_is_printed(server):
    server.answers = [crossref(**{"updated-by": [update("retraction")]})]
    assert (
        "Note: Crossref lists a notice of retraction (https://doi.org/10.1000/notice)"
        in look_up(DOI)
    )


@pytest.mark.parametrize(
    ("identifier", "answer", "code"),
    [
        ("no identifier", None, 2),
        (DOI, (404, b"Resource not found.", {}), 3),
        (DOI, (200, b"<html>", {}), 4),
    ],
)
def test_failure_has_its_own_exit_code(server, identifier, answer, code):
    server.answers = [answer]
    with pytest.raises(CommandError) as error:
        look_up(identifier)
    assert error.value.returncode == code
