"""PubMed's .nbib."""

import pytest

from sources.intake.record import Problem
from sources.intake.text_files import CHUNK
from tests.sources.intake.reading_files import fields, problems, read_all, read_file, titles

LINE = f"AB  - {'x' * 73}\n"


def test_nbib_of_pubmed_is_read():
    article, _ = read_file("pubmed.nbib")
    assert article.line == 2
    assert article.notes == ()
    assert article.fields == {
        "type": "article-journal",
        "title": "Invented effects of a low dose on attention in volunteers that never were:"
        " a trial of nothing",
        "container_title": "Journal of invented trials",
        "year": 2020,
        "month": 3,
        "day": 15,
        "volume": "14",
        "issue": "2",
        "pages": "731-740",
        "authors": [
            {"family": "van der Eyck", "given": "Bo", "suffix": "Jr"},
            {"literal": "Psychonauts of Nowhere Consortium"},
            {"family": "Dörn", "given": "Ada M"},
        ],
        "doi": "10.5555/invented.pubmed",
        "pmid": "99999911",
        "pmcid": "PMC99999911",
        "registration": "NCT99999999",
    }


def test_nbib_preprint_with_a_translated_title_is_read():
    _, preprint = read_file("pubmed.nbib")
    assert preprint.fields["type"] == "article"
    assert preprint.fields["peer_reviewed"] is False
    assert preprint.fields["title"] == "A translated title"
    assert preprint.fields["authors"] == [{"family": "Hollis", "given": "D"}]
    assert preprint.fields["year"] == 2021
    assert "month" not in preprint.fields


def test_nbib_number_of_pubmed_central_before_that_of_pubmed_belongs_to_the_same_record():
    found = read_all("PMC - PMC1\nPMID- 1\nTI  - A\n\nPMC - PMC2\nPMID- 2\nTI  - B\n")
    assert [one.fields["pmcid"] for one in found] == ["PMC1", "PMC2"]
    assert [one.fields["pmid"] for one in found] == ["1", "2"]


@pytest.mark.parametrize("padding", [0, *range(CHUNK - 60, CHUNK + 5, 3)])
def test_nbib_record_with_a_number_of_pubmed_central_alone_is_a_record(padding):
    start = f"PMID- 3\n{LINE * (padding // len(LINE))}TI  - {'x' * (padding % len(LINE))}\n\n"
    first, second, third = read_all(
        start + "PMC - PMC6\nTI  - U\nDP  - 2020\n\nPMC - PMC7\nPMID- 8\nTI  - V\n"
    )
    assert (second.fields["pmcid"], second.fields["title"]) == ("PMC6", "U")
    assert (third.fields["pmid"], third.fields["pmcid"]) == ("8", "PMC7")
    assert "pmcid" not in first.fields


def test_nbib_file_of_one_record_of_pubmed_central_is_read():
    [found] = read_all("PMC - PMC6\nTI  - U\nDP  - 2020\n")
    assert (found.fields["pmcid"], found.line) == ("PMC6", 1)
    assert "pmid" not in found.fields


def test_nbib_number_of_pubmed_central_within_a_record_begins_none():
    [found] = read_all("PMID- 3\nTI  - U\nPMC - PMC6\nDP  - 2020\n")
    assert (found.fields["pmid"], found.fields["pmcid"]) == ("3", "PMC6")


@pytest.mark.parametrize("padding", [0, *range(CHUNK - 60, CHUNK + 5, 3)])
def test_nbib_record_with_its_number_of_pubmed_further_down_is_one(padding):
    start = f"PMID- 3\n{LINE * (padding // len(LINE))}TI  - {'x' * (padding % len(LINE))}\n\n"
    first, second, third = read_all(
        start + "PMC - PMC6\nOWN - NLM\nVI  - 14\nPMID- 5\nTI  - U\n\nPMID- 8\nTI  - V\n"
    )
    assert (second.fields["pmid"], second.fields["pmcid"]) == ("5", "PMC6")
    assert (second.fields["title"], second.fields["volume"]) == ("U", "14")
    assert second.line == start.count("\n") + 1
    assert "pmcid" not in first.fields
    assert (third.fields["pmid"], "pmcid" in third.fields) == ("8", False)


@pytest.mark.parametrize("between", ["\n", "\n\nOWN - NLM\n", "\n\n"])
def test_nbib_record_of_pubmed_central_alone_stays_apart_from_the_next(between):
    first, second = read_all(f"PMC - PMC6\nTI  - U{between}PMID- 5\nTI  - V\n")
    assert (first.fields["pmcid"], second.fields["pmid"]) == ("PMC6", "5")


def test_nbib_number_of_pubmed_behind_an_empty_line_belongs_to_another_record():
    first, second = read_all("PMC - PMC6\nVI  - 1\n\nPMID- 5\nTI  - V\n")
    assert isinstance(first, Problem)
    assert (second.fields["pmid"], "pmcid" in second.fields) == ("5", False)


def test_nbib_broken_record_is_reported_and_the_others_kept():
    found = read_all("PMID- 1\nTI  - A\n\nPMID- 2\nVI  - 3\n\nPMID- 3\nTI  - C\n")
    assert titles(found) == ["A", "C"]
    assert problems(found) == [(2, 4)]
    assert isinstance(found[1], Problem)


def test_nbib_number_that_is_none_is_told():
    [found] = read_all("PMID- none\nTI  - A\nLID - 10.5555/a [doi]\n")
    assert "pmid" not in found.fields
    assert "'none'" in found.notes[0]


def test_nbib_registration_of_another_data_bank_is_not_read():
    assert "registration" not in fields("PMID- 1\nTI  - A\nSI  - GENBANK/AB000000\n")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020 Mar-Apr", (2020, None, None)),
        ("2020 Spring", (2020, None, None)),
        ("2020 Mar", (2020, 3, None)),
        ("2020 Dec-2021 Jan", (2020, None, None)),
        ("20200315", (2020, 3, 15)),
    ],
)
def test_nbib_date_is_read_as_far_as_it_is_one(text, date):
    found = fields(f"PMID- 1\nTI  - A\nDP  - {text}\n")
    assert tuple(found.get(part) for part in ("year", "month", "day")) == date


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (
            "PT  - Retracted Publication\nRIN - J X. 2021. PMID: 3",
            "PubMed lists a retraction notice (J X. 2021. PMID: 3): record it once it is taken in.",
        ),
        (
            "PT  - Retracted Publication",
            "PubMed lists a retraction notice: record it once it is taken in.",
        ),
        (
            "ECI - J X.",
            "PubMed lists an expression of concern (J X): record it once it is taken in.",
        ),
        ("EIN - J X.", "PubMed lists a correction (J X): record it once it is taken in."),
        ("UIN - J X.", "PubMed lists an update (J X): record it once it is taken in."),
        (
            "ROF - J X.",
            "This is a notice on another paper (J X): record it with that paper rather than take it in.",
        ),
    ],
)
def test_nbib_notice_is_told(lines, note):
    [found] = read_all(f"PMID- 1\nTI  - A\n{lines}\n")
    assert found.notes == (note,)


@pytest.mark.parametrize("title", ["RETRACTED: A", "RETRACTED ARTICLE: A", "[Retracted] A"])
def test_title_that_says_retracted_is_told(title):
    [found] = read_all(f"PMID- 1\nTI  - {title}\n")
    assert "record the notice" in found.notes[0]
