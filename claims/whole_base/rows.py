"""The rows of the tables from one state of the shelf, counted as they go by."""

from collections.abc import Iterator

from claims.exports.table_formats.csv import line

NOUNS = {"claims": "claim", "mechanisms": "mechanism", "evidence": "result", "sources": "source"}


def rows_of(table, shelf):
    """Return an iterator over the rows of a table: of all editions, or of the current ones."""
    return table.rows(shelf.history() if table.of_every_edition else shelf)


def values_in(table, rows, found) -> Iterator[tuple]:
    """Yield the values of each row, in the order of the columns; `found` keeps how many there were."""
    found[table.name] = 0
    for row in rows:
        found[table.name] += 1
        yield tuple(table.values(row).values())


def counts(found):
    """Return the numbers that the pages tell too, by what is counted."""
    return {noun: found[name] for name, noun in NOUNS.items() if name in found}


def lines(table, rows, found) -> Iterator[str]:
    """Yield the lines of a CSV file."""
    yield line(column.name for column in table.columns)
    yield from map(line, values_in(table, rows, found))
