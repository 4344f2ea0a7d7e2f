"""The article's chain: how far each step of one mechanism holds. Pure: editions' rows in, geometry out."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.rating.vocabulary import Step, Verdict

# From the top: where a step stands when the studies speak for it, leave it open, or against it.
LEVELS = (
    (Verdict.SUPPORTED,),
    (Verdict.PROBABLY_SUPPORTED,),
    (Verdict.POSSIBLY_SUPPORTED,),
    (Verdict.INSUFFICIENT, Verdict.CONTESTED),
    (Verdict.POSSIBLY_NOT_SUPPORTED,),
    (Verdict.PROBABLY_NOT_SUPPORTED,),
    (Verdict.NOT_SUPPORTED,),
)
LEFT, TOP, RISE, STRIDE = 130, 20, 32, 84
LEADING = 14


@dataclass(frozen=True)
class Line:
    """One level of the scale with its labels, one below the other."""

    labels: tuple[tuple[str, int], ...]
    y: int


@dataclass(frozen=True)
class Point:
    """One step of the chain at its level."""

    claim: object
    step: Step
    x: int
    y: int

    @property
    def words(self) -> list[str]:
        """Return the step's label in lines narrow enough to stand side by side."""
        return self.step.label.split()


@dataclass(frozen=True)
class Chain:
    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    left: int = LEFT

    @property
    def width(self) -> int:
        return LEFT + STRIDE * max(1, len(self.points))

    @property
    def height(self) -> int:
        return self.foot + 2 * LEADING

    @property
    def foot(self) -> int:
        """Return where the labels below the scale begin."""
        return TOP + RISE * len(LEVELS) - LEADING // 2

    @property
    def trace(self) -> str:
        """Return the points of the line that joins the steps."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)

    @property
    def finding(self) -> str:
        """Return every step with its verdict, in the verdict's own words."""
        steps = (
            f"{point.step.label}: {point.claim.summary['verdict']['label']}"
            for point in self.points
        )
        return "; ".join(steps) + "."


def chain(rows: Iterable) -> Chain:
    """Return the chain of rows (`step`, `verdict`, `summary`), which stand in reading order."""
    lines = tuple(_line(level, TOP + RISE * place) for place, level in enumerate(LEVELS))
    points = tuple(
        Point(row, Step(row.step), LEFT + STRIDE * place + STRIDE // 2, _height(row.verdict))
        for place, row in enumerate(rows)
    )
    return Chain(points, lines)


def _line(level: tuple[Verdict, ...], y: int) -> Line:
    top = y + 4 - LEADING * (len(level) - 1) // 2
    labels = ((verdict.label, top + LEADING * place) for place, verdict in enumerate(level))
    return Line(tuple(labels), y)


def _height(verdict: str) -> int:
    return next(TOP + RISE * place for place, level in enumerate(LEVELS) if verdict in level)
