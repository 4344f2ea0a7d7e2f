"""A figure on a sheet of its own: its title above it, its caption and its source beneath. Pure: geometry only."""

from dataclasses import dataclass

from claims.figures.lettering import Block, block
from claims.figures.paint import FONT
from claims.figures.registry import Figure

NARROWEST, MARGIN, GAP = 720, 32, 18
LARGEST_SCALE = 1.4
TITLE, STATEMENT, CAPTION, SOURCE = 20, 15, 13.5, 11.5


@dataclass(frozen=True)
class Poster:
    """Where the parts of the sheet stand; `top` and `scale` place the drawing."""

    figure: Figure
    drawing: object
    title: Block
    statement: Block
    caption: Block
    source: Block
    top: float
    scale: float
    width: int
    height: int
    margin: int = MARGIN
    font: str = FONT

    @property
    def template(self) -> str:
        return self.figure.template

    @property
    def rule_end(self) -> float:
        return self.width - self.margin

    @property
    def rule(self) -> float:
        """Return the height of the line above the source."""
        return self.source.y - GAP


def poster(figure: Figure, drawing: object, *, about: str, source: str) -> Poster:
    """Return the sheet of a drawing; `about` is the claim or mechanism, `source` who says so."""
    width = max(NARROWEST, drawing.width + 2 * MARGIN)
    inner = width - 2 * MARGIN
    scale = round(min(LARGEST_SCALE, inner / drawing.width), 3)
    title = _block(figure.title, MARGIN + TITLE, inner, TITLE)
    statement = _block(about, title.foot, inner, STATEMENT)
    top = round(statement.foot + GAP / 2, 1)
    foot = top + drawing.height * scale + GAP
    caption = _block(drawing.caption, foot + CAPTION, inner, CAPTION)
    beneath = _block(source, caption.foot + GAP, inner, SOURCE)
    height = round(beneath.foot + MARGIN / 2)
    parts = (title, statement, caption, beneath)
    return Poster(figure, drawing, *parts, top, scale, width, height)


def _block(text: str, y: float, width: float, size: float) -> Block:
    return block(text, x=MARGIN, y=round(y, 1), width=width, size=size)
