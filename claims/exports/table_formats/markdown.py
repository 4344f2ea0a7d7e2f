"""Markdown: the statement in words and a table of what matters most in each row."""

from collections.abc import Iterator
from typing import Any

from claims.exports.escaping import plain
from claims.exports.table_formats import Export, TableFormat


def write(export: Export) -> Iterator[str]:
    """Yield the file, one row a piece."""
    table = export.table
    columns = [one for one in table.columns if one.name in table.brief or not table.brief]
    yield f"# Microdosing Evidence: {plain(export.statement.name)}\n\n"
    yield f"{plain(export.statement.in_words())}\n\n"
    yield _line([column.name.replace("_", " ").capitalize() for column in columns])
    yield _line(["---"] * len(columns))
    for row in export.rows:
        yield _line([_cell(column.read(row)) for column in columns])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain(value)


FORMAT = TableFormat(
    name="md",
    label="Markdown",
    suffix="md",
    media_type="text/markdown; charset=utf-8",
    write=write,
)
