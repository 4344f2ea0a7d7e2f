"""CSL-JSON, item by item."""

import json

import pytest

from sources.intake.record import Problem
from sources.intake.text_files import CHUNK
from tests.sources.intake.reading_files import fields, problems, read_all, read_file, titles


def item(**values):
    return json.dumps([{"id": "x", "title": "T", "URL": "https://example.org/"} | values])


def test_csl_of_zotero_is_read():
    article, preprint, season = read_file("zotero.json")
    assert article.fields == {
        "type": "article-journal",
        "title": "Invented effects of a low dose & nothing",
        "container_title": "Journal of Invented Trials",
        "year": 2020,
        "month": 3,
        "day": 15,
        "volume": "14",
        "issue": "2",
        "pages": "731-740",
        "authors": [
            {"family": "van der Eyck", "given": "Bo", "suffix": "Jr."},
            {"literal": "World Health Organization"},
        ],
        "doi": "10.5555/invented.csl",
        "pmid": "99999931",
        "pmcid": "PMC99999931",
        "url": "https://doi.org/10.5555/invented.csl",
    }
    assert (preprint.fields["type"], preprint.fields["peer_reviewed"]) == ("article", False)
    assert "year" not in preprint.fields
    assert (season.fields["type"], season.fields["year"]) == ("webpage", 2021)
    assert "month" not in season.fields


def test_csl_broken_item_is_reported_and_the_others_kept():
    found = read_file("broken.json")
    assert titles(found) == ["The first is whole", "The last is whole"]
    assert problems(found) == [(2, 3)]
    assert "in line 3" in found[1].what
    assert found[2].line == 4


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[None]]}, (None, None, None)),
        ({"date-parts": [[]]}, (None, None, None)),
        ({"date-parts": []}, (None, None, None)),
        ({"date-parts": [["2020", "3"], ["2020", "4"]]}, (2020, 3, None)),
        ({"date-parts": [[2020, 21]]}, (2020, None, None)),
        ({"date-parts": [[2020, 2, 31]]}, (2020, 2, None)),
        ({"raw": "15 March 2020"}, (2020, 3, 15)),
        ({"literal": "in press"}, (None, None, None)),
        ("2020-03", (2020, 3, None)),
        (2020, (2020, None, None)),
        ({"date-parts": [[99999]]}, (None, None, None)),
        ({"date-parts": [[True, 1.5]]}, (None, None, None)),
    ],
)
def test_csl_date_is_read_as_far_as_it_is_one(issued, date):
    found = fields(item(issued=issued))
    assert tuple(found.get(part) for part in ("year", "month", "day")) == date


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ({"family": "Eyck", "dropping-particle": "van"}, {"family": "van Eyck", "given": ""}),
        ({"given": "Only"}, {"literal": "Only"}),
        ({"name": "A Group"}, {"literal": "A Group"}),
        ("A text", {"literal": "A text"}),
    ],
)
def test_csl_name_is_read(author, expected):
    assert fields(item(author=[author]))["authors"] == [expected]


def test_csl_list_of_authors_and_others_is_not_complete():
    found = fields(item(author=[{"family": "Dorn", "given": "Ada"}, {"literal": "et al."}]))
    assert found["authors"] == [{"family": "Dorn", "given": "Ada"}]
    assert found["authors_complete"] is False


def test_csl_note_says_that_authors_are_missing():
    found = fields(item(author=[{"family": "Dorn"}], note="PMID: 1\nAuthor list incomplete"))
    assert (len(found["authors"]), found["authors_complete"]) == (1, False)


def test_csl_single_item_and_list_under_a_name_are_read():
    assert titles(read_all('{"title": "A", "DOI": "10.5555/a"}')) == ["A"]
    assert titles(read_all('{"items": [{"title": "A", "DOI": "10.5555/a"}]}')) == ["A"]


def test_csl_items_across_the_borders_of_chunks_are_read():
    many = [{"title": f"T{n}", "DOI": "10.5555/a", "abstract": "x" * 999} for n in range(900)]
    text = json.dumps(many)
    assert len(text) > 3 * CHUNK
    assert titles(read_all(text)) == [f"T{n}" for n in range(900)]


@pytest.mark.parametrize(
    "hostile",
    [
        '[{"title": ' + "[" * 100_000,
        '[{"title": ' + '{"a":' * 100_000,
        '[{"volume": ' + "1" * 5000 + ', "title": "T"}]',
        '[{"title": "T"',
        '[{"title": "\\ud800", "URL": "https://example.org/"}]',
        '[{"a": 1}, 3, null, "x", [1]]',
    ],
)
def test_csl_that_is_hostile_is_reported(hostile):
    assert {type(one) for one in read_all(hostile)} == {Problem}


def test_csl_number_in_an_annotation_is_not_read():
    assert "pmid" not in fields(item(annote="PMID: 123"))
