"""A claim as a card for those who share its address: what stands at the top of an edition, in one picture.

Pure: geometry only. The size is the one that link previews are cut to.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.exports.escaping import one_line
from claims.figures.lettering import Block, block, width_of, wrapped
from claims.figures.paint import ACCENT, FONT, INK, STYLES
from claims.rating.wording import counted

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
INNER = WIDTH - 2 * MARGIN
# The pages' own ground and letters. The serif is a little wider than the sans that widths are guessed for.
GROUND, SERIF = "#fdfbf6", "'Source Serif 4', 'Figure Serif', serif"
SERIF_INNER = round(INNER * 0.92)
SIGNS = {
    "for": "direction-supports",
    "against": "direction-contradicts",
    "contested": "direction-mixed",
}
SITE = "Microdosing Evidence"
STATEMENT_SIZES = (60, 52, 46, 40, 34, 30)
SITE_Y, STATEMENT_TOP, STATEMENT_ROOM, RULE_Y = 96, 126, 230, 384
VERDICT, CERTAINTY, LINE, SMALLEST = 54, 34, 27, 15
VERDICT_Y, CERTAINTY_Y, COUNTS_Y, STATE_Y = 448, 502, 550, 588
LEVELS, RADIUS, STEP = 4, 13, 33
ELLIPSIS = "…"


@dataclass(frozen=True)
class Dot:
    """One of the four levels of certainty as the pages sign it: a disc with a plus if it is reached, else a ring."""

    x: int
    is_reached: bool
    y: int = CERTAINTY_Y - RADIUS
    radius: int = RADIUS

    @property
    def plus(self) -> str:
        arm = self.radius * 0.6
        return f"M{self.x - arm} {self.y}h{2 * arm}M{self.x} {self.y - arm}v{2 * arm}"


@dataclass(frozen=True)
class Card:
    """Where the words of the card stand; `colour` is that of the verdict's sign."""

    colour: str
    site: Block
    address: Block
    statement: Block
    sign: Block
    verdict: Block
    certainty: Block
    dots: tuple[Dot, ...]
    counts: Block
    state: Block
    width: int = WIDTH
    height: int = HEIGHT
    margin: int = MARGIN
    inner: int = INNER
    rule: int = RULE_Y
    font: str = FONT
    serif: str = SERIF
    ground: str = GROUND
    accent: str = ACCENT

    @property
    def lines(self) -> tuple[Block, ...]:
        """Return everything that is written, from top to bottom."""
        return (
            self.site,
            self.address,
            self.statement,
            self.sign,
            self.verdict,
            self.certainty,
            self.counts,
            self.state,
        )


def card(
    statement: str,
    summary: Mapping[str, Any],
    *,
    number: int,
    published_on: datetime.date,
    path: str,
) -> Card:
    """Return the card of an edition from its statement, the summary in its columns, number, day and path."""
    verdict, certainty = summary["verdict"], summary["certainty"]
    level = certainty["label"] if certainty else "not rated"
    dots, site = _dots(certainty), _line(SITE, SITE_Y, LINE + 5)
    beside = MARGIN + width_of(f"{verdict['symbol']} ", VERDICT)
    day = f"{published_on.day} {published_on:%B %Y}"
    return Card(
        STYLES[SIGNS[verdict["side"]]]["fill"] if verdict["side"] in SIGNS else INK,
        site,
        _address(path, room=INNER - width_of(SITE, site.size) - STEP),
        _statement(one_line(statement)),
        _line(verdict["symbol"], VERDICT_Y, VERDICT),
        _line(verdict["label"], VERDICT_Y, VERDICT, x=beside),
        _line(f"Certainty: {level}", CERTAINTY_Y, CERTAINTY, x=MARGIN + (STEP + 2) * len(dots)),
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
        written = block(text, x=MARGIN, y=STATEMENT_TOP + size, width=SERIF_INNER, size=size)
        if written.height <= STATEMENT_ROOM:
            return written
    most = int(STATEMENT_ROOM / written.leading)
    *kept, last = written.lines[:most]
    return Block((*kept, _cut(last)), written.x, written.y, written.size)


def _cut(line: str) -> str:
    while width_of(line + ELLIPSIS, STATEMENT_SIZES[-1]) > SERIF_INNER:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def _dots(certainty: Mapping[str, Any] | None) -> tuple[Dot, ...]:
    """Return the levels as drawn rings: letters for them differ in size from font to font."""
    places = range(LEVELS) if certainty else ()
    return tuple(
        Dot(MARGIN + RADIUS + STEP * place, place < certainty["level"]) for place in places
    )


def _address(path: str, *, room: float) -> Block:
    """Return the path on the line of the site's name; its right end stands at the margin."""
    return _line(path, SITE_Y, LINE - 3, x=WIDTH - MARGIN, room=room)


def _line(
    text: str, y: float, size: float, *, x: float = MARGIN, room: float | None = None
) -> Block:
    """Return the text on one line, in smaller letters if it is long; it has the room up to the margin."""
    room = room or WIDTH - MARGIN - x
    while size > SMALLEST and width_of(text, size) > room:
        size -= 1
    return Block(wrapped(text, room, size)[:1], x, y, size)
