"""CSL-JSON: an array of items, as Zotero, pandoc and citation processors read it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sources.citations import editorial
from sources.formats import Format
from sources.formats.remarks import PUBLISHED_BY, Record, line, names, remarks

PLAIN = {
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "URL": "url",
}


def write(records: Iterable[Record], comment: str = "") -> Iterator[str]:
    """Yield the array item by item; it has no place for the comment."""
    opening = "[\n"
    for record in records:
        yield f"{opening}{json.dumps(item(record), ensure_ascii=False, indent=1)}"
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def item(record: Record) -> dict[str, Any]:
    """Return one item; what is not known is left out."""
    held = "publisher" if record["type"] in PUBLISHED_BY else "container-title"
    given = {
        "id": record["key"],
        "type": record["type"],
        "genre": "Preprint" if record["type"] == "article" else "",
        "title": line(record["title"]),
        "author": names(record),
        held: line(record["container_title"]),
        "issued": _issued(record),
        **{name: line(record[key]) for name, key in PLAIN.items()},
        "note": "\n".join([*remarks(record), *editorial(record)]),
    }
    return {name: value for name, value in given.items() if value}


def _issued(record: Record) -> dict[str, Any]:
    parts = [record.get(name) for name in ("year", "month", "day")]
    known = [part for part in parts if part]
    return {"date-parts": [known]} if known else {}


FORMAT = Format(
    name="csl",
    label="CSL-JSON",
    suffix="csl.json",
    media_type="application/vnd.citationstyles.csl+json; charset=utf-8",
    write=write,
)
