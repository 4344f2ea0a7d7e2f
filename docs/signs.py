"""Draws the site's signs as a font, so that they look the same everywhere: `python docs/signs.py TARGET.woff2`.

Run by docs/fonts.sh, which has fonttools. Units: 1,000 to the em; a capital letter is 660 high.
"""

import math
import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

WIDTH, MIDDLE, RADIUS, LINE = 760, 330, 330, 64
ROUND = 0.5523  # how far a cubic curve's handles reach to draw a quarter of a circle


def polygon(pen, *points):
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def box(pen, left, bottom, right, top, inside=False):
    points = [(left, bottom), (right, bottom), (right, top), (left, top)]
    polygon(pen, *(reversed(points) if inside else points))


def circle(pen, radius, inside=False):
    x, y, r, k = WIDTH / 2, MIDDLE, radius, radius * ROUND
    turn = -1 if inside else 1
    quarter = [(r, 0), (r, k), (k, r), (0, r), (-k, r), (-r, k), (-r, 0)]
    quarter += [(-r, -k), (-k, -r), (0, -r), (k, -r), (r, -k), (r, 0)]
    at = [(x + a, y + b * turn) for a, b in quarter]
    pen.moveTo(at[0])
    for start in range(1, 13, 3):
        pen.curveTo(*at[start : start + 3])
    pen.closePath()


def ring(pen):
    circle(pen, RADIUS)
    circle(pen, RADIUS - LINE, inside=True)


def hollow(pen):
    circle(pen, RADIUS - 30)
    circle(pen, RADIUS - 30 - LINE * 1.5, inside=True)


def disc(pen):
    circle(pen, RADIUS - 30)


def filled_plus(pen):
    """A disc with a plus cut out of it, so that it stays dark when it is small."""
    circle(pen, RADIUS)
    x, y = WIDTH / 2, MIDDLE
    polygon(pen, *((x + a, y + b) for a, b in plus(RADIUS * 0.6, LINE / 2 + 6)))


def plus(arm, half):
    """Return the corners of an upright plus around nought."""
    upper = [(-half, arm), (half, arm), (half, half), (arm, half), (arm, -half), (half, -half)]
    return upper + [(-x, -y) for x, y in upper]


def up(pen):
    polygon(pen, (30, 20), (WIDTH - 30, 20), (WIDTH / 2, 640))


def down(pen):
    polygon(pen, (30, 640), (WIDTH / 2, 20), (WIDTH - 30, 640))


def diamond(pen):
    polygon(pen, (20, MIDDLE), (WIDTH / 2, -30), (WIDTH - 20, MIDDLE), (WIDTH / 2, 690))


def block(pen):
    box(pen, 60, 0, 340, 660)


def empty_block(pen):
    block(pen)
    box(pen, 60 + LINE, LINE, 340 - LINE, 660 - LINE, inside=True)


def cross(pen):
    x, y, slant = WIDTH / 2, MIDDLE, math.sqrt(0.5)
    polygon(pen, *((x + (a - b) * slant, y + (a + b) * slant) for a, b in plus(270, 52)))


def right(pen):
    polygon(
        pen,
        (60, 298),
        (560, 298),
        (400, 138),
        (450, 90),
        (700, 330),
        (450, 570),
        (400, 522),
        (560, 362),
        (60, 362),
    )


def left(pen):
    polygon(
        pen,
        (700, 362),
        (200, 362),
        (360, 522),
        (310, 570),
        (60, 330),
        (310, 90),
        (360, 138),
        (200, 298),
        (700, 298),
    )


SIGNS = {
    0x2190: (left, WIDTH),
    0x2192: (right, WIDTH),
    0x2295: (filled_plus, WIDTH),
    0x25AE: (block, 400),
    0x25AF: (empty_block, 400),
    0x25B2: (up, WIDTH),
    0x25BC: (down, WIDTH),
    0x25C6: (diamond, WIDTH),
    0x25CB: (hollow, WIDTH),
    0x25CF: (disc, WIDTH),
    0x25EF: (ring, WIDTH),
    0x2715: (cross, WIDTH),
}


def glyph(draw, width):
    pen = T2CharStringPen(width, None)
    if draw:
        draw(pen)
    return pen.getCharString()


def font(flavor):
    names = {code: f"uni{code:04X}" for code in SIGNS}
    build = FontBuilder(1000, isTTF=False)
    build.setupGlyphOrder([".notdef", *names.values()])
    build.setupCharacterMap(names)
    shapes = {names[code]: glyph(*sign) for code, sign in SIGNS.items()} | {
        ".notdef": glyph(None, 500)
    }
    build.setupCFF("Signs", {}, shapes, {})
    widths = {names[code]: (width, 0) for code, (_, width) in SIGNS.items()} | {".notdef": (500, 0)}
    build.setupHorizontalMetrics(widths)
    build.setupHorizontalHeader(ascent=1024, descent=-400)
    build.setupNameTable({"familyName": "Signs", "styleName": "Regular"})
    build.setupOS2(sTypoAscender=1024, sTypoDescender=-400, usWinAscent=1024, usWinDescent=400)
    build.setupPost(keepGlyphNames=False)
    build.font.flavor = flavor
    return build


if __name__ == "__main__":
    font("woff2").save(sys.argv[1])
