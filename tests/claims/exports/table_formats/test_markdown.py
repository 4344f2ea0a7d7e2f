from dataclasses import replace

from claims.exports.table_formats.markdown import write
from tests.claims.exports.table_formats.made import export


def text(*rows, **given):
    return "".join(write(export(*rows, **given)))


def test_statement_is_told_in_words():
    words = "things: 1; Year: 2024; as of 2026-03-01; from https://example.org/things/; editions: a-claim 2, b-claim 1"
    assert words in text({}, filters=("Year: 2024",))


def test_each_row_is_a_line_of_one_table():
    lines = [line for line in text({"name": "a"}, {"name": "b"}).splitlines() if line[:1] == "|"]
    assert len(lines) == 4
    assert {line.count(" | ") for line in lines} == {3}


def test_nothing_marks_anything_up():
    assert "<script>" not in text({"name": "<script>|*b*\n| x |"})


def test_only_what_fits_on_a_page_is_shown():
    made = export({})
    brief = replace(made, table=replace(made.table, brief=("name",)))
    assert "| Name |\n| --- |\n| x |" in "".join(write(brief))
