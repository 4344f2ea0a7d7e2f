"""Whether the library has a record already. Pure: identifiers tell, near-equal titles make somebody look.

Titles are compared with those that share their numbers and their first, their last or, between the
ends, their longest four words, so that ten thousand meet ten thousand in a second. “Part 1” and
“Part 2” are two publications, and so are two doses.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from sources.duplicates import plain, without_mark
from sources.identifiers import without_version

NEW, HERE, PERHAPS = "new", "here", "perhaps"
IDENTIFIERS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
# Of 100; what one wrong letter or a missing small word leaves of a title.
NEAR = 92
WORDS = 4
# The newest of those that begin, end or, the last number, go on alike between the ends: a thousand titles
# “Letter to the editor about …” tell little.
MOST_COMPARED = (200, 200, 40)
ARTICLES = ("a", "an", "the")
NUMBER = re.compile(r"\w*\d\w*|[ivx]+")
SUBTITLE = re.compile(r"[:?.–—]\s")


@dataclass(frozen=True, slots=True)
class Known:
    """What a record may be: a source of the library, or an earlier record of the same file."""

    pk: int | None = None
    number: int | None = None

    def __str__(self) -> str:
        return "here already" if self.number is None else f"record {self.number} of this file"


@dataclass(frozen=True, slots=True)
class Match:
    """What a record is to the library: `finding`, why, and the one that it is or may be."""

    finding: str
    why: str = ""
    like: Known = Known()


NOTHING_LIKE_IT = Match(NEW)
# How each `why` reads, at the beginning of what is said of a record.
WHY = re.compile(
    r"^(Since the file was looked through: )?"
    r"((The|Nearly the) same title(, but for the subtitle,)?|(Address|DOI|PMID|PMCID) \S+)"
    r" is (here already|record \d+ of this file)\."
    r"( Its (DOI|PMID|PMCID) \S+ is another one's: compare both\.)*"
)


def rewritten(words: str, match: Match) -> str:
    """Return what is said of a record with another finding; what was noted on it stays."""
    return " ".join(filter(None, [match.why, WHY.sub("", words, count=1).strip()]))


class Shelf:
    """What is known so far: the library's sources, and the records of a file as they are read."""

    def __init__(self) -> None:
        self._by_identifier: dict[str, dict[str, Known]] = {name: {} for name in IDENTIFIERS}
        self._by_address: dict[str, Known] = {}
        self._by_title: dict[str, Known] = {}
        self._by_main_title: dict[str, Known] = {}
        self._near: defaultdict[int, list[str]] = defaultdict(list)

    def put(self, known: Known, fields: Mapping[str, Any]) -> None:
        """Remember what is known; of two that are alike, the first."""
        self._put(known, fields, _Title(fields["title"]))

    def _put(self, known, fields, title):
        for name in IDENTIFIERS:
            if value := fields.get(name):
                value = without_version(value) if name == "doi" else value
                self._by_identifier[name].setdefault(value, known)
        if _is_named_by_address(fields):
            self._by_address.setdefault(_address(fields["url"]), known)
        self._put_title(known, title)

    def _put_title(self, known, title):
        if not title.words or self._by_title.setdefault(title.words, known) is not known:
            return
        if title.main:
            self._by_main_title.setdefault(title.main, known)
        for block in title.blocks:
            self._near[block].append(title.words)

    def meet(self, number: int, fields: Mapping[str, Any]) -> Match:
        """Return what a record of a file is, and remember it for those that come after it."""
        if match := self._by_name(fields):
            return match
        title = _Title(fields["title"])
        match = self._by_words(title) or NOTHING_LIKE_IT
        self._put(Known(number=number), fields, title)
        return match

    def find(self, fields: Mapping[str, Any]) -> Match:
        """Return what a record is: here already by an identifier, perhaps here by its title, or new.

        It may lack a title, and is not remembered.
        """
        title = _Title(fields.get("title", ""))
        return self._by_name(fields) or self._by_words(title) or NOTHING_LIKE_IT

    def _by_name(self, fields):
        found = {
            name: known
            for name, stored in self._by_identifier.items()
            if (known := stored.get(fields.get(name, "")))
        }
        if found:
            return _here(found, fields)
        url = fields.get("url", "")
        if known := self._by_address.get(_address(url)) if _is_named_by_address(fields) else None:
            return Match(HERE, f"Address {url} is {known}.", known)
        return None

    def _by_words(self, title):
        if known := self._by_title.get(title.words):
            return Match(PERHAPS, f"The same title is {known}.", known)
        known = self._by_main_title.get(title.words) or self._by_title.get(title.main)
        if known:
            return Match(PERHAPS, f"The same title, but for the subtitle, is {known}.", known)
        return self._nearly(title)

    def _nearly(self, title):
        for block, most in zip(title.blocks, MOST_COMPARED, strict=True):
            titles = self._near.get(block, ())[-most:]
            nearest = process.extractOne(title.words, titles, scorer=fuzz.ratio, score_cutoff=NEAR)
            if nearest:
                known = self._by_title[nearest[0]]
                return Match(PERHAPS, f"Nearly the same title is {known}.", known)
        return None


class _Title:
    """A title as it is compared: its words, those before a subtitle, and the blocks it stands in."""

    __slots__ = ("blocks", "main", "words")

    def __init__(self, title):
        title = without_mark(title)
        self.words = plain(title)
        self.main = _main_title(title)
        self.blocks = _blocks(self.words)


def _here(found, fields):
    """Return the match by the first identifier; a second one that names another is told."""
    (name, known), *others = found.items()
    why = f"{IDENTIFIERS[name]} {fields[name]} is {known}."
    for other, another in others:
        if another != known:
            why += f" Its {IDENTIFIERS[other]} {fields[other]} is another one's: compare both."
    return Match(HERE, why, known)


def _is_named_by_address(fields):
    """Where there is an identifier the address is often the journal's, and names nothing."""
    return bool(fields.get("url")) and not any(fields.get(name) for name in IDENTIFIERS)


def _address(url):
    """Return an address without what two writings of one page differ in."""
    return url.partition("://")[2].rstrip("/")


def _main_title(title):
    """Return a title without its subtitle; nothing where it has none or says too little."""
    main, *subtitle = SUBTITLE.split(title, maxsplit=1)
    words = plain(main) if subtitle else ""
    return words if words.count(" ") >= WORDS - 1 else ""


def _is_number(word):
    # Most words are none, and that is known without the expression.
    return not (word.isalpha() and word.strip("ivx")) and NUMBER.fullmatch(word)


def _blocks(words: str) -> tuple[int, int, int]:
    """Return what near-equal titles share, at least one of the three."""
    parts = words.split()
    if parts and parts[0] in ARTICLES:
        del parts[0]
    numbers = tuple(sorted(filter(_is_number, parts)))
    first, last = parts[:WORDS], parts[-WORDS:]
    # A title of few words has its ends in common with too many others.
    longest = sorted(parts[1:-1], key=len)[-WORDS:] if len(parts) > WORDS + 1 else first
    return hash((numbers, *first)), hash((numbers, "", *last)), hash((numbers, 0, *longest))
