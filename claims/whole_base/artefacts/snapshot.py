"""The tables and the documents of the editions as one SQLite file."""

import json
import sqlite3
from contextlib import closing

from claims.exports.tables import tables
from claims.whole_base.artefacts import Artefact
from claims.whole_base.rows import counts, rows_of, values_in
from claims.whole_base.sql import ABOUT, COLUMNS, DOCUMENTS, create, insert

# The file appears only when it is whole, so that nothing needs a journal or a wait for the disk.
HASTE = "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"


def write(shelf, path):
    """Write the database; return how many rows of what it holds. Raises sqlite3.Error."""
    found = {}
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(HASTE)
        for statement in (ABOUT, COLUMNS, DOCUMENTS, *map(create, tables().values())):
            database.execute(statement)
        database.executemany("INSERT INTO about VALUES (?, ?)", about(shelf))
        database.executemany("INSERT INTO columns VALUES (?, ?, ?, ?, ?)", described())
        database.executemany("INSERT INTO documents VALUES (?, ?, ?, ?)", documents(shelf))
        for table in tables().values():
            rows = values_in(table, rows_of(table, shelf), found)
            database.executemany(insert(table), rows)
        refuse_loose_ends(database)
    return counts(found)


def about(shelf):
    statement = shelf.statement("snapshot of all claims").as_json()
    plain = {key: value for key, value in statement.items() if key != "editions"}
    return [
        (key, value if isinstance(value, int | None) else _text(value))
        for key, value in plain.items()
    ]


def _text(value):
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def described():
    """Yield a row for each column of each table: what it holds, its type and the codes it may have."""
    for table in tables().values():
        for column in table.columns:
            codes = ", ".join(column.values) or None
            yield table.name, column.name, column.type, column.description, codes


def documents(shelf):
    for edition in shelf:
        # PostgreSQL does not keep the order of keys.
        text = json.dumps(edition.document, ensure_ascii=False, sort_keys=True)
        yield edition.slug, edition.number, edition.published_at.isoformat(), text


def refuse_loose_ends(database):
    loose = database.execute("PRAGMA foreign_key_check").fetchall()
    if loose:
        table, _, other, _ = loose[0]
        raise sqlite3.IntegrityError(
            f"{len(loose)} row(s) point nowhere, the first from {table} to {other}"
        )


ARTEFACT = Artefact(
    place=2,
    name="microdosing-evidence.sqlite3",
    title="Database, in SQLite",
    purpose="All tables with their keys in a single file, and the full document of each current edition, for"
    " questions that need SQL and for programs that want everything at once.",
    opening="Open it with Datasette, DB Browser for SQLite or the sqlite3 program; the table “columns” says"
    " what each column holds.",
    media_type="application/vnd.sqlite3",
    write=write,
)
