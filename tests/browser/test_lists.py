"""Lists and long texts in a browser: what lines up, what stays in sight, what shows that there is more."""

import pytest
from playwright.sync_api import expect

NARROW = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}
EDGES = "all => [...new Set(all.map(one => Math.round(one.getBoundingClientRect().x)))]"


def test_strength_of_a_finding_is_in_sight_on_a_telephone(open_page):
    page = open_page(viewport=NARROW)
    page.goto("/sources/bershad2019acute/")
    strengths = page.locator("main .strength").all()
    assert strengths
    for strength in strengths:
        box = strength.bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= NARROW["width"]


@pytest.mark.parametrize("path", ["/claims/", "/sources/"])
def test_columns_of_rows_begin_at_one_place(open_page, path):
    page = open_page(viewport=WIDE)
    page.goto(path)
    for column in (1, 2, 3):
        cells = page.locator(f".rows .row-meta > span:nth-child({column})")
        assert len(cells.evaluate_all(EDGES)) == 1


@pytest.mark.parametrize(
    "path", ["/methods/#changes", "/methods/criticisms/#vote-counting", "/safety/#topics"]
)
def test_contents_stay_beside_a_long_text(open_page, path):
    page = open_page(viewport=WIDE)
    page.goto(path)
    expect(page.locator(f"[id='{path.partition('#')[2]}']")).to_be_in_viewport()
    page.evaluate("scrollBy(0, 1000)")
    box = page.get_by_role("navigation", name="On this page").bounding_box()
    assert -1 <= box["y"] < WIDE["height"] / 2


def test_table_that_is_cut_off_shows_a_rule_at_its_end(open_page):
    page = open_page(viewport=NARROW)
    page.goto("/methods/")
    table = page.get_by_role("region", name="Where designs start")
    before = table.screenshot()
    table.evaluate("one => one.scrollTo(10000, 0)")
    edge = page.evaluate("getComputedStyle(document.querySelector('.scroll')).backgroundAttachment")
    assert edge == "local, scroll"
    assert table.screenshot() != before
