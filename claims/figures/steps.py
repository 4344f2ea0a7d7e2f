"""From the level the designs start at to the certainty reached, one bar a step (METHOD 2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.figures.registry import CLAIM, Figure
from claims.rating.vocabulary import Certainty, Domain
from claims.rating.wording import listed, signed

WIDTH, LEFT, RIGHT, TOP, ROW, BAR = 360, 128, 34, 30, 30, 12
HIGHEST, LOWEST = len(Certainty), 1
# How long a dashed bar is, of a step that the scale has no room for.
STUB = 18
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

    @property
    def is_dashed(self) -> bool:
        """Whether the scale had ended before this step."""
        return self.way == "off"


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
    bars = [_bar("Start", start.label, "start", (start.level, start.level), 0)]
    for place, step in enumerate(shown, start=1):
        bars.append(_step(step, (path[place - 1], path[place]), place))
    ends = (certainty.level, certainty.level)
    result = _bar("Result", certainty.label, "result", ends, len(bars))
    return StepsPlot(
        start=start,
        certainty=certainty,
        caption=_caption(start, certainty, shown, min(path)),
        description="; ".join(f"{bar.label}: {bar.change}" for bar in (*bars, result)) + ".",
        levels=tuple(Level(term.label, _x(term.level)) for term in Certainty),
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


def _on_scale(level: int) -> int:
    return max(LOWEST, min(HIGHEST, level))


def _x(level: int) -> int:
    return LEFT + (level - LOWEST) * ((WIDTH - LEFT - RIGHT) // (HIGHEST - LOWEST))


def _step(step: Mapping, ends: tuple[int, int], place: int) -> Bar:
    """Return the bar of a step; one that the scale has no room for is dashed where the scale ends."""
    begin, end = map(_on_scale, ends)
    change, way = signed(step["levels"]), _way(step)
    if end - begin != step["levels"]:
        change = f"{change}, {_where_it_ends(ends, end)}"
        way = "off" if begin == end else way
    return _bar(_label(step), change, way, (begin, end), place)


def _where_it_ends(ends: tuple[int, int], end: int) -> str:
    """Say that a step came to the end of the scale, stood there before it, or does not leave it."""
    before, after = (abs(level - end) for level in ends)
    edge = "lowest" if end == LOWEST else "highest"
    if after < before:
        return f"still {edge}"
    return f"already {edge}" if _on_scale(ends[0]) == end else f"{edge} reached"


def _bar(label: str, change: str, way: str, ends: tuple[int, int], place: int) -> Bar:
    begin, end = map(_x, ends)
    x, width = min(begin, end), STUB if way == "off" else abs(end - begin)
    return Bar(label, change, way, TOP + place * ROW, x, width, begin, end)


def _label(step: Mapping) -> str:
    return Domain(step["domain"]).label


def _way(step: Mapping) -> str:
    if not step["levels"]:
        return "none"
    return "up" if step["levels"] > 0 else "down"


def _caption(start: Certainty, certainty: Certainty, shown: list[Mapping], least: int) -> str:
    moved = [step for step in shown if step["levels"]]
    words = [f"{_label(step).lower()} ({signed(step['levels'])})" for step in moved]
    begin = f"The designs start at {start.label}"
    if not words:
        return f"{begin}; nothing was taken off."
    lead = "leads" if len(words) == 1 else "lead"
    floor = ", and nothing is lower" if least < LOWEST else ""
    return f"{begin}; {listed(words)} {lead} to {certainty.label}{floor}."


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
