import csv
import io

import pytest

from claims.exports.table_formats.csv import ABOUT, FORMULA, write
from tests.claims.exports.table_formats.made import TABLE, export


def lines(*rows, **given):
    text = "".join(write(export(*rows, **given)))
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_header_comes_first_in_the_order_of_the_table():
    assert lines({}, {})[0] == [*(column.name for column in TABLE.columns), *ABOUT]


def test_header_is_there_without_rows():
    assert len(lines()) == 1


@pytest.mark.parametrize("sign", FORMULA)
def test_no_cell_begins_a_formula(sign):
    assert lines({"name": f'{sign}HYPERLINK("https://evil.example")'})[1][0][0] == "'"


@pytest.mark.parametrize("text", ["=1", "'=1", "''-x", "'quoted'", "plain"])
def test_taking_one_apostrophe_before_such_a_sign_away_gives_the_text(text):
    cell = lines({"name": text})[1][0]
    is_protected = cell.startswith("'") and cell.lstrip("'").startswith(FORMULA)
    assert cell.removeprefix("'" if is_protected else "") == text


def test_number_stays_a_number():
    assert lines({"count": -5, "effect": -0.3})[1][1:3] == ["-5", "-0.3"]


def test_unknown_is_an_empty_cell():
    assert lines({"effect": None})[1][2] == ""


def test_truth_is_told_as_table_schema_reads_it():
    assert [row[3] for row in lines({"is_so": True}, {"is_so": False})[1:]] == ["true", "false"]


def test_lines_end_as_rfc_4180_has_it():
    assert "".join(write(export({"name": "a\nb"}))).count("\r\n") == 2


def test_signs_of_csv_come_back():
    name = 'a, "b"\r\nc'
    assert lines({"name": name})[1][0] == name


def test_zero_byte_is_left_out():
    assert lines({"name": "a\0b"})[1][0] == "ab"


def test_every_row_states_what_it_is_from():
    row = lines({}, {}, filters=("Verdict: Supported", "Year: 2024"))[1]
    assert row[-5:] == [
        "things",
        "Verdict: Supported; Year: 2024",
        "2",
        "2026-03-01T12:00:00+00:00",
        "a-claim/2",
    ]


def test_rows_are_written_one_at_a_time():
    assert len(list(write(export({}, {}, {})))) == 4
