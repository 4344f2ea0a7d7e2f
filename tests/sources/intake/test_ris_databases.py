"""What databases and programs write into RIS besides the standard."""

import pytest

from tests.sources.intake.reading_files import fields, read_all


def record(*lines, kind="JOUR"):
    return "\n".join([f"TY  - {kind}", "TI  - T", "DO  - 10.5555/a", *lines, "ER  - ", ""])


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["AN  - 38622150", "DP  - NLM", "ID  - 25"], "38622150"),
        (["AN  - PMID:38622150", "DB  - Embase"], "38622150"),
        (["DB  - Ovid MEDLINE(R) 1946-Present", "ID  - 38622150"], "38622150"),
        (["DB  - Embase", "DB  - Medline", "C5  - 38622150", "U2  - L2011"], "38622150"),
        (["C5  - 38622150", "U2  - L2011"], "38622150"),
    ],
)
def test_number_of_pubmed_is_read_where_each_database_keeps_it(lines, number):
    assert fields(record(*lines))["pmid"] == number


@pytest.mark.parametrize(
    "lines",
    [
        ["DP  - NLM", "ID  - 25"],
        ["DP  - NLM", "M1  - 117"],
        ["DB  - PubMed", "C1  - 42"],
        ["DB  - Embase", "DB  - Medline", "AN  - 2011000001", "U2  - L2011"],
        ["DB  - Embase", "ID  - 38622150"],
        ["C5  - 38622150"],
    ],
    ids=" ".join,
)
def test_other_number_is_not_taken_for_one_of_pubmed(lines):
    assert "pmid" not in fields(record(*lines))


@pytest.mark.parametrize("kind", ["BOOK", "THES"])
def test_number_of_pages_of_a_whole_book_is_no_place(kind):
    assert "pages" not in fields(record("SP  - 320", kind=kind))


@pytest.mark.parametrize(
    ("kind", "lines"),
    [("BOOK", ["SP  - 12", "EP  - 34"]), ("BOOK", ["SP  - 12-34"]), ("CHAP", ["SP  - 12-34"])],
)
def test_place_in_a_book_is_kept(kind, lines):
    assert fields(record(*lines, kind=kind))["pages"] == "12-34"


def test_authors_under_both_tags_are_all_kept():
    found = fields(record("A1  - Dorn, Ada", "AU  - Eyck, Bo"))
    assert [one["family"] for one in found["authors"]] == ["Dorn", "Eyck"]


def test_author_whom_both_tags_name_is_kept_once():
    found = fields(record("A1  - Dorn, Ada", "AU  - Dorn, A.", "AU  - Eyck, Bo"))
    assert [one["family"] for one in found["authors"]] == ["Dorn", "Eyck"]


@pytest.mark.parametrize("line", ["TI  - Another", "DO  - 10.5555/b"])
def test_second_title_or_doi_is_told(line):
    [found] = read_all(record(line))
    assert found.notes[0].startswith(f"{line[:2]} stands twice in it; the first counts.")


def test_value_right_behind_the_dash_keeps_its_first_letter():
    assert fields("TY  -JOUR\nTI  -Title\nDO  -10.5555/a\nER  -\n")["title"] == "Title"


def test_number_of_a_record_before_it_is_no_record():
    first, second = read_all("1.\n" + record() + "\n2.\n" + record())
    assert (first.line, second.line) == (2, 8)
