"""Words in a drawing: their width, guessed from the letters, and their lines. No browser breaks them for us."""

from collections.abc import Iterable
from dataclasses import dataclass

# In units of the size, after Arial: nearly every reader's sans is as wide or narrower.
NARROW, WIDE, CAPITAL, OTHER = 0.3, 0.86, 0.69, 0.56
NARROW_SIGNS = frozenset("fijlrt.,;:'’‘“”|!()[]/ -")
WIDE_SIGNS = frozenset("mwMW@%…—⊕◯○▲▼◆")
LEADING = 1.3


@dataclass(frozen=True)
class Block:
    """Lines of text; `y` is the base of the first."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float

    @property
    def leading(self) -> float:
        return round(self.size * LEADING, 1)

    @property
    def height(self) -> float:
        return self.leading * len(self.lines)

    @property
    def foot(self) -> float:
        """Return where a block beneath this one may begin."""
        return self.y + self.height


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is."""
    return size * sum(_width(sign) for sign in text)


def _width(sign: str) -> float:
    if sign in NARROW_SIGNS:
        return NARROW
    if sign in WIDE_SIGNS:
        return WIDE
    return CAPITAL if sign.isupper() else OTHER


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return the text in lines that fit; a word that does not fit is cut."""
    lines = [""]
    for word in _pieces(text.split(" "), width, size):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(line for line in lines if line)


def _pieces(words: Iterable[str], width: float, size: float) -> Iterable[str]:
    """Yield words; one wider than a line in pieces as long as an address is cut."""
    for word in words:
        while width_of(word, size) > width:
            most = max(1, int(width / size / WIDE))
            yield word[:most]
            word = word[most:]
        yield word


def block(text: str, *, x: float, y: float, width: float, size: float = 12) -> Block:
    """Return the text as lines no wider than `width`."""
    return Block(wrapped(text, width, size), x, y, size)


def centred(text: str, *, x: float, middle: float, width: float, size: float = 12) -> Block:
    """Return the text as lines that stand around a height."""
    lines = wrapped(text, width, size)
    return Block(lines, x, round(middle + size * (0.36 - LEADING * (len(lines) - 1) / 2), 1), size)
