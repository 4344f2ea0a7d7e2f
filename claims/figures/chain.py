"""The article's chain: how sure each step of one mechanism is. Pure: editions' rows in, geometry out."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from claims.figures.levels import LABELS, NOTHING, UNSTATED, Line, Scale, level_of
from claims.figures.registry import MECHANISM, Figure
from claims.rating.vocabulary import NoVerdict, Step, headline
from claims.rating.wording import counted, listed, signed

LEFT, TOP, RISE, STRIDE = 106, 22, 38, 168
SCALE = Scale(TOP, RISE)
LEADING = 14
AXIS = "How sure we are of the answer"
HOW_TO_READ = (
    "The height is how sure we are of the answer, whichever way it points; the sign and the words"
    " beneath say which way."
)
LINES = " A line joins neighbours whose answers lie on the same side."


@dataclass(frozen=True)
class Point:
    """One step of the chain at the height of its certainty; `x` is a number, or a share of the width."""

    claim: object
    step: Step
    level: int
    x: str

    @property
    def y(self) -> int:
        return SCALE.y(self.level)

    @property
    def side(self) -> str:
        return headline(self.claim.verdict).side

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
        return _halves(self.step.label)

    @property
    def verdict_words(self) -> list[str]:
        """Return the verdict's label likewise."""
        return _halves(self.claim.summary["verdict"]["label"])


def _halves(label: str) -> list[str]:
    """Return a label in two lines as equal as its words allow."""
    words = label.split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return list(min(breaks, key=lambda lines: max(map(len, lines)), default=(label,)))


@dataclass(frozen=True)
class Link:
    """The line between neighbours on the same side; a change is labelled before the second."""

    before: Point
    after: Point

    @property
    def words(self) -> str:
        levels = self.after.level - self.before.level
        return signed(levels) if levels else ""


@dataclass(frozen=True)
class Chain:
    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    right: str
    left: int = LEFT
    axis: str = AXIS

    @property
    def width(self) -> int:
        """Return the width of the drawing that is taken away."""
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
    def links(self) -> list[Link]:
        """Return the lines between neighbours whose answers lie on one side."""
        pairs = (Link(*pair) for pair in pairwise(self.points))
        return [link for link in pairs if _are_alike(link.before, link.after)]

    @property
    def how_to_read(self) -> str:
        return f"{HOW_TO_READ}{LINES if self.links else ''}"

    @property
    def finding(self) -> str:
        """Return how certainty goes along the chain, and on which sides the answers lie."""
        known = [point for point in self.points if not point.is_open]
        return f"{_course(known)}{_sides(known)}{_left_out(len(self.points) - len(known))}"

    @property
    def caption(self) -> str:
        return f"{self.finding} {self.how_to_read}"

    @property
    def description(self) -> str:
        """Return every step with its certainty and its verdict."""
        steps = (
            f"{point.step.label}: {_said(point.certainty)},"
            f" “{point.claim.summary['verdict']['label']}”"
            for point in self.points
        )
        return "; ".join(steps) + "."


def _are_alike(before: Point, after: Point) -> bool:
    return before.side == after.side and not (before.is_open or after.is_open)


def _course(known: list[Point]) -> str:
    stands = [tuple(own) for _, own in groupby(known, key=lambda point: point.level)]
    if not stands:
        return "No step of this chain has a certainty for now."
    if len(stands) == 1 and len(known) > 1:
        return f"{AXIS} stays at {known[0].certainty} at every step."
    first, *later = stands
    moves = [_move(*pair) for pair in pairwise(stands)]
    if len(first) > 1:
        moves = [f"stays at {_stand(first)}", *moves]
    elif later:
        way, _, rest = moves[0].partition(" ")
        moves[0] = f"{way} from {_stand(first)} {rest}"
    return f"{AXIS} {listed(moves or [f'is {_stand(first)}'])}."


def _move(before: tuple[Point, ...], after: tuple[Point, ...]) -> str:
    return f"{'rises' if after[0].level > before[0].level else 'falls'} to {_stand(after)}"


def _stand(points: tuple[Point, ...]) -> str:
    return f"{points[0].certainty} ({listed(point.step.label.lower() for point in points)})"


def _sides(known: list[Point]) -> str:
    if len(known) < 2:
        return ""
    answers = listed(headline(point.claim.verdict).label.lower() for point in known)
    if len({point.side for point in known}) == 1:
        return f" The answers lie on one side: {answers}."
    return f" The answers lie on different sides: {answers}."


def _left_out(number: int) -> str:
    return f" {counted(number, 'step')} without a single verdict for now." if number else ""


def _said(certainty: str) -> str:
    if certainty == UNSTATED:
        return "no certainty for now"
    return "nothing counts" if certainty == NOTHING else f"{certainty} certainty"


def chain(rows: Iterable) -> Chain:
    """Return the chain of rows (`step`, `verdict`, `certainty`, `summary`), as wide as its page."""
    rows = list(rows)
    share = 100 / max(1, len(rows))
    return _chain(rows, [f"{(place + 0.5) * share:.4g}%" for place in range(len(rows))], "100%")


def chain_sheet(rows: Iterable) -> Chain:
    """Return the same for a drawing of its own, in which places are numbers."""
    rows = list(rows)
    places = [str(STRIDE * place + STRIDE // 2) for place in range(len(rows))]
    return _chain(rows, places, str(STRIDE * len(rows)))


def _chain(rows: list, places: list[str], right: str) -> Chain:
    points = tuple(
        Point(row, Step(row.step), level_of(row.certainty), x)
        for row, x in zip(rows, places, strict=True)
    )
    return Chain(points, SCALE.lines(is_open=any(point.is_open for point in points)), right)


FIGURE = Figure(
    name="chain",
    title="The article's chain: how sure we are of each answer",
    of=MECHANISM,
    template="figures/drawings/chain.svg",
    build=lambda editions: (chain_sheet(editions),),
)
