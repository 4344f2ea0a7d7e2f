"""Reads RIS, as EndNote, Zotero, Mendeley, Web of Science and publishers write it. Pure."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from rispy.parser import RisParser

from sources.intake import dates, names, ris_authors, ris_identifiers
from sources.intake.fields import Draft, Fault
from sources.intake.text_files import blocks
from sources.vocabulary import SourceType

LABEL = "RIS"
# Where a record begins, for recognising the format and counting.
MARKS = ("TY  -", "TY -")
AGAIN = "Export it again, or mend it: a record goes from a line “TY  - JOUR” to a line “ER  - ”."

NO_START = Fault(
    "Lines stand here that belong to no record, as no “TY  - ” goes before them.", AGAIN
)
TOO_LONG = Fault("This record is longer than a million characters.", AGAIN)
TWICE = "{} stands twice in it; the first counts. See that it is not two records in one."
NO_END = "It has no end mark “ER  - ”; it was read up to where the next record begins."

TYPES = {
    **dict.fromkeys(("JOUR", "EJOUR", "JFULL", "INPR", "MGZN"), SourceType.ARTICLE_JOURNAL),
    **dict.fromkeys(("UNPB", "MANSCPT", "PREPRINT"), SourceType.ARTICLE),
    **dict.fromkeys(("RPRT", "GOVDOC"), SourceType.REPORT),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "SER"), SourceType.BOOK),
    **dict.fromkeys(("CHAP", "ECHAP", "ENCYC", "DICT"), SourceType.CHAPTER),
    **dict.fromkeys(("CONF", "CPAPER", "ABST"), SourceType.PAPER_CONFERENCE),
    **dict.fromkeys(("ELEC", "BLOG", "WEB", "ICOMM", "MULTI"), SourceType.WEBPAGE),
    "THES": SourceType.THESIS,
}
LISTS = ["AU", "A1", "UR", "N1", "M3", "C1", "C2"]
SINGLE = (
    *("TY", "TI", "T1", "CT", "BT", "T2", "JF", "JO", "JA", "J1", "J2", "PB"),
    *("PY", "Y1", "DA", "VL", "IS", "SP", "EP", "C7", "DO", "DI", "L3", "LK", "L2"),
    *("AN", "ID", "DB", "DP", "M1", "M2", "C5", "U2"),
)
CONTAINERS = ("T2", "JF", "JO", "JA", "J1", "J2", "BT")
# What starts alone tells how long these are, not where something stands in them.
WHOLE = {SourceType.BOOK, SourceType.THESIS}
# What a record has once; more than one title or DOI is a sign of a lost line between two records.
ONCE = ("TI", "T1", "DO")
# Who brings these out is named as the publisher.
WITH_PUBLISHER = {SourceType.REPORT, SourceType.THESIS, SourceType.ARTICLE, SourceType.WEBPAGE}

DATES = ("PY", "Y1", "DA")

_NARROW_START = re.compile(r"^TY -", re.MULTILINE)
_NARROW = re.compile(r"^([A-Z][A-Z0-9]) -", re.MULTILINE)
_TAG = re.compile(r"^(?!EF)[A-Z][A-Z0-9] {1,2}- ", re.MULTILINE)
# Whole fields that are not read, with the lines that continue them: more than half of a file.
_UNREAD = re.compile(
    rf"\n(?!{'|'.join((*SINGLE, *LISTS))})[A-Z][A-Z0-9]  -[^\n]*(?:\n(?![A-Z][A-Z0-9]  -)[^\n]*)*"
)


class _Parser(RisParser):
    def parse_line(self, line: str) -> tuple[str, str] | tuple[None, str]:
        """Return tag and content as rispy does, for the tags that are read in two thirds of the time."""
        tag = _TAGS.get(line[:5])
        return (tag, line[5:].strip()) if tag else super().parse_line(line)


_TAGS = {f"{tag}  -": tag for tag in (*SINGLE, *LISTS, "ER")}
_PARSER = _Parser(
    mapping={tag: tag for tag in (*SINGLE, *LISTS)},
    list_tags=LISTS,
    # An address may hold a semicolon.
    delimiter_tags_mapping={},
    # Told to skip them (not to ignore them), rispy also skips the lines that continue them.
    skip_unknown_tags=True,
)


def read(texts: Iterable[str]) -> Iterator[tuple[int, Draft | Fault]]:
    """Yield the line of each record and what it tells."""
    texts = iter(texts)
    first = next(texts, "")
    mark = MARKS[1] if _NARROW_START.search(first) and MARKS[0] not in first else MARKS[0]
    pieces = blocks(chain([first], texts), mark)
    line, head, _ = next(pieces)
    yield from _strays(line, head)
    waiting: tuple[int, Draft] | None = None
    for line, piece, is_whole in pieces:
        if waiting:
            waiting[1].notes.append(NO_END)
            yield waiting
            waiting = None
        body, end, rest = _wide(piece, mark).partition("\nER  -")
        if not is_whole:
            yield line, TOO_LONG
        elif end:
            yield line, _draft(body)
            yield from _strays(line + body.count("\n") + 1, rest)
        else:
            waiting = line, _draft(body.rstrip())
    if waiting:
        yield waiting


def _wide(piece, mark):
    """Return the piece with two spaces behind each tag, as the standard has it."""
    return piece if mark == MARKS[0] else _NARROW.sub(r"\1  -", piece)


def _strays(line, text):
    """Yield a fault if fields stand where no record is; headings of databases may stand there."""
    if not text.isspace() and (found := _TAG.search(text)):
        yield line + text[: found.start()].count("\n"), NO_START


def _draft(body):
    body = _UNREAD.sub("", body)
    [tags] = _PARSER.parse_lines(iter(f"TY  -{body}\nER  - ".split("\n")))
    get = tags.get
    kind = TYPES.get(tags["TY"].upper(), "")
    works = get("M3", ())
    if "M3" in tags and any("preprint" in work.lower() for work in works):
        kind = SourceType.ARTICLE
    people, doubts = ris_authors.people(tags)
    is_complete = not any(names.is_others(text) for text in people[-1:])
    return Draft(
        type=kind,
        title=get("TI") or get("T1") or get("CT") or get("BT", ""),
        container_title=_container(tags, kind),
        publisher=get("PB", ""),
        date=_date(tags),
        volume=get("VL", ""),
        issue=get("IS", ""),
        pages=_pages(tags, kind),
        notes=[TWICE.format(tag) for tag in ONCE if body.count(f"\n{tag}  -") > 1] + doubts,
        authors=map(names.inverted, people if is_complete else people[:-1]),
        is_complete=is_complete,
        **ris_identifiers.found(tags),
    )


def _date(tags):
    date = dates.best([text for tag in DATES if (text := tags.get(tag))])
    if date[1] is None and "DA" in tags:
        # "Mar 15", beside a year of its own.
        return dates.joined(str(date[0] or ""), tags["DA"])
    return date


def _container(tags, kind):
    found = next((tags[tag] for tag in CONTAINERS if tags.get(tag)), "")
    if found or kind not in WITH_PUBLISHER:
        # A book without a title of its own kind has it in BT.
        return found
    return tags.get("PB", "")


def _pages(tags, kind):
    first, last = tags.get("SP", ""), tags.get("EP", "")
    if not first:
        return tags.get("C7", "")
    if kind in WHOLE and not last and first.isdecimal():
        return ""
    return f"{first}-{last}" if last and last != first and "-" not in first else first
