"""JSON: the statement, what the list belongs to, then the rows under the name of the table."""

import json
from collections.abc import Iterator
from typing import Any

from claims.exports.table_formats import Export, TableFormat


def write(export: Export) -> Iterator[str]:
    """Yield the file, one row a piece."""
    top = {"statement": export.statement.as_json(), **(export.about or {})}
    for name, value in top.items():
        yield f"{'{' if name == 'statement' else ','}\n{_text(name)}: {_text(value)}"
    yield f",\n{_text(export.table.name)}: ["
    before = "\n"
    for row in export.rows:
        editions = [{"claim": slug, "edition": number} for slug, number in export.editions_of(row)]
        yield before + _text({**export.table.values(row), "export_editions": editions})
        before = ",\n"
    yield "\n]\n}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMAT = TableFormat(
    name="json",
    label="JSON",
    suffix="json",
    media_type="application/json; charset=utf-8",
    write=write,
)
