"""RIS as reference managers and databases write it, and as it arrives when something went wrong."""

import pytest

from sources.intake import ris
from sources.intake.record import Problem, Record
from tests.sources.intake.reading_files import fields, problems, read_all, read_file, titles


def record(*lines, kind="JOUR"):
    return "\n".join(
        [f"TY  - {kind}", "TI  - T", "UR  - https://example.org/", *lines, "ER  - ", ""]
    )


def test_ris_of_endnote_is_read():
    article, chapter = read_file("endnote.ris")
    assert article.fields == {
        "type": "article-journal",
        "title": "Invented effects of a low dose",
        "container_title": "Journal of Invented Trials",
        "year": 2020,
        "month": 3,
        "day": 15,
        "volume": "14",
        "issue": "2",
        "pages": "731-740",
        "authors": [
            {"family": "Dörn", "given": "Ada M."},
            {"family": "van der Eyck", "given": "Bo"},
            {"literal": "World Health Organization"},
        ],
        "doi": "10.5555/invented.endnote",
        "pmid": "99999901",
        "pmcid": "PMC99999901",
        "url": "https://example.org/endnote",
    }
    assert chapter.fields["type"] == "chapter"
    assert chapter.fields["container_title"] == "Handbook of Nothing"
    assert "year" not in chapter.fields


def test_ris_of_zotero_tells_pubmed_numbers_in_its_notes():
    article, preprint = read_file("zotero.ris")
    assert (article.fields["pmid"], article.fields["pmcid"]) == ("99999902", "PMC99999902")
    assert article.fields["pages"] == "12-19"
    assert (article.fields["year"], article.fields["month"]) == (2021, 5)
    assert preprint.fields["type"] == "article"
    assert preprint.fields["peer_reviewed"] is False
    assert preprint.fields["container_title"] == "PsyArXiv"


def test_ris_of_mendeley_has_several_addresses_in_one_line():
    [article] = read_file("mendeley.ris")
    assert article.fields["doi"] == "10.5555/invented.mendeley"
    assert article.fields["url"] == "https://example.org/a;b"
    assert article.fields["authors"][1] == {"family": "Hollis", "given": "Dirk", "suffix": "Jr."}


def test_ris_of_web_of_science_is_read():
    [article] = read_file("web_of_science.ris")
    assert article.fields["pages"] == "117"
    assert article.fields["year"] == 2018
    assert "month" not in article.fields
    assert article.fields["authors"] == [{"family": "Brink", "given": "B"}]
    assert article.fields["authors_complete"] is False


def test_broken_ris_records_are_reported_and_the_others_kept():
    found = read_file("broken.ris")
    assert titles(found) == ["The first is whole", "No end mark here", "The last is whole too"]
    assert problems(found) == [(2, 6), (3, 10)]
    assert all(one.remedy for one in found if isinstance(one, Problem))


def test_ris_record_without_end_mark_says_so():
    found = read_file("broken.ris")
    assert found[3].notes == (ris.NO_END,)
    assert found[4].notes == ()


def test_ris_record_injected_by_a_newline_is_a_record_of_its_own():
    hostile = record("T2  - Journal\nER  - \nTY  - JOUR\nTI  - Injected\nDO  - 10.5555/injected")
    assert titles(read_all(hostile)) == ["T", "Injected"]


def test_ris_continued_lines_of_an_unread_field_are_not_read():
    assert fields(record("AB  - One\ntwo\nthree", "T2  - Journal"))["container_title"] == "Journal"


def test_ris_continued_title_is_one_line():
    assert fields("TY  - JOUR\nTI  - One\n  two\nDO  - 10.5555/a\nER  - ")["title"] == "One two"


def test_ris_with_one_space_behind_the_tag_is_read():
    assert titles(read_all("TY - JOUR\nTI - Narrow\nDO - 10.5555/a\nER -\n")) == ["Narrow"]


