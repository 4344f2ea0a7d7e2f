"""Crossref's works as records of the library."""

import pytest

from sources.intake.crossref_works import date_of, to_record
from sources.intake.record import KEYS, Problem
from tests.sources.intake.service_answers import work

DOI = "10.1000/example.1"


def record(**changes):
    return to_record(work(**changes), DOI)


def fields(**changes):
    return record(**changes).fields


def test_work_is_told_whole():
    assert fields() == {
        "type": "article-journal",
        "title": "Effects of a very low dose on 5-HT2A receptors: An invented trial",
        "container_title": "Journal of Examples",
        "year": 2019,
        "month": 11,
        "day": 15,
        "volume": "14",
        "issue": "2",
        "pages": "731-740",
        "authors": [
            {"family": "van der Example", "given": "Ada B.", "suffix": "Jr"},
            {"family": "Müster", "given": "Cé"},
            {"literal": "Invented Trial Group"},
        ],
        "doi": DOI,
        "registration": "NCT00000000",
    }


def test_abstract_is_not_read():
    assert "belongs to its publisher" not in str(record())


@pytest.mark.parametrize(
    "title",
    [["RETRACTED: A <b>trial</b>"], ["<jats:italic>RETRACTED: A</jats:italic>\n  trial."], "RETRACTED: A&nbsp;trial"],
)  # fmt: skip
def test_title_is_plain_text_on_one_line(title):
    assert fields(title=title, subtitle=None)["title"] == "RETRACTED: A trial"


def test_title_keeps_what_is_no_markup():
    title = "Change <script>alert(1)</script> at p < 0.05 & n > 3"
    assert fields(title=[title], subtitle=[])["title"] == "Change alert(1) at p < 0.05 & n > 3"


def test_subtitle_is_not_told_twice():
    title = "Low doses: an invented trial"
    assert fields(title=[title])["title"] == title


@pytest.mark.parametrize("author", [None, [], "Somebody", [None, {}, {"sequence": "first"}]])
def test_missing_authors_stay_missing(author):
    assert "authors" not in fields(author=author)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2019, 11, 15]]}, (2019, 11, 15)),
        ({"date-parts": [[2019]]}, (2019, None, None)),
        ({"date-parts": [[2019, 13, 1]]}, (2019, None, None)),
        ({"date-parts": [["2019", "2"]]}, (2019, 2, None)),
        ({"date-parts": [[None]]}, (None, None, None)),
        ({"date-parts": [[]]}, (None, None, None)),
        ({"date-parts": []}, (None, None, None)),
        ({"date-parts": None}, (None, None, None)),
        ("2019", (None, None, None)),
        (None, (None, None, None)),
    ],
)
def test_date_is_read_as_far_as_it_is_told(value, date):
    assert date_of(value) == date


def test_unknown_date_gives_way_to_the_next():
    nulls = {"date-parts": [[None]]}
    given = fields(**{"published-print": nulls, "published": {"date-parts": [[2019, 9]]}})
    assert (given["year"], given["month"]) == (2019, 9)


def test_work_without_any_date_has_no_year():
    nulls = dict.fromkeys(
        ("published-print", "published", "issued", "published-online"), {"date-parts": [[None]]}
    )
    assert "year" not in fields(**nulls)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("book-chapter", "chapter"),
        ("monograph", "book"),
        ("dissertation", "thesis"),
        ("proceedings-article", "paper-conference"),
        ("report", "report"),
        ("a-type-of-next-year", "article-journal"),
    ],
)
def test_type_is_one_of_ours(kind, expected):
    assert fields(type=kind)["type"] == expected


def test_preprint_names_its_server_and_its_article():
    preprint = record(
        type="posted-content",
        subtype="preprint",
        institution=[{"name": "bioRxiv"}],
        **{"container-title": []},
        relation={"is-preprint-of": [{"id-type": "doi", "id": "10.1000/journal"}]},
    )
    told = preprint.fields
    assert (told["type"], told["container_title"], told["peer_reviewed"]) == (
        "article",
        "bioRxiv",
        False,
    )
    assert preprint.notes == (
        "Crossref calls it a preprint of 10.1000/journal: link the two as versions.",
    )


def test_notice_on_another_paper_says_so():
    notes = record(**{"update-to": [{"DOI": "10.1000/x", "type": "retraction"}]}).notes
    assert notes == (
        "This is itself a notice (retraction) on 10.1000/x: record it on that source instead.",
    )


def test_number_of_the_article_stands_for_pages():
    assert fields(page=None, **{"article-number": "e123"})["pages"] == "e123"


def test_record_knows_only_the_neutral_keys():
    assert set(fields()) <= set(KEYS)


def test_work_without_title_cannot_be_used():
    assert isinstance(record(title=[], subtitle=[]), Problem)


@pytest.mark.parametrize("value", [None, 5, True, {}, [{}], [[]], ["\ud800\x00"]])
def test_fields_of_another_form_are_passed_over(value):
    names = set(work()) - {"title", "DOI"}
    assert to_record(work() | dict.fromkeys(names, value), DOI).fields["doi"] == DOI
