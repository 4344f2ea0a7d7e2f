"""What databases and programs write into RIS besides the standard."""

import pytest

from tests.sources.intake.reading_files import fields, read_all


def record(*lines, kind="JOUR"):
    return "\n".join([f"TY  - {kind}", "TI  - T", "DO  - 10.5555/a", *lines, "ER  - ", ""])


@pytest.mark.parametrize("kind", ["BOOK", "THES"])
def test_number_of_pages_of_a_whole_book_is_no_place(kind):
    assert "pages" not in fields(record("SP  - 320", kind=kind))


@pytest.mark.parametrize(
    ("kind", "lines"),
    [("BOOK", ["SP  - 12", "EP  - 34"]), ("BOOK", ["SP  - 12-34"]), ("CHAP", ["SP  - 12-34"])],
)
def test_place_in_a_book_is_kept(kind, lines):
    assert fields(record(*lines, kind=kind))["pages"] == "12-34"


@pytest.mark.parametrize("line", ["TI  - Another", "DO  - 10.5555/b"])
def test_second_title_or_doi_is_told(line):
    [found] = read_all(record(line))
    assert found.notes[0].startswith(f"{line[:2]} stands twice in it; the first counts.")


def test_value_right_behind_the_dash_keeps_its_first_letter():
    assert fields("TY  -JOUR\nTI  -Title\nDO  -10.5555/a\nER  -\n")["title"] == "Title"


def test_number_of_a_record_before_it_is_no_record():
    first, second = read_all("1.\n" + record() + "\n2.\n" + record())
    assert (first.line, second.line) == (2, 8)
