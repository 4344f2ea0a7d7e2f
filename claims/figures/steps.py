"""From the level the designs start at to the certainty reached, one bar a step (METHOD 2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.figures.registry import CLAIM, Figure
from claims.rating.vocabulary import Certainty, Domain
from claims.rating.wording import listed, signed

WIDTH, LEFT, RIGHT, TOP, ROW, BAR = 360, 128, 34, 30, 30, 12
HIGHEST, LOWEST = len(Certainty), 1
# Where the steps lead beneath the lowest certainty, the drawing stops one unit below it.
BENEATH = LOWEST - 1
OFTEN_ZERO = (Domain.RAISED_FOR, Domain.LIMIT)


@dataclass(frozen=True)
class Level:
    """A line of the scale."""

    label: str
    x: int


@dataclass(frozen=True)
class Bar:
    """One step: from where to where on the scale, and by how many levels in words."""

    label: str
    change: str
    way: str
    y: int
    x: int
    width: int
    begin: int
    end: int

    @property
    def middle(self) -> int:
        return self.y + BAR // 2

    @property
    def baseline(self) -> int:
        return self.y + BAR - 2

    @property
    def change_x(self) -> int:
        return self.x + self.width + 6


@dataclass(frozen=True)
class StepsPlot:
    start: Certainty
    certainty: Certainty
    caption: str
    description: str
    levels: tuple[Level, ...]
    bars: tuple[Bar, ...]
    result: Bar
    height: int
    width: int = WIDTH
    bar_height: int = BAR
    scale_top: int = TOP - 6

    @property
    def trace(self) -> str:
        """Return the line that leads from step to step; it may end away from where the steps led."""
        first, *rest = (*self.bars, self.result)
        path = f"M{first.end} {first.middle}"
        return path + "".join(f"V{bar.middle}H{bar.begin}H{bar.end}" for bar in rest)

    @property
    def is_level(self) -> bool:
        return self.start is self.certainty


def steps(document: Mapping) -> StepsPlot | None:
    """Return the staircase of a claim's document; None if nothing was counted."""
    if not document["certainty"]:
        return None
    first, *shown = [step for step in document["suggestion"]["steps"] if _is_shown(step)]
    start, certainty = _certainty(first["levels"]), Certainty(document["certainty"]["code"])
    path = _path(start.level, shown)
    scale = _Scale(has_beneath=min(path) < LOWEST)
    bars = [_bar("Start", start.label, "start", (start.level, start.level), 0, scale)]
    for place, step in enumerate(shown, start=1):
        ends = (path[place - 1], path[place])
        bars.append(_bar(_label(step), signed(step["levels"]), _way(step), ends, place, scale))
    ends = (certainty.level, certainty.level)
    result = _bar("Result", certainty.label, "result", ends, len(bars), scale)
    return StepsPlot(
        start=start,
        certainty=certainty,
        caption=_caption(start, certainty, shown),
        description="; ".join(f"{bar.label}: {bar.change}" for bar in (*bars, result)) + ".",
        levels=scale.levels,
        bars=tuple(bars),
        result=result,
        height=TOP + ROW * (len(bars) + 1),
    )


def _is_shown(step: Mapping) -> bool:
    """The five domains always; raises and limits only where they changed the level."""
    return bool(step["levels"]) or Domain(step["domain"]) not in OFTEN_ZERO


def _certainty(level: int) -> Certainty:
    return next(term for term in Certainty if term.level == level)


def _path(start: int, shown: list[Mapping]) -> list[int]:
    """Return the level before and after each step; limits begin on the scale."""
    path = [start]
    for step in shown:
        before = path[-1]
        if step["domain"] == Domain.LIMIT:
            before = path[-1] = max(LOWEST, min(HIGHEST, before))
        path.append(before + step["levels"])
    return path


@dataclass(frozen=True)
class _Scale:
    has_beneath: bool

    @property
    def levels(self) -> tuple[Level, ...]:
        beneath = (Level("lower", self.x(BENEATH)),) if self.has_beneath else ()
        return (*beneath, *(Level(term.label, self.x(term.level)) for term in Certainty))

    def x(self, level: int) -> int:
        """Return the place of a level; all beneath the scale stand in one place."""
        least = BENEATH if self.has_beneath else LOWEST
        unit = (WIDTH - LEFT - RIGHT) // (HIGHEST - least)
        return LEFT + (max(least, min(HIGHEST, level)) - least) * unit


def _bar(label, change, way, ends, place, scale) -> Bar:
    begin, end = (scale.x(level) for level in ends)
    x, width = min(begin, end), abs(end - begin)
    return Bar(label, change, way, TOP + place * ROW, x, width, begin, end)


def _label(step: Mapping) -> str:
    return Domain(step["domain"]).label


def _way(step: Mapping) -> str:
    if not step["levels"]:
        return "none"
    return "up" if step["levels"] > 0 else "down"


def _caption(start: Certainty, certainty: Certainty, shown: list[Mapping]) -> str:
    moved = [step for step in shown if step["levels"]]
    words = [f"{_label(step).lower()} ({signed(step['levels'])})" for step in moved]
    begin = f"The designs start at {start.label}"
    if not words:
        return f"{begin}; nothing was taken off."
    return (
        f"{begin}; {listed(words)} {'leads' if len(words) == 1 else 'lead'} to {certainty.label}."
    )


def suggested_steps(document: Mapping) -> StepsPlot | None:
    """Return the staircase to the certainty that the rule suggests, whatever reviewers decided."""
    code = document["suggestion"]["certainty"]
    return steps({**document, "certainty": {"code": code} if code else None})


def _drawings(document: Mapping) -> tuple[StepsPlot, ...]:
    drawn = suggested_steps(document)
    return (drawn,) if drawn else ()


FIGURE = Figure(
    name="steps",
    title="How the certainty was reached, step by step",
    of=CLAIM,
    template="figures/drawings/steps.svg",
    build=_drawings,
)
