"""Estimates with their intervals, side by side and never pooled (METHOD 2)."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.figures.labels import shortened
from claims.figures.registry import CLAIM, Figure

RATIOS = ("OR", "RR", "HR", "IRR")
FEWEST = 2
LABEL_LENGTH = 24
REVIEWS = ("systematic-review", "meta-analysis")

WIDTH, LEFT, RIGHT, TOP, ROW, FOOT = 360, 132, 16, 8, 30, 34
MARK = 4
STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100)
MOST_TICKS = 5
RATIO_TICKS = (0.01, 0.1, 0.25, 0.5, 1, 2, 4, 10, 100)


@dataclass(frozen=True)
class Result:
    """One estimate as the figure and its table show it; a weight of None: not counted."""

    item: str
    label: str
    outcome: str
    estimate: float
    low: float
    high: float
    n: int | None
    weight: int | None
    is_pooled: bool

    @property
    def numbers(self) -> str:
        return f"{_words(self.estimate)} ({_words(self.low)} to {_words(self.high)})"


@dataclass(frozen=True)
class Line:
    """A result drawn: the ends of its interval, its estimate and half the side of its square."""

    result: Result
    y: int
    x: int
    begin: int
    end: int
    half: int

    @property
    def short(self) -> str:
        return shortened(self.result.label, LABEL_LENGTH)

    @property
    def top(self) -> int:
        return self.y - self.half

    @property
    def left(self) -> int:
        return self.x - self.half

    @property
    def side(self) -> int:
        return 2 * self.half

    @property
    def baseline(self) -> int:
        return self.y + 4


@dataclass(frozen=True)
class Tick:
    label: str
    x: int


@dataclass(frozen=True)
class ForestPlot:
    """The results of one measure; `no_effect` is the place of no effect."""

    measure: str
    caption: str
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    no_effect: int
    height: int
    place: int
    width: int = WIDTH

    @property
    def slug(self) -> str:
        return "".join(sign if sign.isalnum() else "-" for sign in self.measure.casefold())

    @property
    def name(self) -> str:
        """Return the name under which this plot can be downloaded."""
        return f"{FIGURE.name}-{self.place}"

    @property
    def axis_y(self) -> int:
        return self.height - FOOT

    @property
    def tick_y(self) -> int:
        return self.axis_y + 16

    @property
    def description(self) -> str:
        return "; ".join(f"{line.result.label}: {line.result.numbers}" for line in self.lines) + "."


def forests(document: Mapping) -> tuple[ForestPlot, ...]:
    """Return a plot for each measure that at least two results share with intervals."""
    by_measure = defaultdict(list)
    for item in document["evidence"]:
        if item["use"] != "excluded" and _is_complete(item["effect"]):
            by_measure[item["effect"]["measure"]].append(_result(item, document))
    shared = [pair for pair in sorted(by_measure.items()) if len(pair[1]) >= FEWEST]
    return tuple(
        _plot(measure, sorted(results, key=lambda result: (-result.estimate, result.item)), place)
        for place, (measure, results) in enumerate(shared, start=1)
    )


def _is_complete(effect: Mapping | None) -> bool:
    needed = ("measure", "estimate", "ci_low", "ci_high")
    if not effect or any(effect[name] is None for name in needed):
        return False
    return effect["measure"] not in RATIOS or effect["ci_low"] > 0


def _result(item: Mapping, document: Mapping) -> Result:
    weights = {one: study["weight"] for study in document["studies"] for one in study["items"]}
    effect = item["effect"]
    return Result(
        item=item["id"],
        label=item["label"],
        outcome=item["outcome"],
        estimate=effect["estimate"],
        low=effect["ci_low"],
        high=effect["ci_high"],
        n=item["n"],
        weight=weights.get(item["id"]),
        is_pooled=document["sources"][item["source"]]["design"] in REVIEWS,
    )


@dataclass(frozen=True)
class _Scale:
    low: float
    high: float
    is_ratio: bool

    def x(self, value: float) -> int:
        low, high, value = (self._on_paper(number) for number in (self.low, self.high, value))
        return LEFT + round((value - low) / (high - low) * (WIDTH - LEFT - RIGHT))

    def _on_paper(self, value: float) -> float:
        return math.log(value) if self.is_ratio else value

    @property
    def ticks(self) -> tuple[Tick, ...]:
        values = (
            [value for value in RATIO_TICKS if self.low <= value <= self.high]
            if self.is_ratio
            else _round_values(self.low, self.high)
        )
        return tuple(Tick(_words(value), self.x(value)) for value in values)


def _scale(measure: str, results: Iterable[Result]) -> _Scale:
    is_ratio = measure in RATIOS
    ends = [end for result in results for end in (result.low, result.high, result.estimate)]
    ends.append(1 if is_ratio else 0)
    low, high = min(ends), max(ends)
    if is_ratio:
        return _Scale(low / 1.1, high * 1.1, is_ratio)
    margin = (high - low) * 0.04 or 1
    return _Scale(low - margin, high + margin, is_ratio)


def _round_values(low: float, high: float) -> list[float]:
    span = high - low
    step = next((step for step in STEPS if span / step <= MOST_TICKS), span / MOST_TICKS)
    return [round(place * step, 4) for place in range(math.ceil(low / step), int(high // step) + 1)]


def _plot(measure: str, results: list[Result], place: int) -> ForestPlot:
    scale = _scale(measure, results)
    lines = tuple(_line(result, place, scale) for place, result in enumerate(results))
    return ForestPlot(
        measure=measure,
        caption=_caption(measure, results),
        lines=lines,
        ticks=scale.ticks,
        no_effect=scale.x(1 if scale.is_ratio else 0),
        height=TOP + ROW * len(lines) + FOOT,
        place=place,
    )


def _line(result: Result, place: int, scale: _Scale) -> Line:
    ends = (scale.x(value) for value in (result.estimate, result.low, result.high))
    return Line(result, TOP + ROW * place + ROW // 2, *ends, MARK + (result.weight or 0) // 2)


def _caption(measure: str, results: list[Result]) -> str:
    estimates = [result.estimate for result in results]
    return (
        f"{len(results)} results in {measure}, from {_words(min(estimates))} to"
        f" {_words(max(estimates))}. Not pooled: outcomes and methods differ."
    )


def _words(value: float) -> str:
    return f"{value:g}".replace("-", "−")


FIGURE = Figure(
    name="forest",
    title="How large the estimates are",
    of=CLAIM,
    template="figures/drawings/forest.svg",
    build=forests,
    is_several=True,
)
