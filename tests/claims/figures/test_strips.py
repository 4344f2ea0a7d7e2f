import re
from types import SimpleNamespace

import pytest

from claims.figures.strips import BAR, HEIGHT, strips
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
        [(column.direction, column.x, column.width) for column in strip.columns]
        for strip in two.strips
    ]
    assert first == second


def test_height_is_strength_on_one_scale(two):
    heights = {bar.study.strength: bar.height for strip in two.strips for column in strip.columns
               for bar in column.bars}  # fmt: skip
    assert heights["strong"] == 2 * heights["weak"] == HEIGHT - 4


def test_bars_stand_inside_their_columns_and_apart(two):
    for strip in two.strips:
        for column in strip.columns:
            places = [bar.x for bar in column.bars]
            assert all(column.x <= x and x + BAR <= column.end for x in places)
            assert all(b - a > BAR for a, b in zip(places, places[1:], strict=False))


def test_key_has_what_any_strip_shows(two):
    assert two.materials == (("people", ""),)
    assert two.has_uncounted


def test_description_tells_each_direction_with_its_studies(two):
    words = two.strips[1].description
    assert re.match(r"Supports: Jones 2020 .*not counted\)\. Contradicts: a et al\. 2024", words)


def test_claim_without_studies_has_an_empty_strip():
    [strip] = strips([edition("none")]).strips
    assert strip.description == "No study."
