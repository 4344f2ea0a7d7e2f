"""Preprints that are entered as articles, and articles that are none."""

import pytest

from tests.sources.intake.reading_files import fields, read_all


def record(*lines):
    return "\n".join(["TY  - JOUR", "TI  - T", "UR  - https://example.org/", *lines, "ER  - ", ""])


@pytest.mark.parametrize(
    "lines",
    [
        ["PB  - PsyArXiv"],
        ["T2  - bioRxiv"],
        ["DO  - 10.31234/osf.io/abcde"],
        ["DO  - 10.1101/2020.01.02.123456"],
        ["DO  - 10.64898/2026.01.02.123456"],
        ["DO  - 10.2139/ssrn.123"],
        ["DO  - 10.21203/rs.3.rs-1/v1"],
        ["DO  - 10.48550/arxiv.9999.00001"],
    ],
)
def test_article_on_a_server_is_a_preprint(lines):
    found = fields(record(*lines))
    assert (found["type"], found["peer_reviewed"]) == ("article", False)


def test_preprint_without_a_container_is_held_by_its_server():
    assert fields(record("PB  - PsyArXiv"))["container_title"] == "PsyArXiv"


def test_article_of_cold_spring_harbor_is_no_preprint():
    lines = ["DO  - 10.1101/gr.123456.119", "PB  - Cold Spring Harbor Laboratory"]
    assert fields(record(*lines, "T2  - Genome Research"))["type"] == "article-journal"


def test_preprint_that_names_a_journal_is_told():
    [found] = read_all(record("DO  - 10.1101/2020.01.02.123456", "T2  - Journal of Nothing"))
    assert "it names “Journal of Nothing”" in found.notes[0]
