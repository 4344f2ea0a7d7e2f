"""The harvest plot as one drawing: its panels side by side as far as a sheet is wide, and their key beneath."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.figures.harvest import HarvestPlot, Panel, harvest
from claims.figures.keys import Key, key_of
from claims.figures.registry import CLAIM, Figure

WIDTH, GAP, HEADING = 640, 26, 24


@dataclass(frozen=True)
class Placed:
    """A panel with the place of its upper left corner."""

    panel: Panel
    x: int
    y: int

    @property
    def heading(self) -> str:
        direction = self.panel.direction
        return f"{direction.symbol} {direction.label}: {self.panel.number}"


@dataclass(frozen=True)
class HarvestSheet:
    plot: HarvestPlot
    panels: tuple[Placed, ...]
    key: Key
    height: int
    width: int = WIDTH
    heading: int = HEADING

    @property
    def caption(self) -> str:
        return f"{self.plot.caption} One row is one study; its length is its strength."

    @property
    def description(self) -> str:
        return ". ".join(
            f"{placed.panel.title}: {placed.panel.description}" for placed in self.panels
        )


def harvest_sheet(document: Mapping) -> HarvestSheet:
    """Return the plot of a claim's document as one drawing."""
    plot = harvest(document)
    panels, foot = _placed(plot.panels)
    key = key_of(plot.materials, plot.has_uncounted, foot + GAP)
    return HarvestSheet(plot, panels, key, foot + GAP + key.height)


def _placed(panels: tuple[Panel, ...]) -> tuple[tuple[Placed, ...], int]:
    """Return the panels in lines, and where the last line ends."""
    placed, x, y, foot = [], 0, 0, 0
    for panel in panels:
        if x and x + panel.width > WIDTH:
            x, y = 0, foot + GAP
        placed.append(Placed(panel, x, y))
        x += panel.width + GAP
        foot = max(foot, y + HEADING + panel.height)
    return tuple(placed), foot


FIGURE = Figure(
    name="harvest",
    title="Where the weight of the studies lies",
    of=CLAIM,
    template="figures/drawings/harvest.svg",
    build=lambda document: (harvest_sheet(document),) if document["evidence"] else (),
)
