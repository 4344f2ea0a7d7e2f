"""The harvest plot: the weight of the studies on each side, not the number of papers (METHOD 2)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.figures.directions import DIRECTIONS
from claims.figures.harvest_studies import MATERIALS, Study, studies_of
from claims.figures.lettering import Block, block
from claims.rating.vocabulary import Direction
from claims.rating.wording import counted, listed

FOUND = {
    Direction.SUPPORTS: ("supports", "support"),
    Direction.MIXED: ("is mixed", "are mixed"),
    Direction.NO_EFFECT: ("found no clear effect", "found no clear effect"),
    Direction.CONTRADICTS: ("contradicts", "contradict"),
}
# A row fits a phone 320 pixels wide: the name, four blocks, and the word for the strength.
LABEL, SIZE, LEADING = 160, 12, 15
BLOCK, STEP, PITCH, TOP = 12, 15, 20, 4
BEGIN = LABEL + 8
WIDTH = BEGIN + 4 * STEP + 58


@dataclass(frozen=True)
class Row:
    """One study: its name, and a block for each rung of its strength."""

    study: Study
    label: Block
    y: float
    is_first_of_strength: bool

    @property
    def base(self) -> float:
        return self.label.y

    @property
    def blocks(self) -> str:
        """Return the path of the blocks; empty if the study has no strength."""
        places = (BEGIN + STEP * rung for rung in range(self.study.strength.rung))
        return "".join(f"M{x} {self.y:g}h{BLOCK}v{BLOCK}h-{BLOCK}z" for x in places)

    @property
    def words_x(self) -> int:
        return BEGIN + STEP * max(1, self.study.strength.rung) + 4

    @property
    def words(self) -> str:
        """Return the strength in words where it is the first of its kind."""
        return self.study.strength.label if self.is_first_of_strength else ""

    @property
    def foot(self) -> float:
        return self.y + PITCH + LEADING * (len(self.label.lines) - 1)


@dataclass(frozen=True)
class Panel:
    """The studies of one direction, a row each."""

    direction: Direction
    rows: tuple[Row, ...]
    width: int = WIDTH
    begin: int = BEGIN

    @property
    def height(self) -> float:
        return self.rows[-1].foot if self.rows else TOP + PITCH

    @property
    def counted(self) -> int:
        return sum(row.study.is_counted for row in self.rows)

    @property
    def rest(self) -> str:
        """Return "+ 1 not counted", which no line breaks; empty if all are."""
        number = len(self.rows) - self.counted
        return f"+ {number} not counted".replace(" ", "\xa0") if number else ""

    @property
    def number(self) -> str:
        """Return "5", or "5 + 1 not counted"."""
        return f"{self.counted} {self.rest}".strip()

    @property
    def title(self) -> str:
        return f"{self.direction.label}: {counted(self.counted, 'study', 'studies')} counted"

    @property
    def description(self) -> str:
        return "; ".join(row.study.words for row in self.rows) or "No study."


@dataclass(frozen=True)
class HarvestPlot:
    caption: str
    panels: tuple[Panel, ...]
    studies: tuple[Study, ...]

    @property
    def materials(self) -> tuple[tuple[str, str], ...]:
        """Return what was studied with its fill, as far as it is in the plot."""
        return materials_of(self.studies)

    @property
    def has_uncounted(self) -> bool:
        return has_uncounted(self.studies)


def materials_of(studies: Iterable[Study]) -> tuple[tuple[str, str], ...]:
    """Return what was studied with its fill, as far as `studies` show it."""
    present = {study.material for study in studies}
    return tuple(pair for pair in MATERIALS.items() if pair[0] in present)


def has_uncounted(studies: Iterable[Study]) -> bool:
    return not all(study.is_counted for study in studies)


def harvest(document: Mapping) -> HarvestPlot:
    """Return one row for each study of a claim's document, strongest first in its panel."""
    studies = studies_of(document)
    by_direction = defaultdict(list)
    for study in studies:
        by_direction[study.direction].append(study)
    return HarvestPlot(
        caption=_caption([study for study in studies if study.is_counted]),
        panels=tuple(_panel(direction, by_direction[direction]) for direction in DIRECTIONS),
        studies=studies,
    )


def _panel(direction: Direction, studies: list[Study]) -> Panel:
    rows, y, before = [], float(TOP), None
    for study in studies:
        label = block(study.label, x=0, y=y + BLOCK - 2, width=LABEL, size=SIZE)
        rows.append(Row(study, label, y, study.strength is not before))
        y, before = rows[-1].foot, study.strength
    return Panel(direction, tuple(rows))


def _caption(studies: list[Study]) -> str:
    if not studies:
        return "No study could be counted."
    numbers = {way: sum(study.direction is way for study in studies) for way in DIRECTIONS}
    found = [f"{number} {FOUND[way][number > 1]}" for way, number in numbers.items() if number]
    strongest = max((study.strength for study in studies), key=lambda strength: strength.rung)
    best = sum(study.strength is strongest for study in studies)
    return (
        f"Of {counted(len(studies), 'study', 'studies')} counted, {listed(found)}. The strongest"
        f" evidence is {strongest.label.lower()} ({counted(best, 'study', 'studies')})."
    )
