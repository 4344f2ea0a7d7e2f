"""A claim as a card for those who share its address: what stands at the top of an edition, in one picture.

Pure: geometry only. The size is the one that link previews are cut to.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.figures.lettering import Block, block, width_of, wrapped
from claims.figures.paint import FONT
from claims.rating.wording import counted

WIDTH, HEIGHT = 1200, 630
MARGIN, BAND = 72, 20
INNER = WIDTH - 2 * MARGIN
SITE = "Microdosing Evidence"
STATEMENT_SIZES = (60, 52, 46, 40, 34, 30)
STATEMENT_TOP, STATEMENT_ROOM = 126, 230
VERDICT, CERTAINTY, LINE, SMALLEST = 54, 34, 27, 15
VERDICT_Y, CERTAINTY_Y, COUNTS_Y, STATE_Y = 448, 502, 550, 588
LEVELS, RADIUS, STEP = 4, 12, 34
ELLIPSIS = "…"


@dataclass(frozen=True)
class Dot:
    """One of the four levels of certainty, reached or not."""

    x: int
    is_reached: bool
    y: int = CERTAINTY_Y - RADIUS
    radius: int = RADIUS


@dataclass(frozen=True)
class Card:
    """Where the words of the card stand; `side` names the colour of its band."""

    side: str
    site: Block
    statement: Block
    verdict: Block
    certainty: Block
    dots: tuple[Dot, ...]
    counts: Block
    state: Block
    width: int = WIDTH
    height: int = HEIGHT
    band: int = BAND
    font: str = FONT

    @property
    def lines(self) -> tuple[Block, ...]:
        """Return everything that is written, from top to bottom."""
        return (
            self.site,
            self.statement,
            self.verdict,
            self.certainty,
            self.counts,
            self.state,
        )


def card(
    statement: str, summary: Mapping[str, Any], *, number: int, published_on: datetime.date
) -> Card:
    """Return the card of an edition from its statement, the summary in its columns, number and day."""
    verdict, certainty = summary["verdict"], summary["certainty"]
    level = certainty["label"] if certainty else "not rated"
    dots = _dots(certainty)
    day = f"{published_on.day} {published_on:%B %Y}"
    return Card(
        verdict["side"],
        _line(SITE, 96, LINE + 5),
        _statement(statement),
        _line(f"{verdict['symbol']} {verdict['label']}", VERDICT_Y, VERDICT),
        _line(f"Certainty: {level}", CERTAINTY_Y, CERTAINTY, x=MARGIN + STEP * len(dots)),
        dots,
        _line(_counts(summary), COUNTS_Y, LINE),
        _line(f"{summary['review']['label']} · edition {number}, {day}", STATE_Y, LINE),
    )


def _counts(summary: Mapping[str, Any]) -> str:
    """Return what stands behind the verdict in numbers; people only where a study says how many."""
    people = summary.get("people")
    words = [counted(summary["studies"], "study", "studies")]
    if people:
        words.append(counted(people, "person", "people"))
    return " · ".join([*words, counted(summary["items"], "result")])


def _statement(text: str) -> Block:
    """Return the statement in the largest letters for which it has room, cut only if none is small enough."""
    for size in STATEMENT_SIZES:
        written = block(text, x=MARGIN, y=STATEMENT_TOP + size, width=INNER, size=size)
        if written.height <= STATEMENT_ROOM:
            return written
    most = int(STATEMENT_ROOM / written.leading)
    *kept, last = written.lines[:most]
    return Block((*kept, _cut(last)), written.x, written.y, written.size)


def _cut(line: str) -> str:
    while width_of(line + ELLIPSIS, STATEMENT_SIZES[-1]) > INNER:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def _dots(certainty: Mapping[str, Any] | None) -> tuple[Dot, ...]:
    """Return the levels as drawn rings: letters for them differ in size from font to font."""
    places = range(LEVELS) if certainty else ()
    return tuple(
        Dot(MARGIN + RADIUS + STEP * place, place < certainty["level"]) for place in places
    )


def _line(text: str, y: float, size: float, *, x: float = MARGIN) -> Block:
    """Return the text on one line, in smaller letters if it is long."""
    while size > SMALLEST and width_of(text, size) > INNER:
        size -= 1
    return Block(wrapped(text, INNER, size)[:1], x, y, size)
