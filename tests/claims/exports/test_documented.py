"""docs/exports.md names every column of every table and every format."""

from pathlib import Path

import pytest

from claims.exports.file_formats import file_formats
from claims.exports.table_formats.csv import ABOUT
from claims.exports.tables import tables
from claims.views.list_tables import LIST_TABLES

TEXT = Path("docs/exports.md").read_text(encoding="utf-8")
TABLES = [*tables().values(), *LIST_TABLES]


def section(table):
    return TEXT.partition(f"\n### {table.name}\n")[2].partition("\n### ")[0]


def row(column):
    codes = f" One of: {', '.join(column.values)}." if column.values else ""
    return f"| `{column.name}` | {column.type} | {column.description}{codes} |"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_described_in_their_order(table):
    lines = [line for line in section(table).splitlines() if line.startswith("| `")]
    assert lines == [row(column) for column in table.columns]


def test_no_table_is_described_that_is_gone():
    assert TEXT.count("\n### ") == len(TABLES)


@pytest.mark.parametrize("name", file_formats())
def test_format_is_named(name):
    assert f"`{name}`" in TEXT
    assert f"{file_formats()[name].suffix}`" in TEXT


@pytest.mark.parametrize("name", ABOUT)
def test_columns_of_the_statement_are_named(name):
    assert f"`{name}`" in TEXT
