"""The verdict strip as one drawing: a line of blocks for each verdict, its count and name beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.figures.lettering import width_of
from claims.figures.registry import OVERVIEW, Figure
from claims.figures.verdict_strip import BLOCK, Group, VerdictStrip, verdict_strip

ROW, LABEL, SIZE = BLOCK + 10, 16, 13


@dataclass(frozen=True)
class Line:
    """One group; the blocks begin where the longest name ends."""

    group: Group
    y: int

    @property
    def base(self) -> float:
        return self.y + BLOCK / 2 + 5

    @property
    def words(self) -> str:
        return f"{self.group.count} {self.group.verdict.label}"


@dataclass(frozen=True)
class VerdictStripSheet:
    strip: VerdictStrip
    lines: tuple[Line, ...]
    left: float
    width: float
    block: int = BLOCK

    @property
    def height(self) -> int:
        return ROW * len(self.lines)

    @property
    def caption(self) -> str:
        return f"{self.strip.finding} One block is one claim."

    @property
    def description(self) -> str:
        return " ".join(
            f"{group.verdict.label}: {' '.join(block.row.statement for block in group.blocks)}"
            for group in self.strip.groups
        )


def verdict_strip_sheet(rows: Iterable) -> VerdictStripSheet:
    """Return the strip of rows (`verdict`, `statement`) as one drawing."""
    strip = verdict_strip(rows)
    lines = tuple(Line(group, place * ROW) for place, group in enumerate(strip.groups))
    left = round(max((width_of(line.words, SIZE) for line in lines), default=0) + LABEL)
    widest = max((group.width for group in strip.groups), default=0)
    return VerdictStripSheet(strip, lines, left, left + widest + 2)


FIGURE = Figure(
    name="verdict-strip",
    title="The verdicts",
    of=OVERVIEW,
    template="figures/drawings/verdict_strip.svg",
    build=lambda editions: (verdict_strip_sheet(editions),),
)
