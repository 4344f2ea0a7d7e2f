"""Bytes to text and text to blocks, a little at a time, whatever program wrote the file. Pure."""

import codecs
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 256 * 1024
MAX_BLOCK = 1_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = "sources.intake.windows-1252"


def _as_windows_1252(error):
    """Read the bytes that are no UTF-8 as Windows-1252 or, where that knows none, as Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    try:
        return wrong.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return wrong.decode("latin-1"), error.end


codecs.register_error(_OLD, _as_windows_1252)


def encoding(head: bytes) -> str:
    """Return the encoding that the first bytes announce; without a byte-order mark, UTF-8."""
    return next((name for bom, name in _BOMS if head.startswith(bom)), "utf-8")


def _decoder(name):
    """Return a decoder that turns every line end into a newline and fails at nothing."""
    errors = _OLD if name.startswith("utf-8") else "replace"
    decoder = codecs.getincrementaldecoder(name)(errors)
    return io.IncrementalNewlineDecoder(decoder, translate=True)


def decoded(head: bytes) -> str:
    """Return the text of a file's first bytes."""
    return _decoder(encoding(head)).decode(head)


@dataclass(frozen=True, slots=True)
class Texts:
    """The text of a file in the named encoding, with \\n for every line end; each time from its beginning."""

    stream: BinaryIO
    encoding: str

    def __iter__(self) -> Iterator[str]:
        self.stream.seek(0)
        decoder = _decoder(self.encoding)
        while data := self.stream.read(CHUNK):
            yield _clean(decoder.decode(data))
        yield _clean(decoder.decode(b"", final=True))


def _clean(text):
    """Return the text without the marks of files that were joined, and without null characters."""
    return text.replace("\ufeff", "").replace("\x00", "")


def blocks(texts: Iterable[str], mark: str) -> Iterator[tuple[int, str, bool]]:
    """Yield (line, text, is whole) for each piece that begins with `mark` at the start of a line.

    The first piece is what stands before the first mark, without it. Of a piece that is longer
    than MAX_BLOCK the rest is left out, and it is not whole.
    """
    line, kept, skipped, is_whole = 0, "\n", 0, True
    start = f"\n{mark}"
    for text in texts:
        # A mark may lie across the border, so that the end of what is kept is looked at again.
        *done, kept = f"{kept}{text}".split(start)
        for piece in done:
            yield max(line, 1), piece, is_whole
            line += skipped + piece.count("\n") + 1
            skipped, is_whole = 0, True
        if len(kept) > MAX_BLOCK + len(start):
            dropped = kept[MAX_BLOCK : -len(start)]
            kept = kept[:MAX_BLOCK] + kept[-len(start) :]
            skipped += dropped.count("\n")
            is_whole = False
    yield max(line, 1), kept, is_whole
