"""A small table for the tests of table formats."""

from datetime import UTC, datetime

from claims.exports.statement import Statement
from claims.exports.table_formats import Export
from claims.exports.tables import Table
from claims.exports.tables.columns import number, text, whole, yes_or_no

TABLE = Table(
    name="things",
    title="Things",
    description="For tests.",
    columns=(
        text("name", "A name."),
        whole("count", "A number."),
        number("effect", "A number."),
        yes_or_no("is_so", "Whether."),
    ),
    rows=iter,
    key=("name",),
)


def export(*rows, filters=(), about=None):
    """Return an export of rows, each a mapping, made from two editions."""
    statement = Statement(
        name="things",
        filters=filters,
        count=len(rows),
        as_of=datetime(2026, 3, 1, 12, tzinfo=UTC),
        editions=[("a-claim", 2), ("b-claim", 1)],
        address="https://example.org/things/",
    )
    filled = [{"name": "x", "count": 1, "effect": None, "is_so": True} | row for row in rows]
    return Export(statement, TABLE, iter(filled), lambda row: [("a-claim", 2)], about)
