"""The dose gap as one drawing: each claim with its bar and its counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.figures.dose_gap import Bar, DoseGap, dose_gap
from claims.figures.keys import Key, key
from claims.figures.lettering import Block, centred
from claims.figures.registry import OVERVIEW, Figure

CLAIM, BAR, COUNTS, PAD, ROW, HEIGHT = 420, 200, 230, 8, 34, 14
WIDTH = CLAIM + BAR + COUNTS
ENTRIES = (
    ("Microdose", "mark dose-microdose", ""),
    ("Full dose", "mark", "lines"),
    ("Other", "mark dose-other", ""),
)


@dataclass(frozen=True)
class Line:
    """One claim with its bar."""

    bar: Bar
    words: Block
    middle: float

    @property
    def top(self) -> float:
        return self.middle - HEIGHT / 2

    @property
    def base(self) -> float:
        return self.middle + 4


@dataclass(frozen=True)
class DoseGapSheet:
    doses: DoseGap
    lines: tuple[Line, ...]
    key: Key
    height: float
    left: int = CLAIM
    counts_x: int = CLAIM + BAR + PAD
    width: int = WIDTH
    bar: int = HEIGHT

    @property
    def caption(self) -> str:
        return (
            f"{self.doses.finding} A full dose is ten or more times larger than a microdose."
            " “Other” holds doses in between, repeated low doses, several doses in one study and"
            " studies without a dose."
        )

    @property
    def description(self) -> str:
        return " ".join(f"{line.bar.claim.statement} {line.bar.words}." for line in self.lines)


def dose_gap_sheet(rows: Iterable) -> DoseGapSheet:
    """Return the bars of rows (`statement`, `scope`, `summary`) as one drawing."""
    doses = dose_gap(rows)
    lines, y = [], 0.0
    for bar in doses.bars:
        size = _words(bar, 0).height + PAD
        height = max(ROW, size)
        lines.append(Line(bar, _words(bar, y + height / 2), y + height / 2))
        y += height
    return DoseGapSheet(doses, tuple(lines), key(ENTRIES, y + PAD), y + PAD + 20)


def _words(bar: Bar, middle: float) -> Block:
    return centred(bar.claim.statement, x=0, middle=middle, width=CLAIM - 2 * PAD)


FIGURE = Figure(
    name="dose-gap",
    title="At which doses the studies were done",
    of=OVERVIEW,
    template="figures/drawings/dose_gap.svg",
    build=lambda editions: (dose_gap_sheet(editions),),
)
