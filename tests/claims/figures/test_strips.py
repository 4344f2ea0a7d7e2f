import re
from types import SimpleNamespace

import pytest

from claims.figures.strips import BAR, HEIGHT, WIDTH, strips
from tests.claims.figures.test_harvest import make_document, make_item, make_study


def edition(slug, *studies, evidence=()):
    return SimpleNamespace(slug=slug, document=make_document(*studies, evidence=evidence))


@pytest.fixture
def two():
    many = [make_study(f"s{n}", strength="strong") for n in range(12)]
    few = [make_study("a", "contradicts", "weak")]
    return strips([edition("one", *many), edition("two", *few, evidence=[make_item()])])


def test_there_is_a_strip_for_each_claim(two):
    assert [strip.claim.slug for strip in two.strips] == ["one", "two"]


def test_columns_stand_at_the_same_place_in_every_strip(two):
    first, second = [
        [(column.direction, column.x) for column in strip.columns] for strip in two.strips
    ]
    assert first == second


def test_height_is_strength_on_one_scale(two):
    heights = {bar.study.strength: bar.height for strip in two.strips for column in strip.columns
               for bar in column.bars}  # fmt: skip
    assert heights["strong"] == 2 * heights["weak"] == HEIGHT - 4


def test_bars_stand_inside_their_columns_and_apart(two):
    bars = [bar for strip in two.strips for column in strip.columns for bar in column.bars]
    assert all(bar.x >= 0 and bar.x + BAR <= WIDTH and bar.y > 0 for bar in bars)
    assert len({(bar.study.key, bar.x, bar.base) for bar in bars}) == len(bars)


def test_two_columns_fit_a_phone_320_pixels_wide():
    assert 2 * WIDTH + 8 <= 320 - 2 * 16


def test_many_bars_go_on_a_second_line(two):
    column = two.strips[0].columns[0]
    assert len({bar.base for bar in column.bars}) == len(column.bases) == 2
    assert column.bases[-1] < two.strips[0].height


def test_few_bars_stand_on_the_foot_of_a_high_strip():
    many = [make_study(f"s{n}") for n in range(12)]
    [strip] = strips([edition("one", *many, make_study("a", "contradicts"))]).strips
    assert strip.columns[-1].bases == strip.columns[0].bases[-1:]


def test_key_has_what_any_strip_shows(two):
    assert two.materials == (("people", ""),)
    assert two.has_uncounted


def test_description_tells_each_direction_with_its_studies(two):
    words = two.strips[1].description
    assert re.match(r"Supports: Jones 2020 .*not counted\)\. Contradicts: a et al\. 2024", words)


def test_claim_without_studies_has_an_empty_strip():
    [strip] = strips([edition("none")]).strips
    assert strip.description == "No study."
