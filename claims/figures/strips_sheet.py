"""A mechanism's harvest strips as one drawing: each beneath the claim that it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.figures.directions import DIRECTIONS
from claims.figures.harvest import FOUND
from claims.figures.keys import Key, key_of
from claims.figures.lettering import Block, block
from claims.figures.registry import MECHANISM, Figure
from claims.figures.strips import Strip, strips
from claims.rating.wording import counted, listed

STATEMENT, GAP = 13, 22


@dataclass(frozen=True)
class Placed:
    """A strip with its claim's statement above it."""

    strip: Strip
    words: Block

    @property
    def y(self) -> float:
        return round(self.words.foot - STATEMENT / 2, 1)

    @property
    def foot(self) -> float:
        return self.y + self.strip.height


@dataclass(frozen=True)
class StripsSheet:
    placed: tuple[Placed, ...]
    key: Key
    width: int
    height: float
    caption: str

    @property
    def description(self) -> str:
        return " ".join(
            f"{one.strip.claim.statement} {one.strip.description}" for one in self.placed
        )


def strips_sheet(editions: Iterable) -> StripsSheet:
    """Return the strips of editions (`statement`, `document`) one beneath the other."""
    drawn = strips(editions)
    width = max(strip.width for strip in drawn.strips)
    placed, y = [], float(STATEMENT)
    for strip in drawn.strips:
        words = block(strip.claim.statement, x=0, y=y, width=width, size=STATEMENT)
        placed.append(Placed(strip, words))
        y = round(placed[-1].foot + GAP, 1)
    key = key_of(drawn.materials, drawn.has_uncounted, y - GAP / 2)
    caption = f"{_finding(drawn)} One bar is one study; its height is its strength."
    return StripsSheet(tuple(placed), key, width, round(y + key.height), caption)


def _finding(drawn) -> str:
    ways = [study.direction for study in drawn.studies if study.is_counted]
    numbers = {way: ways.count(way) for way in DIRECTIONS}
    found = [f"{number} {FOUND[way][number > 1]}" for way, number in numbers.items() if number]
    claims = counted(len(drawn.strips), "claim")
    if not found:
        return f"No study could be counted for {claims}."
    return f"Of {counted(len(ways), 'finding')} counted for {claims}, {listed(found)}."


FIGURE = Figure(
    name="harvest-strips",
    title="Where the weight of the studies lies, claim by claim",
    of=MECHANISM,
    template="figures/drawings/strips.svg",
    build=lambda editions: (strips_sheet(editions),),
)
