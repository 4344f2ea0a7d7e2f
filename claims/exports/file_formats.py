"""Every format that something can be taken away in: those of tables, then those of references. Pure."""

from claims.exports.table_formats import TableFormat, table_formats
from sources.formats import Format, formats


def file_formats(*, cites: bool = True) -> dict[str, TableFormat | Format]:
    """Return {name: format}; those of references only where the rows are sources or cite some."""
    return {**table_formats(), **(formats() if cites else {})}
