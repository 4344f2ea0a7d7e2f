"""CSV after RFC 4180: a header row, then one row a line; no cell that a spreadsheet would take for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from claims.exports.table_formats import Export, TableFormat

# They begin a formula; the wide ones do so where East Asian keyboards are in use.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# The last columns of every list: what it is, the same in each row, and the editions behind the row.
ABOUT = ("export_list", "export_filter", "export_rows", "export_as_of", "export_editions")


def write(export: Export) -> Iterator[str]:
    """Yield the lines of the file."""
    statement = export.statement
    words = "; ".join(statement.filters)
    as_of = statement.as_of and statement.as_of.isoformat()
    yield line([*(column.name for column in export.table.columns), *ABOUT])
    for row in export.rows:
        editions = " ".join(f"{slug}/{number}" for slug, number in export.editions_of(row))
        about = [statement.name, words, statement.count, as_of, editions]
        yield line([*export.table.values(row).values(), *about])


def line(cells: Iterable[Any]) -> str:
    """Return one line with its end."""
    stream = io.StringIO()
    csv.writer(stream).writerow(map(cell, cells))
    return stream.getvalue()


def cell(value: Any) -> Any:
    """Return what stands in a cell: numbers as they are, truth as true or false, no formula."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    # Zero bytes end the text in many programs.
    text = value.replace("\0", "")
    # What looks protected already is protected once more, so that taking one away always gives the text.
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


FORMAT = TableFormat(
    name="csv",
    label="CSV (spreadsheet)",
    suffix="csv",
    media_type="text/csv; charset=utf-8; header=present",
    write=write,
)
