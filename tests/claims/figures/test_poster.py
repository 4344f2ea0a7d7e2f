from types import SimpleNamespace

from claims.figures.poster import LARGEST_SCALE, MARGIN, NARROWEST, poster
from claims.figures.registry import CLAIM, Figure

FIGURE = Figure("bars", "Bars of mood", CLAIM, "bars.svg", tuple)


def make_poster(width=300, height=200, caption="Three studies support.", source="Us, edition 1"):
    drawing = SimpleNamespace(width=width, height=height, caption=caption)
    return poster(FIGURE, drawing, about="Microdosing lifts mood.", source=source)


def test_parts_stand_one_beneath_the_other():
    sheet = make_poster()
    foot = sheet.top + sheet.drawing.height * sheet.scale
    heights = [sheet.title.y, sheet.statement.y, sheet.top, foot, sheet.caption.y, sheet.source.y]
    assert heights == sorted(heights)
    assert sheet.height > sheet.source.y


def test_small_drawing_is_enlarged_within_bounds():
    assert make_poster(width=300).scale == LARGEST_SCALE
    assert make_poster(width=300).width == NARROWEST


def test_wide_drawing_widens_the_sheet():
    sheet = make_poster(width=1200)
    assert (sheet.scale, sheet.width) == (1, 1200 + 2 * MARGIN)


def test_drawing_stays_within_the_margins():
    for width in (200, 500, 640, 700, 1000):
        sheet = make_poster(width=width)
        assert width * sheet.scale <= sheet.width - 2 * MARGIN + 1


def test_long_caption_makes_the_sheet_higher():
    assert make_poster(caption="Mood did not differ. " * 30).height > make_poster().height
