"""Every table as CSV, with a description that programs read: a Frictionless data package."""

import json

from claims.exports.archive import write_zip
from claims.exports.tables import tables
from claims.whole_base.artefacts import Artefact
from claims.whole_base.data_package import descriptor
from claims.whole_base.rows import counts, lines, rows_of


def write(shelf, path):
    """Write the archive; return how many rows of what it holds."""
    found = {}

    def files():
        for table in tables().values():
            yield f"{table.name}.csv", lines(table, rows_of(table, shelf), found)
        described = descriptor(tables().values(), shelf.statement("tables of all claims"))
        yield "datapackage.json", [json.dumps(described, indent=2, ensure_ascii=False), "\n"]

    write_zip(files(), path)
    return counts(found)


ARTEFACT = Artefact(
    place=1,
    name="microdosing-evidence-csv.zip",
    title="Tables, in CSV",
    purpose="Claims, results, studies and sources as tables with a described column for everything, for"
    " spreadsheets, R, pandas and anybody who wants to compute with them.",
    opening="Unzip it; each .csv opens in a spreadsheet, and datapackage.json says what each column holds"
    " (Frictionless Data Package).",
    media_type="application/zip",
    write=write,
)
