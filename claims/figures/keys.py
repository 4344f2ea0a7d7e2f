"""The key beneath a drawing: a filled square and its meaning, one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.figures.lettering import width_of

SQUARE, SIZE, GAP = 12, 11.5, 20


@dataclass(frozen=True)
class Entry:
    """One meaning with the classes and the fill of its square."""

    words: str
    css_class: str
    fill: str
    x: float

    @property
    def text_x(self) -> float:
        return self.x + SQUARE + 6


@dataclass(frozen=True)
class Key:
    entries: tuple[Entry, ...]
    y: float
    square: int = SQUARE

    @property
    def height(self) -> int:
        return SQUARE + 6 if self.entries else 0

    @property
    def base(self) -> float:
        return self.y + SQUARE - 2


def key(pairs: Iterable[tuple[str, str, str]], y: float) -> Key:
    """Return the key of (words, classes, fill) at a height."""
    entries, x = [], 1.0
    for words, css_class, fill in pairs:
        entries.append(Entry(words, css_class, fill, round(x, 1)))
        x += SQUARE + 6 + width_of(words, SIZE) + GAP
    return Key(tuple(entries), y)


def key_of(materials: Iterable[tuple[str, str]], has_uncounted: bool, y: float) -> Key:
    """Return the key of a harvest plot: what was studied, and what is not counted."""
    pairs = [
        (
            name.capitalize() if fill else f"No pattern: {name}",
            "mark" if fill else "mark step-none",
            fill,
        )
        for name, fill in materials
    ]
    off = [("Dashed: not counted", "mark mark-off", "")] if has_uncounted else []
    return key(pairs + off, y)
