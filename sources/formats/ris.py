"""RIS, as reference managers of every make read it: one line a value, records closed by ER."""

import re
from collections.abc import Iterable, Iterator

from sources.citations import editorial
from sources.formats import Format
from sources.formats.remarks import PUBLISHED_BY, Record, line, names, remarks

TYPES = {
    "article-journal": "JOUR",
    "article": "UNPB",
    "report": "RPRT",
    "book": "BOOK",
    "chapter": "CHAP",
    "thesis": "THES",
    "paper-conference": "CPAPER",
    "webpage": "ELEC",
}
PREPRINT = "Preprint"
END = "\r\n"
# "731-740" is told in two tags; what is no plain range stays whole in the first.
_RANGE = re.compile(r"([^\s-]+)-([^\s-]+)")


def write(records: Iterable[Record], comment: str = "") -> Iterator[str]:
    """Yield one record after another; RIS has no place for the comment."""
    for record in records:
        told = ((tag, line(value)) for tag, value in _tags(record))
        lines = [f"{tag}  - {value}" for tag, value in told if value]
        yield END.join([*lines, "ER  - ", "", ""])


def _tags(record: Record) -> Iterator[tuple[str, object]]:
    kind = record["type"]
    yield "TY", TYPES[kind]
    yield "ID", record["key"]
    yield from (("AU", _author(name)) for name in names(record))
    yield "TI", record["title"]
    yield "PB" if kind in PUBLISHED_BY else "T2", record["container_title"]
    yield "M3", PREPRINT if kind == "article" else ""
    yield "PY", record["year"]
    yield "DA", _day(record)
    yield from (("VL", record["volume"]), ("IS", record["issue"]))
    yield from _pages(line(record["pages"]), kind)
    yield from (("DO", record["doi"]), ("UR", record["url"]))
    yield from (
        ("N1", words) for words in [*_numbers(record), *remarks(record), *editorial(record)]
    )


def _author(name: dict[str, str]) -> str:
    """Return "Family, Given, Suffix"; a group stands without a comma, its own first one doubled."""
    if "literal" in name:
        return name["literal"].replace(",", ",,", 1)
    parts = [name["family"], name.get("given", ""), name.get("suffix", "")]
    return ", ".join(parts if parts[2] else parts[:2]).rstrip(" ")


def _day(record: Record) -> str:
    """Return "2024/04/15/", as far as it is known; a year alone is told by PY."""
    if not record.get("month"):
        return ""
    day = f"{record['day']:02}" if record.get("day") else ""
    return f"{record['year']}/{record['month']:02}/{day}/"


def _pages(pages: str, kind: str) -> Iterator[tuple[str, str]]:
    found = _RANGE.fullmatch(pages)
    yield "SP", found[1] if found else pages
    # The start alone would be taken for how many pages a book has.
    yield "EP", found[2] if found else pages * (kind in {"book", "thesis"})


def _numbers(record: Record) -> list[str]:
    held = {name.upper(): line(record.get(name)) for name in ("pmid", "pmcid")}
    return [f"{name}: {number}" for name, number in held.items() if number]


FORMAT = Format(
    name="ris",
    label="RIS",
    suffix="ris",
    media_type="application/x-research-info-systems; charset=utf-8",
    write=write,
)
