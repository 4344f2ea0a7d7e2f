"""What free notes say of a paper itself, line by line; numbers inside a sentence are other papers'. Pure."""

import re
from collections.abc import Iterable
from typing import NamedTuple

# Nobody writes more into a note than is read of it.
LONGEST = 5000

_NUMBER = re.compile(
    # EBSCO writes "PMID: NLM1".
    r"(PMID|PMCID|DOI|Registration)\s*:\s*(?:NLM(?=[0-9]))?((?:EudraCT\s+|PROSPERO\s+)?[^\s;,]+)[;,.]?",
    re.IGNORECASE,
)
_REVIEWED = re.compile(r"Peer reviewed: (yes|no)\.?", re.IGNORECASE)
# What Zotero keeps beside them, such as "Citation Key: dorn2020".
_NAMED = re.compile(r"[A-Za-z_][\w .-]{0,30}:\s*\S.*")
_INCOMPLETE = re.compile(r"\bauthor list incomplete\b", re.IGNORECASE)
_NO_ORDER = re.compile(r"\border of authors not known\b", re.IGNORECASE)
_OURS = re.compile(
    r"Registration: .+|Peer reviewed: (?:yes|no)|Author list incomplete|Order of authors not known"
)


class Told(NamedTuple):
    """The identifiers by kind, and the kinds of those that stand behind other words."""

    found: dict[str, list[str]]
    doubtful: set[str]


def identifiers(texts: Iterable[str]) -> Told:
    """Return the identifiers that have a whole line, "PMID: 1", as Zotero and our own files write them."""
    told = Told({}, set())
    is_free = False
    for line in _lines(texts):
        if number := _NUMBER.fullmatch(line):
            kind = number[1].lower()
            if is_free and kind not in told.found:
                told.doubtful.add(kind)
            told.found.setdefault(kind, []).append(number[2])
        else:
            is_free = is_free or not _NAMED.fullmatch(line)
    return told


def is_incomplete(texts: Iterable[str]) -> bool:
    """Whether a note says that the list of authors is not whole, as our own files do."""
    return any(_INCOMPLETE.search(text[:LONGEST]) for text in texts)


def is_in_no_order(texts: Iterable[str]) -> bool:
    """Whether a note says that the first name of the list may not be the first author, as our own files do."""
    return any(_NO_ORDER.search(text[:LONGEST]) for text in texts)


def is_reviewed(texts: Iterable[str]) -> bool | None:
    """Return what a line of its own says about peer review, or None."""
    said = (found[1] for line in _lines(texts) if (found := _REVIEWED.fullmatch(line)))
    answer = next(said, "")
    return answer.lower() == "yes" if answer else None


def our_own(text: str) -> list[str]:
    """Return the remarks that our BibTeX keeps as an annotation, or nothing if it is somebody's else."""
    parts = [part.strip() for part in text[:LONGEST].split(";")]
    return parts if all(map(_OURS.fullmatch, parts)) else []


def _lines(texts):
    for text in texts:
        yield from filter(None, map(str.strip, text[:LONGEST].splitlines()))
