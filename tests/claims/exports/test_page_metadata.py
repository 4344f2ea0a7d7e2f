"""Highwire tags and COinS of a source: what is told of it, and what is not made up."""

from urllib.parse import parse_qs

import pytest

from claims.exports.page_metadata import brief_coins, coins, highwire

RECORD = {
    "type": "article-journal",
    "title": "Mood & microdoses: a “trial” of 5 < 10 µg",
    "container_title": "Journal of Trials",
    "authors": [
        {"family": "van der Berg", "given": "Ada B.", "suffix": "Jr"},
        {"literal": "The Trial Group"},
    ],
    "year": 2024,
    "month": 3,
    "day": None,
    "volume": "14",
    "issue": "2",
    "pages": "191-200",
    "doi": "10.1000/mood(2024)1",
    "pmid": "12345",
    "url": "https://example.org/mood",
}


def make_record(**changed):
    return RECORD | changed


def told(text):
    return parse_qs(text, strict_parsing=True)


def test_tags_tell_what_is_known():
    assert highwire(RECORD) == [
        ("citation_title", RECORD["title"]),
        ("citation_author", "van der Berg, Ada B., Jr"),
        ("citation_author", "The Trial Group"),
        ("citation_publication_date", "2024/03"),
        ("citation_journal_title", "Journal of Trials"),
        ("citation_volume", "14"),
        ("citation_issue", "2"),
        ("citation_firstpage", "191"),
        ("citation_lastpage", "200"),
        ("citation_doi", "10.1000/mood(2024)1"),
        ("citation_pmid", "12345"),
    ]


def test_tags_leave_out_what_is_not_known():
    unknown = dict.fromkeys(("year", "month", "container_title", "volume", "issue", "pages"))
    names = [name for name, _ in highwire(make_record(**unknown, doi=None, pmid=None, authors=[]))]
    assert names == ["citation_title"]


PARTLY_KNOWN = [{"authors_complete": False}, {"authors_in_order": False}]


@pytest.mark.parametrize("gap", PARTLY_KNOWN)
def test_authors_that_are_not_all_known_in_order_are_left_out(gap):
    record = make_record(**gap)
    assert "citation_author" not in dict(highwire(record))
    assert "rft.au" not in told(coins(record))


def test_article_number_is_no_range():
    names = dict(highwire(make_record(pages="e62878")))
    assert (names["citation_firstpage"], "citation_lastpage" in names) == ("e62878", False)


def test_coins_hold_the_whole_record():
    assert told(coins(RECORD)) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": [RECORD["title"]],
        "rft.au": ["van der Berg, Ada B., Jr", "The Trial Group,"],
        "rft.date": ["2024-03"],
        "rft.jtitle": ["Journal of Trials"],
        "rft.volume": ["14"],
        "rft.issue": ["2"],
        "rft.spage": ["191"],
        "rft.epage": ["200"],
        "rft_id": ["info:doi/10.1000/mood(2024)1", "info:pmid/12345"],
    }


def test_authors_stand_in_printed_order_groups_among_them():
    people = [{"family": "Smith", "given": "Ada"}, {"literal": "The Group"}, {"family": "Lee"}]
    names = told(coins(make_record(authors=people)))["rft.au"]
    assert names == ["Smith, Ada", "The Group,", "Lee"]


def test_conference_paper_stands_in_its_proceedings():
    record = told(coins(make_record(type="paper-conference")))
    assert record["rft.genre"] == ["proceeding"]
    assert record["rft.btitle"] == ["Journal of Trials"]


def test_brief_coins_hold_title_and_doi():
    brief = told(brief_coins(RECORD))
    assert brief["rft.atitle"] == [RECORD["title"]]
    assert brief["rft_id"] == ["info:doi/10.1000/mood(2024)1"]
    assert "rft.au" not in brief


def test_brief_coins_are_whole_without_a_doi():
    record = make_record(doi=None)
    assert brief_coins(record) == coins(record)


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ({}, ["https://example.org/mood"]),
        ({"pmid": "12345"}, ["info:pmid/12345", "https://example.org/mood"]),
        (
            {"pmid": "12345", "url": ""},
            ["info:pmid/12345", "https://pubmed.ncbi.nlm.nih.gov/12345/"],
        ),
    ],
)
def test_source_without_a_doi_is_found_at_an_address(known, found):
    record = make_record(**{"doi": None, "pmid": None, **known})
    assert told(coins(record))["rft_id"] == found


@pytest.mark.parametrize(
    ("type", "format", "title"),
    [
        ("article", "journal", "rft.atitle"),
        ("report", "book", "rft.btitle"),
        ("chapter", "book", "rft.atitle"),
        ("paper-conference", "book", "rft.atitle"),
        ("thesis", "dissertation", "rft.title"),
        ("webpage", "dc", "rft.title"),
    ],
)
def test_every_type_has_its_format(type, format, title):
    record = told(coins(make_record(type=type)))
    assert record["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{format}"]
    assert record[title] == [RECORD["title"]]


def test_no_text_begins_another_field():
    record = make_record(title="a&rft_id=info:doi/10.1/evil#x+y;z%26")
    for text in (coins(record), brief_coins(record)):
        assert told(text)["rft.atitle"] == ["a&rft_id=info:doi/10.1/evil#x+y;z%26"]
