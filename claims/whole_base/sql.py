"""Tables to take away as SQL: their definitions and how to fill them. Pure."""

from claims.exports.tables import Table

TYPES = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
    "datetime": "TEXT",
}
ABOUT = "CREATE TABLE about (name TEXT PRIMARY KEY, value)"
COLUMNS = """
CREATE TABLE columns (
  "table" TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  description TEXT NOT NULL,
  codes TEXT,
  PRIMARY KEY ("table", name)
)"""
DOCUMENTS = """
CREATE TABLE documents (
  claim TEXT NOT NULL PRIMARY KEY REFERENCES claims (slug),
  edition INTEGER NOT NULL,
  published_at TEXT NOT NULL,
  document TEXT NOT NULL
)"""


def create(table: Table) -> str:
    """Return the statement that makes the table."""
    parts = [_column(table, column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({_listed(table.key)})")
    parts += [
        f"FOREIGN KEY ({_name(column)}) REFERENCES {_name(other)} ({_name(its)})"
        for column, (other, its) in table.foreign.items()
    ]
    inside = ",\n  ".join(parts)
    return f"CREATE TABLE {_name(table.name)} (\n  {inside}\n)"


def insert(table: Table) -> str:
    """Return the statement that takes one row."""
    marks = ", ".join("?" * len(table.columns))
    return " ".join(["INSERT INTO", _name(table.name), "VALUES", f"({marks})"])


def _column(table, column):
    needed = " NOT NULL" if column.name in table.key else ""
    return f"{_name(column.name)} {TYPES[column.type]}{needed}"


def _listed(names):
    return ", ".join(map(_name, names))


def _name(name):
    return '"{}"'.format(name.replace('"', '""'))
