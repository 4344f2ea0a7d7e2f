"""The evidence and gap map: claims by streams, what was found in each cell. Pure: summaries in, geometry out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import cos, pi, sin, sqrt

from claims.figures.directions import DIRECTIONS, in_order
from claims.rating.vocabulary import Direction, Stream
from claims.rating.wording import counted

SIZE = 44
LARGEST = 20.0
HOW_TO_READ = (
    "Each circle's area is the number of studies; its slices and the signs beneath say what they"
    " found for the claim. An empty cell is a gap. A gap map says what exists, not how sure one"
    " may be: for that, see the certainty."
)
FILLS = {Direction.MIXED: "half", Direction.CONTRADICTS: "hatch"}

# {stream: {direction: number of studies}}
Streams = Mapping[str, Mapping[str, int]]


def css_class(direction: Direction) -> str:
    """Return the classes of a mark; a pattern brings its own colours."""
    return "mark" if direction in FILLS else f"mark mark-{direction.value}"


@dataclass(frozen=True)
class Wedge:
    """The share of a circle that one direction takes; an empty path is the whole circle."""

    direction: Direction
    path: str

    @property
    def fill(self) -> str:
        """Return the name of the pattern; empty for a plain fill."""
        return FILLS.get(self.direction, "")

    @property
    def css_class(self) -> str:
        return css_class(self.direction)


@dataclass(frozen=True)
class Cell:
    """The studies of one claim in one stream."""

    stream: Stream
    tally: tuple[tuple[Direction, int], ...]
    radius: float

    @property
    def total(self) -> int:
        return sum(count for _, count in self.tally)

    @property
    def words(self) -> str:
        """Return "3 studies: 1 supports, 2 no clear effect"."""
        if not self.total:
            return "no studies"
        found = ", ".join(f"{count} {direction.label.lower()}" for direction, count in self.tally)
        return f"{counted(self.total, 'study', 'studies')}: {found}"

    @property
    def wedges(self) -> list[Wedge]:
        return list(_wedges(self.tally, self.total, self.radius))


@dataclass(frozen=True)
class Row:
    """One claim across all streams."""

    claim: object
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Group:
    """The claims of one mechanism; `mechanism` is None for those that cut across."""

    mechanism: Mapping | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class GapMap:
    groups: tuple[Group, ...]
    streams: tuple[Stream, ...] = tuple(Stream)
    directions: tuple[Direction, ...] = DIRECTIONS
    size: int = SIZE
    centre: int = SIZE // 2

    @property
    def cells(self) -> list[Cell]:
        return [cell for group in self.groups for row in group.rows for cell in row.cells]

    @property
    def same_review(self) -> str:
        """Return the state of review if every claim shown has the same; else empty."""
        rows = (row for group in self.groups for row in group.rows)
        states = {row.claim.summary["review"]["label"] for row in rows}
        return states.pop() if len(states) == 1 else ""

    @property
    def columns(self) -> int:
        """Return how many columns the table has: the claim, its standing and the streams."""
        return 3 + len(self.streams) + (not self.same_review)

    @property
    def how_to_read(self) -> str:
        review = f" State of review of all: {self.same_review}." if self.same_review else ""
        return f"{HOW_TO_READ}{review}"

    @property
    def finding(self) -> str:
        """Return how much of the map is empty."""
        empty = sum(not cell.total for cell in self.cells)
        return f"{empty} of {counted(len(self.cells), 'cell')} hold no study."


def gap_map(rows: Iterable, narrowed: Mapping[str, Streams] | None = None) -> GapMap:
    """Return the map of rows (`slug`, `summary`), which stand in reading order.

    `narrowed` has by slug what a reader's filter leaves; a claim of which nothing is left is left out.
    """
    if narrowed is None:
        pairs = [(row, row.summary["streams"]) for row in rows]
    else:
        pairs = [(row, narrowed[row.slug]) for row in rows if narrowed.get(row.slug)]
    most = max(
        (sum(tally.values()) for _, streams in pairs for tally in streams.values()), default=1
    )
    drawn = [Row(row, _cells(streams, most)) for row, streams in pairs]
    groups = groupby(drawn, key=lambda row: row.claim.summary["mechanism"])
    return GapMap(tuple(Group(mechanism, tuple(own)) for mechanism, own in groups))


def _cells(streams: Streams, most: int) -> tuple[Cell, ...]:
    return tuple(_cell(stream, streams.get(stream.value, {}), most) for stream in Stream)


def _cell(stream: Stream, counts: Mapping[str, int], most: int) -> Cell:
    tally = in_order(counts)
    total = sum(count for _, count in tally)
    return Cell(stream, tally, round(LARGEST * sqrt(total / most), 2))


def _wedges(tally, total: int, radius: float) -> Iterable[Wedge]:
    done = 0
    for direction, count in tally:
        yield Wedge(
            direction, "" if count == total else _sector(done / total, count / total, radius)
        )
        done += count


def _sector(start: float, share: float, radius: float) -> str:
    """Return the path of a sector, clockwise from the top."""
    from_x, from_y = _on_circle(start, radius)
    to_x, to_y = _on_circle(start + share, radius)
    centre, large = SIZE // 2, int(share > 0.5)
    return (
        f"M{centre} {centre}L{from_x} {from_y}A{radius} {radius} 0 {large} 1 {to_x} {to_y}Z"
    )  # fmt: skip


def _on_circle(turn: float, radius: float) -> tuple[float, float]:
    angle = 2 * pi * turn - pi / 2
    centre = SIZE // 2
    return round(centre + radius * cos(angle), 2), round(centre + radius * sin(angle), 2)
