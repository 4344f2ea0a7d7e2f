"""The harvest plot: the weight of the studies on each side, not the number of papers (METHOD 2)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.figures.harvest_studies import MATERIALS, Study, studies_of
from claims.figures.labels import shortened
from claims.rating.vocabulary import Direction, Strength
from claims.rating.wording import counted, listed

PANELS = (Direction.SUPPORTS, Direction.MIXED, Direction.NO_EFFECT, Direction.CONTRADICTS)
FOUND = {
    Direction.SUPPORTS: ("supports", "support"),
    Direction.MIXED: ("is mixed", "are mixed"),
    Direction.NO_EFFECT: ("found no clear effect", "found no clear effect"),
    Direction.CONTRADICTS: ("contradicts", "contradict"),
}
BLOCK, BLOCK_STEP, BAR, PITCH = 14, 17, 20, 28
TOP, LEFT, RIGHT = 8, 66, 12
LABEL_HEIGHT, LABEL_LENGTH = 132, 20
NARROWEST = 132
# Nine bars fit a phone without scrolling; more go on a second line.
MOST_IN_A_LINE = 9


@dataclass(frozen=True)
class Bar:
    """A stack of blocks, one for each rung of strength, above its study's name."""

    study: Study
    x: int
    base: int
    blocks: tuple[int, ...]

    @property
    def middle(self) -> int:
        return self.x + BAR // 2

    @property
    def label_y(self) -> int:
        return self.base + 12

    @property
    def short(self) -> str:
        return shortened(self.study.label, LABEL_LENGTH)


@dataclass(frozen=True)
class Rung:
    """The name of a strength beside the block that reaches it."""

    label: str
    y: int
    x: int = LEFT - 7


@dataclass(frozen=True)
class Panel:
    """The bars of one direction; `bases` are the heights of its lines."""

    direction: Direction
    width: int
    height: int
    bases: tuple[int, ...]
    bars: tuple[Bar, ...]
    rungs: tuple[Rung, ...]

    @property
    def title(self) -> str:
        number = sum(bar.study.is_counted for bar in self.bars)
        return f"{self.direction.label}: {counted(number, 'study', 'studies')} counted"

    @property
    def description(self) -> str:
        return "; ".join(bar.study.words for bar in self.bars) or "No study."


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
    """Return one bar for each study of a claim's document, strongest first in its panel."""
    studies = studies_of(document)
    by_direction = defaultdict(list)
    for study in studies:
        by_direction[study.direction].append(study)
    return HarvestPlot(
        caption=_caption([study for study in studies if study.is_counted]),
        panels=tuple(_panel(direction, by_direction[direction]) for direction in PANELS),
        studies=studies,
    )


def _panel(direction: Direction, studies: list[Study]) -> Panel:
    lines = max(1, -(-len(studies) // MOST_IN_A_LINE))
    longest = min(len(studies), MOST_IN_A_LINE)
    line_height = TOP + len(Strength) * BLOCK_STEP - BLOCK_STEP + LABEL_HEIGHT
    bases = tuple(line * line_height + line_height - LABEL_HEIGHT for line in range(lines))
    bars = tuple(
        _bar(study, place % MOST_IN_A_LINE, bases[place // MOST_IN_A_LINE])
        for place, study in enumerate(studies)
    )
    width = max(NARROWEST, LEFT + longest * PITCH + RIGHT)
    height = lines * line_height if studies else bases[0] + 24
    return Panel(direction, width, height, bases, bars, _rungs(bases) if studies else ())


def _rungs(bases: tuple[int, ...]) -> tuple[Rung, ...]:
    return tuple(
        Rung(strength.label, _block(base, strength.rung - 1) + BLOCK - 3)
        for base in bases
        for strength in Strength
        if strength.rung
    )


def _block(base: int, rung: int) -> int:
    return base - 2 - BLOCK - rung * BLOCK_STEP


def _bar(study: Study, place: int, base: int) -> Bar:
    blocks = (_block(base, rung) for rung in range(study.strength.rung))
    return Bar(study, LEFT + place * PITCH, base, tuple(blocks))


def _caption(studies: list[Study]) -> str:
    if not studies:
        return "No study could be counted."
    numbers = {way: sum(study.direction is way for study in studies) for way in PANELS}
    found = [f"{number} {FOUND[way][number > 1]}" for way, number in numbers.items() if number]
    strongest = max((study.strength for study in studies), key=lambda strength: strength.rung)
    best = sum(study.strength is strongest for study in studies)
    return (
        f"Of {counted(len(studies), 'study', 'studies')} counted, {listed(found)}. The strongest"
        f" evidence is {strongest.label.lower()} ({counted(best, 'study', 'studies')})."
    )
