"""The article's chain: how sure each step of one mechanism is. Pure: editions' rows in, geometry out."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from claims.figures.registry import MECHANISM, Figure
from claims.rating.vocabulary import Certainty, NoVerdict, Step
from claims.rating.wording import counted, listed, signed

# Where no study counts there is no certainty: beneath the lowest.
NOTHING = "Nothing counts"
# Reviewers disagree, or nobody has looked again since a retraction.
UNSTATED = "None for now"
LABELS = (*(term.label for term in reversed(Certainty)), NOTHING)
LEFT, TOP, RISE, STRIDE = 106, 22, 38, 104
LEADING = 14
HOW_TO_READ = (
    "The height is how certain the answer is, whichever way it points; the sign and the words"
    " beneath say which way."
)


@dataclass(frozen=True)
class Line:
    """One level of the scale with its label."""

    label: str
    y: int


@dataclass(frozen=True)
class Point:
    """One step of the chain at the height of its certainty."""

    claim: object
    step: Step
    level: int
    x: int

    @property
    def y(self) -> int:
        return TOP + RISE * (len(LABELS) - 1 - self.level)

    @property
    def is_open(self) -> bool:
        """Whether the claim has no single verdict for now, and so no certainty."""
        return self.claim.verdict in NoVerdict.values()

    @property
    def certainty(self) -> str:
        """Return the certainty in the method's word."""
        if self.is_open:
            return UNSTATED
        return LABELS[len(LABELS) - 1 - self.level]

    @property
    def words(self) -> list[str]:
        """Return the step's label in lines narrow enough to stand side by side."""
        return self.step.label.split(maxsplit=1)

    @property
    def verdict_words(self) -> list[str]:
        """Return the verdict's label likewise."""
        return self.claim.summary["verdict"]["label"].split(maxsplit=1)


@dataclass(frozen=True)
class Fall:
    """Where certainty drops from one step to the next; its label stands right of the line's middle."""

    before: Point
    after: Point

    @property
    def x(self) -> int:
        return (self.before.x + self.after.x) // 2 + 6

    @property
    def y(self) -> int:
        return (self.before.y + self.after.y) // 2 - 4

    @property
    def words(self) -> str:
        return signed(self.after.level - self.before.level)


@dataclass(frozen=True)
class Chain:
    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    left: int = LEFT
    how_to_read: str = HOW_TO_READ

    @property
    def width(self) -> int:
        return LEFT + STRIDE * max(1, len(self.points))

    @property
    def height(self) -> int:
        return self.verdict_foot + 2 * LEADING

    @property
    def foot(self) -> int:
        """Return where the names of the steps begin."""
        return TOP + RISE * len(LABELS) - LEADING // 2

    @property
    def verdict_foot(self) -> int:
        """Return where the verdicts begin, below the names."""
        return self.foot + 2 * LEADING + LEADING // 2

    @property
    def trace(self) -> str:
        """Return the points of the line that joins the steps."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)

    @property
    def finding(self) -> str:
        """Return where the certainty drops, from which level to which."""
        known = [point for point in self.points if not point.is_open]
        return _course(known) + _left_out(len(self.points) - len(known))

    @property
    def caption(self) -> str:
        return f"{self.finding} {self.how_to_read}"

    @property
    def falls(self) -> list["Fall"]:
        """Return the drops between neighbours, for their labels."""
        steps = [pair for pair in pairwise(self.points) if not any(one.is_open for one in pair)]
        return [Fall(*pair) for pair in steps if pair[1].level < pair[0].level]

    @property
    def description(self) -> str:
        """Return every step with its certainty and its verdict."""
        steps = (
            f"{point.step.label}: {_said(point.certainty)},"
            f" “{point.claim.summary['verdict']['label']}”"
            for point in self.points
        )
        return "; ".join(steps) + "."


def _course(known: list[Point]) -> str:
    falls = [pair for pair in pairwise(known) if pair[1].level < pair[0].level]
    if falls:
        return f"Certainty drops {listed(_fall(*pair) for pair in falls)}."
    levels = listed(dict.fromkeys(point.certainty for point in known))
    if not levels:
        return "No step of this chain has a certainty for now."
    return f"Certainty drops nowhere along this chain; it stands at {levels}."


def _left_out(number: int) -> str:
    return f" {counted(number, 'step')} without a single verdict for now." if number else ""


def _said(certainty: str) -> str:
    if certainty == UNSTATED:
        return "no certainty for now"
    return "nothing counts" if certainty == NOTHING else f"{certainty} certainty"


def _fall(before: Point, after: Point) -> str:
    return (
        f"from {before.certainty} ({before.step.label.lower()})"
        f" to {after.certainty} ({after.step.label.lower()})"
    )


def chain(rows: Iterable) -> Chain:
    """Return the chain of rows (`step`, `certainty`, `summary`), which stand in reading order."""
    points = tuple(
        Point(row, Step(row.step), _level(row.certainty), LEFT + STRIDE * place + STRIDE // 2)
        for place, row in enumerate(rows)
    )
    return Chain(points, _lines(points))


def _lines(points: Iterable[Point]) -> tuple[Line, ...]:
    """Return the levels; the lowest is named for what stands on it."""
    lowest = UNSTATED if any(point.is_open for point in points) else NOTHING
    labels = (*LABELS[:-1], lowest)
    return tuple(Line(label, TOP + RISE * place) for place, label in enumerate(labels))


def _level(certainty: str) -> int:
    return Certainty(certainty).level if certainty else 0


FIGURE = Figure(
    name="chain",
    title="The article's chain: how certain each step is",
    of=MECHANISM,
    template="figures/drawings/chain.svg",
    build=lambda editions: (chain(editions),),
)
