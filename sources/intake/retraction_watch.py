"""Reads the Retraction Watch data as Crossref distributes it: lines of text to found notices.

Pure: knows no model, no setting and no clock. Keeps one row in memory at a time.
"""

import csv
import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sources.intake.found_notices import (
    MAX_REASON,
    Doubt,
    FoundNotice,
    address,
    doi_or_empty,
    one_line,
    pmid_or_empty,
)
from sources.vocabulary import NoticeKind

ORIGIN = "retraction-watch"
WHERE_FROM = (
    "Take the file retraction_watch.csv as it is from"
    " https://gitlab.com/crossref/retraction-watch-data; its columns are separated by commas."
)
NEEDED = {
    "recordid": "Record ID",
    "retractiondate": "RetractionDate",
    "retractiondoi": "RetractionDOI",
    "originalpaperdoi": "OriginalPaperDOI",
    "originalpaperpubmedid": "OriginalPaperPubMedID",
    "retractionnature": "RetractionNature",
    "reason": "Reason",
}
# Not in every copy of the file: the notice's own PubMed number.
NOTICE_PMID = "retractionpubmedid"
NATURES = {
    "retraction": NoticeKind.RETRACTION,
    "expressionofconcern": NoticeKind.EXPRESSION_OF_CONCERN,
    "correction": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
}
REPAIR = "take the file anew, or mend this row; nothing of the file is used until then"

_NOT_WORD = re.compile(r"[^a-z0-9]")
_DOI_DRESS = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*")
_AS_DISTRIBUTED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s.*)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T\s].*)?")


@dataclass(frozen=True)
class Problem:
    """Why the file cannot be used, with the line and the remedy."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


class _BadRow(Exception):
    """A row of one of our papers that cannot be read; the text says why and what to do."""


class _BadFile(Exception):
    """The file cannot be read on; holds the Problem."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.problem = Problem(line, what)


def read(
    lines: Iterable[str], is_ours: Callable[[str, str], object]
) -> Iterator[FoundNotice | Doubt | Problem]:
    """Yield what the rows on our papers tell, and every row that cannot be read.

    `is_ours` is asked with a DOI in small letters and a PubMed number, either of them perhaps empty.
    """
    try:
        rows = _rows(lines)
        _, header = next(rows, (1, []))
        columns = _columns(header)
        for line, row in rows:
            yield from _read_row(line, row, columns, is_ours)
    except _BadFile as bad:
        yield bad.problem


def _rows(lines):
    """Yield each row with the number of the line on which it begins."""
    reader = csv.reader(_without_nul(lines), strict=True)
    first = 1
    try:
        for row in reader:
            if row:
                yield first, row
            first = reader.line_num + 1
    except csv.Error as error:
        raise _BadFile(first, f"this row cannot be read ({error}); {REPAIR}") from error


def _without_nul(lines):
    for number, line in enumerate(lines, 1):
        if "\0" in line:
            raise _BadFile(number, f"has a NUL, which no text holds; save it as UTF-8, or {REPAIR}")
        yield line


def _columns(header):
    """Return the place of each column by its plain name, and the width under an empty one."""
    columns = {_plain(name): place for place, name in reversed(list(enumerate(header)))}
    missing = [shown for name, shown in NEEDED.items() if name not in columns]
    if missing:
        raise _BadFile(1, f"the header has no column {', '.join(missing)}. {WHERE_FROM}")
    return columns | {"": len(header)}


def _plain(text):
    return _NOT_WORD.sub("", text.lower())


def _read_row(line, row, columns, is_ours):
    if len(row) < columns[""] or any(row[columns[""] :]):
        what = f"{len(row)} fields where the header has {columns['']}; {REPAIR}"
        yield Problem(line, what)
        return
    doi = _DOI_DRESS.sub("", row[columns["originalpaperdoi"]].strip().lower(), count=1)
    pmid = row[columns["originalpaperpubmedid"]].strip().removesuffix(".0")
    if is_ours(doi, pmid):
        fields = {name: row[place] for name, place in columns.items() if name}
        yield _tell(line, fields, doi, pmid)


def _tell(line, fields, doi, pmid):
    nature = fields["retractionnature"]
    try:
        issued_on = _day(fields["retractiondate"].strip())
    except _BadRow as bad:
        return Problem(line, str(bad))
    if _plain(nature) not in NATURES:
        return Doubt(doi, pmid, f"called “{one_line(nature, 60)}”", f"line {line}")
    number = one_line(fields["recordid"], 200)
    return FoundNotice(
        kind=NATURES[_plain(nature)],
        doi=doi,
        pmid=pmid,
        issued_on=issued_on,
        url=address(
            doi_or_empty(fields["retractiondoi"]), pmid_or_empty(fields.get(NOTICE_PMID, ""))
        ),
        reason=reasons(fields["reason"]),
        reference=f"{ORIGIN}:{number}" if number else "",
        where=f"line {line}",
    )


def _day(text):
    """Return the day, or None if none is given; the month comes first, as distributed, or it is ISO."""
    if not text:
        return None
    try:
        if found := _AS_DISTRIBUTED.fullmatch(text):
            month, day, year = map(int, found.groups())
            return datetime.date(year, month, day)
        if found := _ISO.fullmatch(text):
            return datetime.date(*map(int, found.groups()))
    except ValueError:
        pass
    raise _BadRow(
        f"RetractionDate “{one_line(text, 40)}” is no day; write it month first, as in 3/14/2021,"
        f" or as 2021-03-14; {REPAIR}"
    )


def reasons(text: str) -> str:
    """Return “+Data not Provided;+Error in Data;” as readable text on one line."""
    parts = (part.strip().removeprefix("+").strip() for part in text.split(";"))
    return one_line("; ".join(part for part in parts if part), MAX_REASON)
