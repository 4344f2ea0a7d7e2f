"""Reads CSL-JSON, as Zotero, Mendeley, pandoc and Crossref write it, item by item. Pure."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from sources.intake import dates, names
from sources.intake.fields import Draft, Fault
from sources.intake.text_files import MAX_BLOCK
from sources.vocabulary import SourceType

LABEL = "CSL-JSON"
MARKS = ('"type"',)
AGAIN = "Export it again as CSL-JSON, or mend it: a list of objects, each with a title."
NO_ITEM = Fault("Here stands something that is no citation.", AGAIN)
TOO_DEEP = Fault("Its lists and objects lie too deep within each other.", AGAIN)

TYPES = {
    **dict.fromkeys(
        ("article-journal", "journalArticle", "review", "journal-article"),
        SourceType.ARTICLE_JOURNAL,
    ),
    **dict.fromkeys(("article", "preprint", "posted-content", "manuscript"), SourceType.ARTICLE),
    **dict.fromkeys(("report", "dataset", "standard"), SourceType.REPORT),
    **dict.fromkeys(("book", "monograph"), SourceType.BOOK),
    **dict.fromkeys(
        ("chapter", "book-chapter", "entry", "entry-encyclopedia", "entry-dictionary"),
        SourceType.CHAPTER,
    ),
    **dict.fromkeys(("thesis", "dissertation"), SourceType.THESIS),
    **dict.fromkeys(
        ("paper-conference", "proceedings-article", "speech", "event"), SourceType.PAPER_CONFERENCE
    ),
    **dict.fromkeys(("webpage", "post", "post-weblog"), SourceType.WEBPAGE),
}
WITH_PUBLISHER = {SourceType.REPORT, SourceType.THESIS, SourceType.ARTICLE, SourceType.WEBPAGE}

_DECODER = json.JSONDecoder()
_BEFORE = re.compile(r"[\s,]*")
# An object that holds a list of items under one of these names is opened like the list.
_OPENING = re.compile(r'\s*(?:\{\s*"(?:items|references)"\s*:\s*)?\[')
# Behind a broken record, the next object that is no name of an author.
_NEXT = re.compile(
    r'\}\s*,\s*(?=\{\s*"(?!family|given|literal|suffix|name|ORCID|sequence|affiliation|isInst'
    r"|dropping|non-dropping|comma-|static-|parse-))"
)


def read(texts: Iterable[str]) -> Iterator[tuple[int, Draft | Fault]]:
    """Yield the line of each item and what it tells."""
    for line, item in _Items(texts):
        yield line, item if isinstance(item, Fault) else _draft(item)


class _Items:
    """The objects of a list, decoded one by one from a buffer that is filled as it empties."""

    def __init__(self, texts):
        self.texts, self.buffer, self.line, self.at = iter(texts), "", 1, 0

    def __iter__(self):
        self._fill()
        opening = _OPENING.match(self.buffer)
        self._skip_to(opening.end() if opening else 0)
        while self._is_more():
            yield self.line, self._next()

    def _fill(self):
        """Add text to the buffer; return whether there was any."""
        text = next(filter(None, self.texts), "")
        self.buffer = self.buffer[self.at :] + text
        self.at = 0
        return bool(text)

    def _skip_to(self, at):
        self.line += self.buffer.count("\n", self.at, at)
        self.at = at

    def _is_more(self):
        """Go to the next item; return whether there is one before the list or the file ends."""
        while True:
            self._skip_to(_BEFORE.match(self.buffer, self.at).end())
            if self.at < len(self.buffer):
                return self.buffer[self.at] != "]"
            if not self._fill():
                return False

    def _next(self):
        """Return the item that begins here, or a fault; go behind it."""
        while isinstance(found := self._decoded(), Fault):
            is_long = len(self.buffer) - self.at > MAX_BLOCK
            if found == TOO_DEEP or is_long or not self._fill():
                return self._recover(found)
        item, end = found
        self._skip_to(end)
        return item if isinstance(item, dict) else NO_ITEM

    def _decoded(self):
        """Return the item that begins here with its end, or why what is in the buffer is none."""
        try:
            return _DECODER.raw_decode(self.buffer, self.at)
        except RecursionError:
            return TOO_DEEP
        except json.JSONDecodeError as error:
            line = self.line + self.buffer.count("\n", self.at, error.pos)
            return Fault(f"It is not valid JSON: {error.msg}, in line {line}.", AGAIN)
        except ValueError:
            return Fault("It holds a number of thousands of digits.", AGAIN)

    def _recover(self, fault):
        """Go to where the next item seems to begin, or to the end."""
        while True:
            if found := _NEXT.search(self.buffer, self.at + 1):
                self._skip_to(found.end())
                return fault
            self._skip_to(max(self.at, len(self.buffer) - 200))
            if not self._fill():
                self._skip_to(len(self.buffer))
                return fault


def _text(value: Any) -> str:
    """Return a text or a number as text; a list gives its first; all else is no text."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value)


def _draft(item):
    get = item.get
    kind = TYPES.get(_text(get("type")), "")
    if "preprint" in (_text(get(name)).lower() for name in ("genre", "subtype")):
        kind = SourceType.ARTICLE
    people = get("author") if isinstance(get("author"), list) else []
    authors = [_name(one) for one in people]
    is_complete = not any(one and names.is_others(" ".join(one.values())) for one in authors[-1:])
    return Draft(
        type=kind,
        title=_text(get("title")),
        container_title=_container(item, kind),
        publisher=_text(get("publisher")),
        date=_date(item),
        volume=_text(get("volume")),
        issue=_text(get("issue")),
        pages=_text(get("page") or get("number") or get("article-number")),
        authors=authors if is_complete else authors[:-1],
        is_complete=is_complete,
        doi=_given(item, "DOI", "doi"),
        pmid=_given(item, "PMID", "pmid"),
        pmcid=_given(item, "PMCID", "pmcid"),
        registration=_given(item, "registration"),
        urls=_given(item, "URL", "url"),
        told=_given(item, "note"),
    )


def _given(item, *keys):
    return [text for key in keys if (text := _text(item.get(key)))]


def _container(item, kind):
    found = _text(item.get("container-title"))
    return found or (_text(item.get("publisher")) if kind in WITH_PUBLISHER else "")


def _name(one):
    """Return the name; particles belong to the family name."""
    if not isinstance(one, dict):
        return names.literal(one) if isinstance(one, str) else None
    part = {key: _text(value) for key, value in one.items()}.get
    if whole := part("literal") or part("name"):
        return names.literal(whole)
    particles = (part("dropping-particle", ""), part("non-dropping-particle", ""))
    family = " ".join(filter(None, (*particles, part("family", ""))))
    return names.name(family, part("given", ""), part("suffix", ""))


def _date(item):
    found = [_one_date(item.get(key)) for key in ("issued", "published", "published-print")]
    return next((date for date in found if date != dates.UNKNOWN), dates.UNKNOWN)


def _one_date(value):
    if not isinstance(value, dict):
        return dates.written(_text(value))
    listed = value.get("date-parts")
    first = listed[0] if isinstance(listed, list) and listed else None
    if isinstance(first, list) and first:
        return dates.parts(*first[:3])
    return dates.written(_text(value.get("raw")) or _text(value.get("literal")))
