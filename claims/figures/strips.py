"""Small harvest strips, one a claim, on one scale: where the weight of the studies lies along a chain (METHOD 2)."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.figures.harvest import HarvestPlot, Panel, harvest, has_uncounted, materials_of
from claims.figures.harvest_studies import Study
from claims.rating.vocabulary import Direction, Strength

BAR, PITCH, RUNG, TOP, GAP = 9, 13, 9, 4, 14
# Two columns stand side by side on a phone 320 pixels wide, and each has room for its name.
WIDTH = 132
MOST_IN_A_LINE = WIDTH // PITCH
HEIGHT = TOP + RUNG * Strength.STRONG.rung
NAME, FOOT = 14, 32


@dataclass(frozen=True)
class Bar:
    """One study: as high as its strength, in the fill of what was studied."""

    study: Study
    x: int
    base: int

    @property
    def height(self) -> int:
        return RUNG * self.study.strength.rung

    @property
    def y(self) -> int:
        return self.base - self.height


@dataclass(frozen=True)
class Column:
    """The bars of one direction; `x` is its place where all columns are one drawing."""

    panel: Panel
    x: int
    bases: tuple[int, ...]
    bars: tuple[Bar, ...]
    width: int = WIDTH

    @property
    def direction(self) -> Direction:
        return self.panel.direction

    @property
    def name_y(self) -> int:
        return self.bases[-1] + NAME

    @property
    def rest_y(self) -> int:
        return self.name_y + NAME


@dataclass(frozen=True)
class Strip:
    """One claim's studies in four columns."""

    claim: object
    plot: HarvestPlot
    columns: tuple[Column, ...]

    @property
    def width(self) -> int:
        return self.columns[-1].x + WIDTH

    @property
    def foot(self) -> int:
        """Return how high the bars and their axis are, without names."""
        return self.columns[0].bases[-1] + 2

    @property
    def height(self) -> int:
        return self.columns[0].bases[-1] + FOOT

    @property
    def description(self) -> str:
        words = (
            f"{panel.direction.label}: {panel.description}"
            for panel in self.plot.panels
            if panel.rows
        )
        return " ".join(f"{text}." for text in words) or "No study."


@dataclass(frozen=True)
class Strips:
    strips: tuple[Strip, ...]

    @property
    def studies(self) -> list[Study]:
        return [study for strip in self.strips for study in strip.plot.studies]

    @property
    def materials(self) -> tuple[tuple[str, str], ...]:
        return materials_of(self.studies)

    @property
    def has_uncounted(self) -> bool:
        return has_uncounted(self.studies)


def strips(editions: Iterable) -> Strips:
    """Return a strip for each edition (`document`), all on one scale."""
    return Strips(tuple(_strip(edition, harvest(edition.document)) for edition in editions))


def _strip(claim: object, plot: HarvestPlot) -> Strip:
    most = max(len(panel.rows) for panel in plot.panels)
    lines = max(1, -(-most // MOST_IN_A_LINE))
    bases = tuple(HEIGHT * (line + 1) for line in range(lines))
    columns = (
        _column(panel, place * (WIDTH + GAP), bases) for place, panel in enumerate(plot.panels)
    )
    return Strip(claim, plot, tuple(columns))


def _column(panel: Panel, x: int, bases: tuple[int, ...]) -> Column:
    """Return the column; its lines of bars stand on the strip's foot."""
    used = max(1, -(-len(panel.rows) // MOST_IN_A_LINE))
    bars = tuple(
        Bar(row.study, place % MOST_IN_A_LINE * PITCH, bases[place // MOST_IN_A_LINE - used])
        for place, row in enumerate(panel.rows)
    )
    return Column(panel, x, bases[-used:], bars)
