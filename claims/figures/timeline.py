"""The timeline of a claim's editions: verdict, certainty and state of review along time. Pure: columns in, geometry out."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from claims.figures.lettering import width_of
from claims.figures.levels import LABELS, Line, Scale, level_of
from claims.figures.registry import HISTORY, Figure
from claims.figures.time_axis import places, with_room
from claims.rating.vocabulary import Certainty, NoVerdict, ReviewState, headline
from claims.rating.wording import counted, listed

LEFT, RIGHT, WIDTH, LAST = 106, 1, 640, 96
BAND_TOP, BAND = 2, 7
TOP, RISE = 56, 24
SIZE, SQUARE = 12, 8
CLOSEST = 14
SCALE = Scale(TOP, RISE)
REVIEW_Y = TOP + RISE * len(LABELS) + 8
AXIS_Y = REVIEW_Y + 22
HEIGHT = AXIS_Y + 38
DATE_WIDTH = 118
# Nothing came before the first edition, so its verdict is new and its review has not changed.
FIRST = frozenset(("verdict", "certainty"))


@dataclass(frozen=True)
class Mark:
    """One edition at its place in time, and what it changed."""

    edition: object
    x: float
    level: int
    changed: frozenset
    is_dated: bool

    @property
    def y(self) -> int:
        return SCALE.y(self.level)

    @property
    def is_turn(self) -> bool:
        """Whether verdict or certainty changed."""
        return bool(self.changed & {"verdict", "certainty"})

    @property
    def date(self) -> str:
        return _date(self.edition)


@dataclass(frozen=True)
class Span:
    """How long one verdict stood; its name where it fits, else its sign."""

    verdict: object
    x: float
    width: float

    @property
    def side(self) -> str:
        return "none" if isinstance(self.verdict, NoVerdict) else self.verdict.side.value

    @property
    def words(self) -> str:
        name = f"{self.verdict.symbol} {self.verdict.label}"
        return name if width_of(name, SIZE) < self.width - 8 else self.verdict.symbol


@dataclass(frozen=True)
class Review:
    """How long one state of review stood; its name where it fits."""

    label: str
    x: float
    width: float
    is_change: bool

    @property
    def square(self) -> float:
        return self.x - SQUARE / 2

    @property
    def words_x(self) -> float:
        return self.x + (SQUARE if self.is_change else 0)

    @property
    def words(self) -> str:
        return self.label if width_of(self.label, SIZE) < self.width - 2 * SQUARE else ""


@dataclass(frozen=True)
class Timeline:
    marks: tuple[Mark, ...]
    spans: tuple[Span, ...]
    reviews: tuple[Review, ...]
    lines: tuple[Line, ...]
    trace: str
    finding: str
    left: int = LEFT
    label_x: int = LEFT - 10
    width: int = WIDTH
    height: int = HEIGHT
    band_top: int = BAND_TOP
    band: int = BAND
    band_text: int = BAND_TOP + 23
    review_y: int = REVIEW_Y
    square_y: int = REVIEW_Y - SQUARE // 2
    square: int = SQUARE
    axis_y: int = AXIS_Y
    date_y: int = AXIS_Y + 20
    how_to_read: str = (
        "The band names the verdict, the line beneath it the certainty; a square marks a change in"
        " the state of review, a stroke on the axis an edition. Distances follow time; editions"
        " that came close together are drawn apart."
    )

    @property
    def is_course(self) -> bool:
        """Whether there is a course to draw: one edition makes a flat line."""
        return len(self.marks) > 1

    @property
    def caption(self) -> str:
        return f"{self.finding} {self.how_to_read}"

    @property
    def description(self) -> str:
        return " ".join(f"{_standing(mark.edition)}." for mark in self.marks if mark.changed)


def timeline(editions: Iterable) -> Timeline:
    """Return the course of editions (`number`, `published_at`, `verdict`, `certainty`, `review_state`).

    They stand from the oldest to the newest, and there is at least one.
    """
    editions = list(editions)
    xs = places([one.published_at for one in editions], LEFT, WIDTH - RIGHT - LAST, CLOSEST)
    changed = [FIRST]
    changed += [_changed(*pair) for pair in pairwise(editions)]
    marks = tuple(
        Mark(edition, x, level_of(edition.certainty), what, is_dated)
        for edition, x, what, is_dated in zip(
            editions, xs, changed, with_room(xs, DATE_WIDTH), strict=True
        )
    )
    return Timeline(
        marks,
        _spans(marks),
        _reviews(marks),
        SCALE.lines(is_open=any(one.verdict in NoVerdict.values() for one in editions)),
        _trace(marks),
        _finding(editions, changed),
    )


def _changed(before, after) -> frozenset:
    names = ("verdict", "certainty", "review_state")
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))


def _spans(marks: tuple[Mark, ...]) -> tuple[Span, ...]:
    turns = [mark for mark in marks if "verdict" in mark.changed]
    ends = [*(mark.x for mark in turns[1:]), WIDTH - RIGHT]
    return tuple(
        Span(headline(mark.edition.verdict), mark.x, round(end - mark.x, 1))
        for mark, end in zip(turns, ends, strict=True)
    )


def _reviews(marks: tuple[Mark, ...]) -> tuple[Review, ...]:
    turns = [
        mark for place, mark in enumerate(marks) if not place or "review_state" in mark.changed
    ]
    ends = [*(mark.x for mark in turns[1:]), WIDTH - RIGHT]
    return tuple(
        Review(
            ReviewState(mark.edition.review_state).label, mark.x, end - mark.x, mark is not marks[0]
        )
        for mark, end in zip(turns, ends, strict=True)
    )


def _trace(marks: tuple[Mark, ...]) -> str:
    first, *rest = marks
    path = "".join(f"H{mark.x}V{mark.y}" for mark in rest)
    return f"M{first.x} {first.y}{path}H{WIDTH - RIGHT}"


def _finding(editions: list, changed: list[frozenset]) -> str:
    if len(editions) == 1:
        return f"One edition so far. {_standing(editions[0])}."
    later = changed[1:]
    words = [
        f"{name} {_times(sum(code in what for what in later))}"
        for code, name in (
            ("verdict", "the verdict changed"),
            ("certainty", "the certainty"),
            ("review_state", "the state of review"),
        )
    ]
    return (
        f"In {counted(len(editions), 'edition')} from {_date(editions[0])} to"
        f" {_date(editions[-1])} {listed(words)}."
    )


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def _standing(edition) -> str:
    certainty = f"{Certainty(edition.certainty).label} certainty" if edition.certainty else ""
    parts = (headline(edition.verdict).label, certainty, ReviewState(edition.review_state).label)
    return f"Edition {edition.number}, {_date(edition)}: {'; '.join(filter(None, parts))}"


def _date(edition) -> str:
    day = edition.published_at
    return f"{day.day} {day:%B %Y}"


FIGURE = Figure(
    name="timeline",
    title="The editions of a claim along time",
    of=HISTORY,
    template="figures/drawings/timeline.svg",
    build=lambda editions: tuple(filter(lambda drawn: drawn.is_course, (timeline(editions),))),
)
