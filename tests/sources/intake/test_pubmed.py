"""Questions to NCBI, over real HTTP to a server on this computer."""

import json

import pytest

from sources.intake.answers import NoAnswer, NotKnown
from sources.intake.pubmed import Names, PubMed
from tests.sources.intake.service_answers import NO_SUMMARY, pubmed, pubmed_nothing, summary
from tests.sources.intake.service_server import service_server

PMID = "99000001"
PMCID = "PMC99000002"


@pytest.fixture
def server():
    with service_server() as server:
        yield server


@pytest.fixture
def asking(server):
    with PubMed(base=server.address, mail="editors@example.org") as pubmed:
        yield pubmed


def test_article_is_asked_for_by_its_number_and_for_whom(server, asking):
    server.answers = [pubmed()]
    assert asking.article(PMID).record.fields["pmid"] == PMID
    path, headers = server.asked[0]
    assert path == (
        "/efetch.fcgi?db=pubmed&id=99000001&retmode=xml&tool=microdose_kb"
        "&email=editors%40example.org"
    )
    assert headers["Accept"] == "application/xml"


@pytest.mark.parametrize("answer", [pubmed_nothing(), (400, b"ID list is empty!", {})])
def test_number_that_nobody_has_is_not_known(server, asking, answer):
    server.answers = [answer]
    with pytest.raises(NotKnown):
        asking.article(PMID)


def test_names_are_asked_of_pubmed_central(server, asking):
    server.answers = [summary()]
    assert asking.names(PMCID) == Names(PMID, "10.1000/example.1")
    assert server.asked[0][0].startswith("/esummary.fcgi?db=pmc&id=99000002&retmode=json&")


def test_article_without_pubmed_number_has_only_its_doi(server, asking):
    ids = [{"idtype": "pmid", "value": "0"}, {"idtype": "doi", "value": "10.1000/x"}]
    server.answers = [summary({"uid": "99000002", "articleids": ids})]
    assert asking.names(PMCID) == Names("", "10.1000/x")


def test_number_without_summary_is_not_known(server, asking):
    server.answers = [summary(NO_SUMMARY)]
    with pytest.raises(NotKnown, match="PubMed Central"):
        asking.names(PMCID)


@pytest.mark.parametrize(
    "body", [b"[]", b"null", b'{"result": 5}', b'{"error": "API rate limit exceeded"}', b'{"result": {"99000002": []}}', b'{"result": {"99000002": {"articleids": [5]}}}'],
)  # fmt: skip
def test_summary_of_another_form_is_no_answer(server, asking, body):
    server.answers = [(200, body, {})]
    with pytest.raises(NoAnswer, match="another form"):
        asking.names(PMCID)


@pytest.mark.parametrize("body", [b"<html>Maintenance</html>", b"", b"\xff", b"[" * 100_000])
def test_summary_that_is_no_json_is_no_answer(server, asking, body):
    server.answers = [(200, body, {})]
    with pytest.raises(NoAnswer, match="no JSON"):
        asking.names(PMCID)


def test_rate_limit_is_told_with_its_pause(server, asking):
    body = json.dumps({"error": "API rate limit exceeded", "count": "4", "limit": "3"}).encode()
    server.answers = [(429, body, {"Retry-After": "3600"})]
    with pytest.raises(NoAnswer, match="ask again after 3600 s$"):
        asking.article(PMID)
