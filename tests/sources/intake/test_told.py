"""Free notes."""

import pytest

from sources.intake import told
from tests.sources.intake.reading_files import fields, read_all


def record(*lines):
    return "\n".join(["TY  - JOUR", "TI  - T", "DO  - 10.5555/a", *lines, "ER  - ", ""])


@pytest.mark.parametrize(
    "text",
    [
        "Replication of Dorn (PMID: 38622150, DOI: 10.5555/b)",
        "<p>PMID: 38622150</p>",
        "See PMID: 38622150",
        "PMID: 38622150; PMID: 123",
    ],
)
def test_number_inside_a_sentence_is_not_the_papers_own(text):
    assert told.identifiers([text]).found == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PMID: 123\nPMCID: PMC5\nCitation Key: dorn2020", {"pmid": ["123"], "pmcid": ["PMC5"]}),
        ("DOI: 10.5555/b.", {"doi": ["10.5555/b."]}),
        ("Registration: EudraCT 2018-003573-97", {"registration": ["EudraCT 2018-003573-97"]}),
        ("tex.ids: a\nPMID: 123", {"pmid": ["123"]}),
        ("PMID: NLM123.", {"pmid": ["123."]}),
    ],
)
def test_number_on_a_line_of_its_own_is_the_papers(text, found):
    assert told.identifiers([text]) == (found, set())


def test_number_behind_other_words_is_doubtful():
    [found] = read_all(record("N1  - See also", "N1  - PMID: 123"))
    assert found.fields["pmid"] == "123"
    assert found.notes == (
        "123 stands in its notes behind other words: see that it is this paper's own.",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peer reviewed: no", False),
        ("peer reviewed: YES.", True),
        ("Peer reviewed: no idea", None),
        ("Was it peer reviewed: no", None),
    ],
)
def test_peer_review_is_told_by_a_line_of_its_own(text, expected):
    assert told.is_reviewed(["words", text]) is expected


def test_sentence_about_peer_review_changes_nothing():
    assert "peer_reviewed" not in fields(record("N1  - Not sure if peer reviewed: no idea"))
