"""The evidence and gap map as one drawing; on a page its table is drawn by the browser."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.figures.directions import DIRECTIONS
from claims.figures.gap_map import FILLS, SIZE, Cell, GapMap, css_class, gap_map
from claims.figures.keys import Key, key
from claims.figures.lettering import Block, centred
from claims.figures.registry import OVERVIEW, Figure
from claims.rating.vocabulary import Direction, Stream

CLAIM, CELL, VERDICT, CERTAINTY, REVIEW = 310, 72, 150, 120, 150
PAD, HEAD, GROUP, ROW = 10, 44, 30, 66
LINE = 15.6
CELLS = CLAIM + VERDICT + CERTAINTY
REVIEW_X = CELLS + CELL * len(Stream) + PAD
ENDS = (CLAIM, CLAIM + VERDICT, REVIEW_X)
NAMES = ("Verdict", "Certainty", "Review")
LABEL = 11


@dataclass(frozen=True)
class Sign:
    """How many studies found one thing, beneath a circle."""

    direction: Direction
    count: int
    x: float


@dataclass(frozen=True)
class Circle:
    """A cell with studies, at the place of its square."""

    cell: Cell
    x: float
    y: float

    @property
    def signs(self) -> list[Sign]:
        unit = 24
        begin = self.x + SIZE / 2 - unit * (len(self.cell.tally) - 1) / 2
        return [
            Sign(direction, count, begin + unit * place)
            for place, (direction, count) in enumerate(self.cell.tally)
        ]

    @property
    def base(self) -> float:
        return self.y + SIZE + 11


@dataclass(frozen=True)
class Line:
    """One claim: its statement, its circles, and its standing."""

    words: Block
    circles: tuple[Circle, ...]
    ends: tuple[Block, ...]
    foot: float


@dataclass(frozen=True)
class Group:
    name: str
    base: float
    foot: float


@dataclass(frozen=True)
class GapMapSheet:
    map: GapMap
    heads: tuple[Block, ...]
    end_heads: tuple[Block, ...]
    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    key: Key
    height: float
    width: int

    @property
    def caption(self) -> str:
        return f"{self.map.finding} {self.map.how_to_read}"

    @property
    def description(self) -> str:
        rows = [row for group in self.map.groups for row in group.rows]
        return " ".join(f"{row.claim.statement} {_said(row)}." for row in rows)


def _said(row) -> str:
    said = [f"{cell.stream.label}: {cell.words}" for cell in row.cells if cell.total]
    return "; ".join(said) or "No studies"


def gap_map_sheet(rows: Iterable) -> GapMapSheet:
    """Return the map of rows (`statement`, `summary`) as one drawing."""
    drawn = gap_map(rows)
    shown = 2 if drawn.same_review else 3
    groups, lines, y = [], [], float(HEAD)
    for group in drawn.groups:
        name = group.mechanism["name"] if group.mechanism else "Across the mechanisms"
        groups.append(Group(name, y + GROUP - 9, y + GROUP))
        y += GROUP
        for row in group.rows:
            lines.append(_line(row, y, shown))
            y = lines[-1].foot
    parts = (_stream_heads(), _end_heads(shown), tuple(groups), tuple(lines), _key(y + PAD))
    width = REVIEW_X if drawn.same_review else REVIEW_X + REVIEW
    return GapMapSheet(drawn, *parts, y + PAD + 20, width)


def _stream_heads() -> tuple[Block, ...]:
    return tuple(
        _cell_text(stream.label, CELLS + CELL * (place + 0.5), HEAD / 2, CELL - 8, LABEL)
        for place, stream in enumerate(Stream)
    )


def _end_heads(shown: int) -> tuple[Block, ...]:
    ends = zip(NAMES[:shown], ENDS[:shown], strict=True)
    return tuple(_cell_text(name, x, HEAD / 2, VERDICT, LABEL) for name, x in ends)


def _cell_text(text: str, x: float, middle: float, width: float, size: float = 12) -> Block:
    return centred(text, x=x, middle=middle, width=width, size=size)


def _line(row, y: float, shown: int) -> Line:
    words = _cell_text(row.claim.statement, 0, 0, CLAIM - 2 * PAD)
    height = max(ROW, words.height + PAD)
    middle = y + height / 2
    summary = row.claim.summary
    certainty = summary["certainty"]
    texts = (
        f"{summary['verdict']['symbol']} {summary['verdict']['label']}",
        f"{certainty['symbol']} {certainty['label']}" if certainty else "None to state",
        summary["review"]["label"],
    )
    widths = (VERDICT - PAD, CERTAINTY - PAD, REVIEW)
    ends = list(zip(texts, ENDS, widths, strict=True))[:shown]
    return Line(
        words=_cell_text(row.claim.statement, 0, middle, CLAIM - 2 * PAD),
        circles=tuple(_circles(row.cells, middle - (SIZE + 14) / 2)),
        ends=tuple(_cell_text(text, x, middle, width) for text, x, width in ends),
        foot=y + height,
    )


def _circles(cells: Iterable[Cell], y: float) -> Iterable[Circle]:
    for place, cell in enumerate(cells):
        if cell.total:
            yield Circle(cell, CELLS + CELL * place + (CELL - SIZE) / 2, y)


def _key(y: float) -> Key:
    pairs = [
        (f"{way.symbol} {way.label}", css_class(way), FILLS.get(way, "")) for way in DIRECTIONS
    ]
    return key(pairs, y)


FIGURE = Figure(
    name="gap-map",
    title="Evidence and gap map: what has been studied, and what it showed",
    of=OVERVIEW,
    template="figures/drawings/gap_map.svg",
    build=lambda editions: (gap_map_sheet(editions),),
)