def test_ris_with_a_heading_before_the_records_is_read():
    head = "Provider: Nowhere\nContent: text/plain; charset=utf-8\n\n"
    assert titles(read_all(head + record())) == ["T"]


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["PY  - 2020/03/15/"], (2020, 3, 15)),
        (["PY  - 2020///Spring"], (2020, None, None)),
        (["PY  - 2020", "DA  - 2020/03//"], (2020, 3, None)),
        (["Y1  - 2020-21"], (2020, None, None)),
        (["PY  - in press"], (None, None, None)),
        (["PY  - 2019", "DA  - 2020/03//"], (2019, None, None)),
        (["DA  - 2020/02/31"], (2020, 2, None)),
        (["PY  - 20200315"], (2020, 3, 15)),
    ],
)
def test_ris_date_is_read_as_far_as_it_is_one(lines, date):
    found = fields(record(*lines))
    assert tuple(found.get(part) for part in ("year", "month", "day")) == date


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("JOUR", ["M3  - Preprint"], "article"),
        ("JOUR", ["T2  - bioRxiv"], "article"),
        ("THES", [], "thesis"),
        ("CPAPER", [], "paper-conference"),
        ("GEN", ["T2  - Journal"], "article-journal"),
        ("GEN", [], "webpage"),
        ("RPRT", [], "report"),
    ],
)
def test_ris_type_is_one_of_the_library(kind, lines, expected):
    assert fields(record(*lines, kind=kind))["type"] == expected


def test_ris_of_forty_authors_keeps_them_all():
    names = [f"AU  - Family{number}, Given" for number in range(40)]
    assert len(fields(record(*names))["authors"]) == 40


def test_ris_accession_number_of_another_database_is_no_pubmed_number():
    assert "pmid" not in fields(record("AN  - 12345678", "DB  - Embase"))


def test_ris_identifier_that_is_none_is_left_out_and_told():
    [found] = read_all(record("DO  - <10.5555/a b>"))
    assert isinstance(found, Record)
    assert "doi" not in found.fields
    assert "<10.5555/a b>" in found.notes[0]


def test_ris_record_that_nobody_could_find_is_a_problem():
    [found] = read_all("TY  - JOUR\nTI  - Lost\nER  - \n")
    assert isinstance(found, Problem)
    assert "Add one of them" in found.remedy
    assert "enter it by hand" in found.remedy


def test_ris_problem_keeps_what_was_read():
    [found] = read_all("TY  - JOUR\nTI  - Lost\nAU  - Brink, Bo\nPY  - 2011\nER  - \n")
    assert found.fields["title"] == "Lost"
    assert found.fields["authors"] == [{"family": "Brink", "given": "Bo"}]
    assert found.fields["year"] == 2011


def test_ris_overlong_title_is_cut_with_a_note():
    [found] = read_all(f"TY  - JOUR\nTI  - {'long ' * 200}\nDO  - 10.5555/a\nER  - \n")
    assert len(found.fields["title"]) == 500
    assert "longer than 500" in found.notes[0]


def test_ris_record_of_more_than_a_million_characters_is_a_problem():
    found = read_all(record(f"T2  - {'x' * 2_000_000}") + record())
    assert found[0] == Problem(1, 1, *ris.TOO_LONG)
    assert titles(found) == ["T"]
    assert found[1].line == 6


def test_ris_note_says_that_authors_are_missing():
    found = fields(record("AU  - Dorn, Ada", "N1  - Author list incomplete"))
    assert (len(found["authors"]), found["authors_complete"]) == (1, False)


def test_ris_author_who_stands_for_the_others_is_none():
    found = fields(record("AU  - Dorn, Ada", "AU  - et al."))
    assert (len(found["authors"]), found["authors_complete"]) == (1, False)


@pytest.mark.parametrize(
    ("address", "registration"),
    [
        ("https://clinicaltrials.gov/study/NCT04558294?term=x", "NCT04558294"),
        ("https://www.isrctn.com/ISRCTN12345678", "ISRCTN12345678"),
        ("https://clinicaltrials.gov/search?term=NCT04558294", None),
        ("https://example.org/NCT04558294", None),
    ],
)
def test_ris_address_of_a_registry_is_the_registration(address, registration):
    found = fields(f"TY  - JOUR\nTI  - T\nUR  - {address}\nER  - \n")
    assert found.get("registration") == registration


def test_ris_authors_in_one_line_are_parted_at_semicolons():
    found = fields(record("AU  - Smith, J.; D&ouml;rn, A.; et al."))
    assert [one["family"] for one in found["authors"]] == ["Smith", "Dörn"]
    assert found["authors_complete"] is False
