"""Reads BibTeX and BibLaTeX, as JabRef, Zotero, Mendeley and Google Scholar write it. Pure."""

import logging
import re
from collections.abc import Iterable, Iterator

from bibtexparser import parse_string
from bibtexparser.exceptions import ParserStateException
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)

from sources.intake import bibtex_entries, bibtex_parents
from sources.intake.fields import Draft, Fault
from sources.intake.text_files import MAX_BLOCK

LABEL = "BibTeX or BibLaTeX"
MARKS = ("\n@", "\r@")
AGAIN = "Balance its braces and quotation marks, or export it again."
BROKEN = Fault("This part of the file cannot be taken apart.", AGAIN)
TOO_EARLY = Fault(
    "Fields stand here outside any entry: the entry before them is closed too early.", AGAIN
)
NO_COMMA = Fault(
    "A comma is missing between two of its fields, so that one would swallow the next.",
    "Put a comma behind each field, or export it again.",
)
TWICE = "{} stands twice; the first counts."
ENCLOSING = {"{": "}", '"': '"'}
# More macros than any list of journals has, and longer ones.
MAX_MACROS = 20_000
LONGEST_MACRO = 1000
LONGEST_JOINED = 20_000
TOO_LONG = "The macro “{}” is longer than {:,} characters; where it is used, nothing stands."
SHORTEN = "Write out in each entry what it stands for, or leave the macro out."
LONG_FIELD = "{} was left out: its macros make it longer than {:,} characters."

# What it cannot parse is told to the curator, not to a log.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
_START = re.compile(r"\n(?=[ \t]{0,80}@[A-Za-z]+[ \t]{0,80}[{(])")
_OUTSIDE = re.compile(r"\s*(?:,\s*)?[A-Za-z]+\s*=\s*[{\"0-9]")
# What bibtexparser takes for signs: those without a backslash before them.
_ENCLOSING = re.compile(r"(?<!\\)[{}\"]")
_NEXT_FIELD = re.compile(r"\w*[^\S\n]*\n\s*[A-Za-z]+\s*=\s*[{\"\w]")
_QUOTED = re.compile(r"`([^`]*)`")
_JOINED = re.compile(r"(?:\"[^\"]*\"|\{[^{}]*\}|\w+)(?:\s*#\s*(?:\"[^\"]*\"|\{[^{}]*\}|\w+))+")
_PART = re.compile(r"\"[^\"]*\"|\{[^{}]*\}|\w+")


class _Macros(dict[str, str]):
    """What @string has defined, by names in small letters; it lasts from one part of a file to the next."""

    def define(self, macro: String) -> Fault | None:
        """Keep a macro; one that is too long, or too long once others stand in it, is empty and a fault."""
        if len(self) >= MAX_MACROS:
            return None
        found = self.resolved(macro.value)
        is_short = found is not None and len(found) <= LONGEST_MACRO
        self[macro.key.lower()] = found if is_short else ""
        return None if is_short else Fault(TOO_LONG.format(macro.key[:60], LONGEST_MACRO), SHORTEN)

    def resolved(self, value: str) -> str | None:
        """Return a value without what encloses it, its macros replaced: jan, or "Journal of " # psy.

        Return None if it grows beyond what anybody joins.
        """
        is_enclosed = value[:1] in ENCLOSING and value[-1:] == ENCLOSING[value[:1]]
        if is_enclosed and "#" not in value:
            return value[1:-1]
        if _JOINED.fullmatch(value):
            return self._joined(_PART.finditer(value))
        return value[1:-1] if is_enclosed else self.get(value.lower(), value)

    def _joined(self, parts):
        found, length = [], 0
        for part in parts:
            found.append(self.get(part[0].lower(), part[0]).strip('"{}'))
            length += len(found[-1])
            if length > LONGEST_JOINED:
                return None
        return "".join(found)


