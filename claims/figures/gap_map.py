"""The evidence and gap map: claims by streams, what was found in each cell. Pure: summaries in, geometry out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import cos, pi, sin, sqrt

from claims.rating.vocabulary import Direction, Stream
from claims.rating.wording import counted

SIZE = 44
LARGEST = 20.0

# {(slug, stream): number of studies}: what a reader's filter leaves of a cell.
Matching = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Wedge:
    """The share of a circle that one direction takes; an empty path is the whole circle."""

    direction: Direction
    path: str


@dataclass(frozen=True)
class Cell:
    """The studies of one claim in one stream."""

    stream: Stream
    tally: tuple[tuple[Direction, int], ...]
    radius: float
    matching: int | None

    @property
    def total(self) -> int:
        return sum(count for _, count in self.tally)

    @property
    def is_narrowed(self) -> bool:
        return self.matching is not None and self.matching < self.total

    @property
    def words(self) -> str:
        """Return "3 studies: 1 supports, 2 no clear effect"."""
        if not self.total:
            return "no studies"
        found = ", ".join(f"{count} {direction.label.lower()}" for direction, count in self.tally)
        words = f"{counted(self.total, 'study', 'studies')}: {found}"
        return f"{words}; {self.matching} as filtered" if self.is_narrowed else words

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
    directions: tuple[Direction, ...] = tuple(Direction)
    size: int = SIZE
    centre: int = SIZE // 2

    @property
    def cells(self) -> list[Cell]:
        return [cell for group in self.groups for row in group.rows for cell in row.cells]

    @property
    def finding(self) -> str:
        """Return how much of the map is empty."""
        empty = sum(not cell.total for cell in self.cells)
        return f"{empty} of {counted(len(self.cells), 'cell')} hold no study."


def gap_map(rows: Iterable, matching: Matching | None = None) -> GapMap:
    """Return the map of rows (`slug`, `summary`), which stand in reading order.

    With `matching`, a claim none of whose studies match is left out, and a cell says how many do.
    """
    rows = [row for row in rows if matching is None or _matches(row, matching)]
    most = max((sum(counts.values()) for row in rows for counts in _counts(row)), default=1)
    drawn = [Row(row, _cells(row, most, matching)) for row in rows]
    groups = groupby(drawn, key=lambda row: row.claim.summary["mechanism"])
    return GapMap(tuple(Group(mechanism, tuple(own)) for mechanism, own in groups))


def _matches(row, matching: Matching) -> bool:
    return any(matching.get((row.slug, stream)) for stream in Stream)


def _counts(row) -> Iterable[Mapping[str, int]]:
    return row.summary["streams"].values()


def _cells(row, most: int, matching: Matching | None) -> tuple[Cell, ...]:
    return tuple(_cell(row, stream, most, matching) for stream in Stream)


def _cell(row, stream: Stream, most: int, matching: Matching | None) -> Cell:
    counts = row.summary["streams"].get(stream.value, {})
    tally = tuple(
        (direction, counts[direction]) for direction in Direction if counts.get(direction)
    )
    total = sum(count for _, count in tally)
    left = None if matching is None else matching.get((row.slug, stream.value), 0)
    return Cell(stream, tally, round(LARGEST * sqrt(total / most), 2), left)


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
