"""A file of citations, whatever program wrote it: refused with the remedy, or read record by record. Pure.

Nothing of the file is kept in memory but the record at hand.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import BinaryIO

from sources.intake import bibtex, csl, nbib, ris, signatures, text_files
from sources.intake.fields import settle
from sources.intake.record import Problem, Record

MAX_BYTES = 100_000_000
MAX_RECORDS = 200_000
HEAD = 64 * 1024

READERS: dict[str, ModuleType] = {"ris": ris, "bibtex": bibtex, "nbib": nbib, "csl-json": csl}
FORMATS = {code: reader.LABEL for code, reader in READERS.items()}
CODES = ", ".join(FORMATS)
REMEDY = "Export the citations again as RIS, BibTeX, PubMed (.nbib) or CSL-JSON."
SPLIT = "Export or save it in parts, and import them one after the other."


class BadFile(Exception):
    """The file is not read at all; the message says why and what to do."""


class TooMuch(BadFile):
    """The file is larger, or holds more records, than are read at once."""


class NotCitations(BadFile):
    """The file holds no citations in a format that is read."""


@dataclass(frozen=True)
class Reading:
    """A file whose format is known: iterate for a Record or a Problem each, in the order of the file.

    `size` is in bytes; `sha256` is that of the bytes, in hexadecimal digits.
    """

    format: str
    size: int
    sha256: str
    max_records: int = field(repr=False)
    _stream: BinaryIO = field(repr=False)
    _encoding: str = field(repr=False)

    def __iter__(self) -> Iterator[Record | Problem]:
        """Yield every record from the first; raise TooMuch behind the last that is allowed."""
        texts = text_files.Texts(self._stream, self._encoding)
        for number, (line, draft) in enumerate(READERS[self.format].read(texts), 1):
            if number > self.max_records:
                raise _too_many(self.max_records)
            yield settle(number, line, draft)


def read(
    stream: BinaryIO,
    *,
    name: str = "",
    format: str = "",
    max_bytes: int = MAX_BYTES,
    max_records: int = MAX_RECORDS,
) -> Reading:
    """Return the reading of a seekable binary file; `format` is a code of FORMATS, or empty to recognise it.

    Raise TooMuch or NotCitations before anything is read whole.
    """
    shown = f"“{_short(name)}”" if name else "This file"
    if format and format not in READERS:
        raise NotCitations(f"“{_short(format)}” is no format that is read. Choose among {CODES}.")
    size = _size(stream, shown, max_bytes)
    stream.seek(0)
    head = stream.read(HEAD)
    code = _recognised(head, shown, format)
    encoding = text_files.encoding(head)
    digest, records = _counted(stream, encoding, READERS[code].MARKS)
    if records > max_records:
        raise _too_many(max_records)
    return Reading(code, size, digest, max_records, stream, encoding)


def _size(stream, shown, limit):
    size = stream.seek(0, 2) or stream.tell()
    if size > limit:
        raise TooMuch(
            f"{shown} has {size / 1e6:.1f} MB; at most {limit / 1e6:g} MB are read. {SPLIT}"
        )
    return size


def _recognised(head, shown, wanted):
    text = text_files.decoded(head)
    if not text.strip():
        raise NotCitations(f"{shown} is empty. {REMEDY}")
    if other := signatures.other(head, text):
        raise NotCitations(f"{shown} is {other}, not a file of citations. {REMEDY}")
    if wanted and not signatures.FORMATS[wanted].search(text):
        raise NotCitations(f"{shown} does not look like {FORMATS[wanted]}. {REMEDY}")
    code = wanted or signatures.known(text)
    if not code:
        raise NotCitations(f"{shown} is in no format that is recognised. {REMEDY}")
    return code


def _counted(stream, encoding, marks):
    """Return the SHA-256 of the bytes and how many records they seem to hold, in one cheap pass."""
    stream.seek(0)
    digest, count, tail = hashlib.sha256(), 0, b""
    wanted = [mark.encode(_bare(encoding)) for mark in marks]
    keep = max(map(len, wanted)) - 1
    while data := stream.read(text_files.CHUNK):
        digest.update(data)
        seen = tail + data
        count += sum(seen.count(mark) - tail.count(mark) for mark in wanted)
        tail = seen[-keep:] if keep else b""
    return digest.hexdigest(), count


def _bare(encoding):
    """Return an encoding of the same width that writes no byte-order mark; both orders look alike here."""
    return {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, "utf-8")


def _too_many(limit):
    return TooMuch(f"It holds more than {limit:,} records; no more are read at once. {SPLIT}")


def _short(text):
    """Return a name as it can stand in a message."""
    text = "".join(character if character.isprintable() else "?" for character in text)
    return text if len(text) <= 60 else f"{text[:60]}…"
