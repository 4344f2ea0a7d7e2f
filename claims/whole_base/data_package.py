"""Tables to take away as a Frictionless Data Package describes them. Pure."""

from collections.abc import Iterable
from typing import Any

from claims.exports.statement import Statement
from claims.exports.tables import Column, Table


def descriptor(tables: Iterable[Table], statement: Statement) -> dict[str, Any]:
    """Return what stands in datapackage.json."""
    return {
        "profile": "tabular-data-package",
        "name": "microdosing-evidence",
        "title": "Microdosing Evidence",
        "description": "What a popular article claims about psychedelic microdosing, what published studies "
        "found, and how sure that is. A verdict is an automatic suggestion until `review` says otherwise. A text that "
        "begins with =, +, -, @, a tab, a line end or a wide form of these signs, at once or behind apostrophes, has an "
        "apostrophe put before it, so that no spreadsheet takes it for a formula; programs take one apostrophe away "
        "there. Numbers are as they are.",
        "statement": statement.as_json(),
        "resources": [resource(table) for table in tables],
    }


def resource(table: Table) -> dict[str, Any]:
    """Return the description of one table."""
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [field(column, table.key) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign(*one) for one in table.foreign.items()],
        },
    }


def field(column: Column, key: tuple[str, ...]) -> dict[str, Any]:
    """Return the description of one column: its type, and which values it may have."""
    constraints = {}
    if column.name in key:
        constraints["required"] = True
    if key == (column.name,):
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    described = {"name": column.name, "type": column.type, "description": column.description}
    return described | ({"constraints": constraints} if constraints else {})


def _foreign(column, points_to):
    table, its = points_to
    return {"fields": [column], "reference": {"resource": table, "fields": [its]}}
