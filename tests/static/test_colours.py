"""Every colour can be seen on the page it stands on, by day and by night (METHOD 2; WCAG 1.4.3 and 1.4.11)."""

import re

import pytest

from tests.static.palette import ROOT, SCHEMES, STYLES, contrast, palette

WORDS = ("ink", "soft", "accent", "supports", "no-effect", "mixed-text", "contradicts-text")
MARKS = ("edge", "mixed", "contradicts", "taken-off")
GROUNDS = ("paper", "tint")
HAIRLINES = {"line"}

COLOUR = re.compile(r"#[0-9a-f]{3,6}\b")
ROW = re.compile(
    r"^\| `--([\w-]+)` \|.*\| (#\w+) \| ([\d.]+) \| (#\w+) \| ([\d.]+) \|$", re.MULTILINE
)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", WORDS)
def test_words_can_be_read(name, ground, scheme):
    colours = palette()[scheme]
    assert contrast(colours[name], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", MARKS)
def test_marks_can_be_seen(name, scheme):
    colours = palette()[scheme]
    assert contrast(colours[name], colours["paper"]) >= 3


def test_every_colour_has_a_use_that_is_checked():
    assert set(palette()["light"]) == {*WORDS, *MARKS, *GROUNDS, *HAIRLINES}


def test_colours_stand_only_among_the_tokens():
    rules = STYLES.read_text().replace(":root { --paper: #fff; --tint: #fff; --ink: #000;", "")
    rest = re.sub(r"light-dark\([^)]*\)", "", rules)
    assert set(COLOUR.findall(rest)) <= {"#333", "#bbb", "#666", "#000"}


def test_admin_has_the_readers_colours():
    ours = {colour for scheme in palette().values() for colour in scheme.values()}
    theme = (ROOT / "static" / "admin_theme.css").read_text()
    assert set(COLOUR.findall(theme)) <= ours


def test_design_page_states_each_contrast():
    stated = {row[0]: row[1:] for row in ROW.findall((ROOT / "docs" / "design.md").read_text())}
    found = palette()
    computed = {}
    for name in found["light"]:
        cells = []
        for scheme in SCHEMES:
            colour = found[scheme][name]
            cells += [colour, f"{contrast(colour, found[scheme]['paper']):.1f}"]
        computed[name] = tuple(cells)
    assert stated == computed


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#777777", "#ffffff", 4.48), ("#fff", "#fff", 1)],
)
def test_contrast_is_that_of_the_standard(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
