"""Small harvest strips, one a claim, on one scale: where the weight of the studies lies along a chain (METHOD 2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.figures.harvest import PANELS, HarvestPlot, harvest, has_uncounted, materials_of
from claims.figures.harvest_studies import Study
from claims.rating.vocabulary import Direction, Strength

BAR, PITCH, RUNG, TOP, GAP = 9, 13, 9, 4, 14
# A column is wide enough for the name of its direction.
NARROWEST = 112
HEIGHT = TOP + RUNG * Strength.STRONG.rung
FOOT = 20


@dataclass(frozen=True)
class Bar:
    """One study: as high as its strength, in the fill of what was studied."""

    study: Study
    x: int

    @property
    def height(self) -> int:
        return RUNG * self.study.strength.rung

    @property
    def y(self) -> int:
        return HEIGHT - self.height


@dataclass(frozen=True)
class Column:
    """The bars of one direction, at the place it has in every strip."""

    direction: Direction
    x: int
    width: int
    bars: tuple[Bar, ...]

    @property
    def end(self) -> int:
        return self.x + self.width


@dataclass(frozen=True)
class Strip:
    """One claim's studies in four columns."""

    claim: object
    plot: HarvestPlot
    columns: tuple[Column, ...]
    base: int = HEIGHT
    height: int = HEIGHT + FOOT

    @property
    def width(self) -> int:
        return self.columns[-1].end

    @property
    def description(self) -> str:
        words = (
            f"{panel.direction.label}: {panel.description}"
            for panel in self.plot.panels
            if panel.bars
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
    """Return a strip for each edition (`document`); a column is as wide in all as in the fullest."""
    plots = [(edition, harvest(edition.document)) for edition in editions]
    places = _places([plot for _, plot in plots])
    return Strips(tuple(Strip(claim, plot, _columns(plot, places)) for claim, plot in plots))


def _places(plots: list[HarvestPlot]) -> Mapping[Direction, tuple[int, int]]:
    """Return where each direction begins and how wide it is."""
    places, x = {}, 0
    for place, direction in enumerate(PANELS):
        most = max((len(plot.panels[place].bars) for plot in plots), default=0)
        width = max(NARROWEST, most * PITCH)
        places[direction] = (x, width)
        x += width + GAP
    return places


def _columns(plot: HarvestPlot, places: Mapping) -> tuple[Column, ...]:
    return tuple(_column(panel, *places[panel.direction]) for panel in plot.panels)


def _column(panel, x: int, width: int) -> Column:
    bars = (Bar(bar.study, x + place * PITCH) for place, bar in enumerate(panel.bars))
    return Column(panel.direction, x, width, tuple(bars))
