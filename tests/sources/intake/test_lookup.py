"""From an identifier to a record, over real HTTP to a server on this computer."""

import time
from dataclasses import replace

import pytest

from sources.identifiers import BadIdentifier
from sources.intake import lookup
from sources.intake.answers import NoAnswer, NotKnown
from sources.intake.lookup import Name, here_already, look_up, name_of
from sources.intake.service import AT_THE_DESK
from tests.people import make_source
from tests.sources.intake.service_answers import crossref, pubmed, summary
from tests.sources.intake.service_server import service_server, update

QUICK = replace(AT_THE_DESK, to_answer=0.1, pause=0)
DOI = Name("doi", "10.1000/example.1")
PMID = Name("pmid", "99000001")
PMCID = Name("pmcid", "PMC99000002")


@pytest.fixture
def server(settings):
    with service_server() as server:
        settings.CROSSREF_URL = settings.PUBMED_URL = server.address
        yield server


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" https://doi.org/10.1000/Example.1 ", DOI),
        ("doi:10.1000/example.1", DOI),
        ("99000001", PMID),
        ("https://pubmed.ncbi.nlm.nih.gov/99000001/", PMID),
        ("pmc99000002", PMCID),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC99000002/", PMCID),
    ],
)
def test_identifier_is_known_in_any_dress(text, name):
    assert name_of(text) == name


@pytest.mark.parametrize("text", ["", "mood", "10.1000/<script>", "0", "PMC", "1" * 600, "\x00"])
def test_what_is_no_identifier_is_refused_with_an_example(text):
    with pytest.raises(BadIdentifier, match="Write it like 10.1038"):
        name_of(text)


def test_doi_is_asked_of_crossref(server):
    server.answers = [crossref()]
    found = look_up(DOI, QUICK)
    assert found.record.fields["container_title"] == "Journal of Examples"
    assert (found.service, found.address) == ("Crossref", "https://doi.org/10.1000/example.1")


def test_pubmed_number_is_asked_of_pubmed(server):
    server.answers = [pubmed()]
    found = look_up(PMID, QUICK)
    assert found.record.fields["pmcid"] == "PMC99000002"
    assert found.address == "https://pubmed.ncbi.nlm.nih.gov/99000001/"


def test_pubmed_central_number_leads_to_pubmed(server):
    server.answers = [summary(), pubmed()]
    assert look_up(PMCID, QUICK).record.fields["pmid"] == "99000001"
    assert [path.partition("?")[0] for path, _ in server.asked] == [
        "/esummary.fcgi",
        "/efetch.fcgi",
    ]


def test_pubmed_central_number_without_pubmed_number_leads_to_crossref(server):
    only_doi = {"articleids": [{"idtype": "doi", "value": "10.1000/example.1"}]}
    server.answers = [summary(only_doi), crossref()]
    fields = look_up(PMCID, QUICK).record.fields
    assert (fields["doi"], fields["pmcid"]) == ("10.1000/example.1", "PMC99000002")


def test_pubmed_central_number_that_leads_nowhere_is_told(server):
    server.answers = [summary({"articleids": []})]
    with pytest.raises(NoAnswer, match="neither a PubMed number nor a DOI"):
        look_up(PMCID, QUICK)


def test_notices_are_remarks_and_no_part_of_the_record(server):
    twice = update("retraction"), update("retraction", source="retraction-watch")
    server.answers = [crossref(**{"updated-by": list(twice)})]
    found = look_up(DOI, QUICK)
    assert found.remarks == (
        "Crossref lists a notice of retraction (https://doi.org/10.1000/notice): record it after"
        " saving.",
    )
    assert "status" not in found.record.fields


def test_notice_of_an_unknown_kind_is_a_remark(server):
    server.answers = [crossref(**{"updated-by": [update("removal")]})]
    assert "a notice called “removal”" in look_up(DOI, QUICK).remarks[0]


def test_answer_under_another_doi_is_a_remark(server):
    server.answers = [crossref(DOI="10.1000/other")]
    assert (
        look_up(DOI, QUICK)
        .remarks[0]
        .startswith("Crossref answers under 10.1000/other, not under 10.1000/example.1")
    )


def test_doi_of_another_agency_is_told_with_the_remedy(server):
    server.answers = [(404, b"Resource not found.", {})]
    with pytest.raises(NotKnown, match="DOI 10.1000/example.1: another agency .* by hand"):
        look_up(DOI, QUICK)


@pytest.mark.parametrize("name", [DOI, PMID, PMCID])
@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((429, b"", {"Retry-After": "120"}), "ask again after 120 s"),
        ((500, b"", {}), r"an error \(500\)"),
        ((200, b"<!DOCTYPE html><html><body><p>Maintenance</body></html>", {}), "no (JSON|XML)"),
        ((200, b" " * 50 * 1024 * 1024, {}), "larger than 10 MB"),
        ((302, b"", {"Location": "/again"}), "TooManyRedirects"),
        ("silence", "ReadTimeoutError"),
    ],
)
def test_service_that_is_away_is_told_with_the_remedy(server, name, answer, words):
    server.answers = [answer]
    with pytest.raises(NoAnswer, match=f"could not be asked about .*{words}.*by hand"):
        look_up(name, QUICK)


def test_several_questions_end_together(server):
    server.answers = [summary(), "trickle"]
    began = time.monotonic()
    with pytest.raises(NoAnswer):
        look_up(PMCID, replace(QUICK, altogether=0.3))
    assert time.monotonic() - began < 2


def test_record_without_title_is_told_as_such(server):
    server.answers = [crossref(title=[], subtitle=[])]
    with pytest.raises(NoAnswer, match="It has no title"):
        look_up(DOI, QUICK)


@pytest.mark.parametrize("kind", lookup.LABELS)
def test_source_is_here_under_any_of_its_identifiers(editor, kind):
    source = make_source(by=editor, doi=DOI.text, pmid=PMID.text, pmcid=PMCID.text)
    assert here_already(**{kind: getattr(source, kind)}) == source


def test_source_without_identifier_is_not_taken_for_another(editor):
    make_source(by=editor)
    assert here_already(doi="", pmid="") is None


def test_merged_source_is_here_as_what_it_became(editor):
    kept = make_source(by=editor)
    make_source(by=editor, key="other2020b", doi=DOI.text, merged_into=kept)
    assert here_already(doi=DOI.text) == kept
