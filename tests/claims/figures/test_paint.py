import re
from pathlib import Path

import pytest

from claims.figures import paint as module
from claims.figures.paint import paint

DRAWINGS = Path(__file__).parents[3] / "templates" / "figures"


def test_class_becomes_attributes():
    assert paint('<line class="axis" x1="0"/>') == (
        '<line x1="0" stroke="#767064" stroke-width="1" fill="none"/>'
    )


def test_class_wins_over_an_attribute():
    assert paint('<rect fill="url(#dots)" class="mark-off"/>').count("fill=") == 1


def test_pattern_stays_where_no_class_fills():
    assert 'fill="url(#hatch)"' in paint('<rect class="mark" fill="url(#hatch)"/>')


def test_own_size_wins_over_the_default():
    assert 'font-size="14"' in paint('<text font-size="14">a</text>')


def test_text_that_looks_like_a_class_stays():
    text = "<text>class=&quot;mark&quot;</text>"
    assert "class=&quot;mark&quot;" in paint(text)


def test_signs_that_xml_cannot_hold_are_left_out():
    assert paint("<title>a\x0bb\x00</title>") == "<title>ab</title>"


def test_unknown_class_says_the_remedy():
    with pytest.raises(KeyError, match="add it to claims/figures/paint.py"):
        paint('<rect class="nonsense"/>')


def test_every_class_of_a_drawing_has_a_style():
    drawn = "".join(path.read_text() for path in DRAWINGS.rglob("*.svg"))
    plain = re.findall(r'class="([a-z -]+)"', drawn)
    assert {name for words in plain for name in words.split()} <= set(module.STYLES)


def test_no_style_is_left_to_a_stylesheet():
    assert "class" not in paint('<g class="mark"><rect class="mark-plain"/></g>')