def read(texts: Iterable[str]) -> Iterator[tuple[int, Draft | Fault]]:
    """Yield the line of each entry and what it tells.

    `texts` is gone through once more for each reference to another entry: that may stand behind it.
    """
    wholes = _wholes(texts)
    for line, block, macros in _blocks(texts):
        if found := _draft(block, macros, wholes):
            yield line, found


def _wholes(texts):
    """Return what the entries that others refer to hand on, by their keys; of two with one key, the first."""
    wanted = bibtex_parents.named(texts)
    found = {}
    for _, block, macros in _blocks(texts) if wanted else ():
        if isinstance(block, Entry) and (key := block.key.lower()) in wanted and key not in found:
            fields = _fields(block, macros)[0]
            found[key] = bibtex_parents.handed_on(block.entry_type.lower(), fields)
    return bibtex_parents.completed(found)


def _blocks(texts):
    """Yield each block with its line and the macros that are known so far."""
    macros = _Macros()
    for line, text in _parts(texts):
        try:
            library = parse_string(text, parse_stack=[])
        except (ParserStateException, RecursionError):
            yield line, BROKEN, macros
            continue
        for block in library.blocks:
            if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
                block = block.ignore_error_block
            at = line + (block.start_line or 0)
            yield at, macros.define(block) if isinstance(block, String) else block, macros


def _parts(texts):
    """Yield (line, text) of parts that each begin where an entry begins, however large the file."""
    line, kept = 1, ""
    for text in texts:
        kept += text
        starts = [match.end() for match in _START.finditer(kept)]
        if not starts and len(kept) < MAX_BLOCK:
            continue
        at = starts[-1] if starts else len(kept)
        yield line, kept[:at]
        line += kept.count("\n", 0, at)
        kept = kept[at:]
    yield line, kept


def _draft(block, macros, wholes):
    """Return what a block tells; nothing for a comment, nor for fields that others share."""
    if isinstance(block, Entry):
        is_record = block.entry_type.lower() != bibtex_parents.HOLDS_DATA
        return _entry(block, macros, wholes) if is_record else None
    if isinstance(block, ParsingFailedBlock):
        return Fault(_words(block.error), AGAIN)
    if isinstance(block, Fault):
        return block
    is_outside = isinstance(block, ImplicitComment) and _OUTSIDE.match(block.comment)
    return TOO_EARLY if is_outside else None


def _entry(entry, macros, wholes):
    if any("=" in field.value and _swallows(field.value) for field in entry.fields):
        return NO_COMMA
    fields, notes = _fields(entry, macros)
    kind = entry.entry_type.lower()
    if bibtex_parents.refers(fields):
        fields = bibtex_parents.with_inherited(kind, fields, wholes)
        notes += bibtex_parents.lacking(kind, fields, wholes)
    draft = bibtex_entries.draft(kind, fields)
    draft.notes.extend(notes[:3])
    return draft


def _swallows(value):
    """Whether another field begins behind what encloses a value: in braces an equation may stand."""
    if _NEXT_FIELD.match(value):
        return True
    depth, is_quoted = 0, False
    for sign in _ENCLOSING.finditer(value):
        if sign[0] == '"':
            is_quoted ^= not depth
        else:
            depth += 1 if sign[0] == "{" else -1
        if not (depth or is_quoted) and _NEXT_FIELD.match(value, sign.end()):
            return True
    return False


def _fields(entry, macros):
    """Return the fields that are read, and notes on those that are not."""
    fields, notes = {}, []
    for field in entry.fields:
        name = field.key.lower()
        if name in fields:
            notes.append(TWICE.format(name.capitalize()))
        elif name in bibtex_entries.NEEDED:
            fields[name] = macros.resolved(field.value)
            if fields[name] is None:
                fields[name] = ""
                notes.append(LONG_FIELD.format(name.capitalize(), LONGEST_JOINED))
    return fields, notes


def _words(error):
    """Return in one sentence why a block could not be parsed."""
    reason = " ".join(_QUOTED.sub("“\\1”", getattr(error, "abort_reason", "")).split())
    return f"This entry cannot be read: {reason[:200].rstrip('. ') or 'it is broken'}."
