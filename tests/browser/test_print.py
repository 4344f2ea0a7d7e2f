"""A claim on paper: its summary on two pages, black, with its address and edition."""

import re

import pytest

CLAIM = "/claims/microdose-mood/"
SHEET = re.compile(rb"/Type\s*/Page[^s]")


@pytest.fixture
def page(open_page):
    page = open_page(viewport={"width": 794, "height": 1123})
    page.goto(CLAIM)
    page.emulate_media(media="print")
    return page


def test_claim_prints_on_two_pages(page):
    sheets = SHEET.findall(page.pdf(format="A4", prefer_css_page_size=True))
    assert 1 <= len(sheets) <= 2


def test_printed_claim_has_its_address_and_edition(page, site):
    text = page.locator("body").inner_text()
    assert f"{site.address}{CLAIM}editions/1/" in text
    assert re.search(r"edition 1\b", text, re.IGNORECASE)


@pytest.mark.parametrize("what", ["Site", "Mechanisms", "Breadcrumbs"])
def test_navigation_is_not_printed(page, what):
    assert not page.get_by_role("navigation", name=what).is_visible()


def test_print_is_black_on_white_in_the_dark(page):
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_forced_colours_leave_signs_and_words(open_page):
    page = open_page(forced_colors="active")
    page.goto(CLAIM)
    verdict = page.locator(".verdict").first
    colours = verdict.evaluate(
        "one => [getComputedStyle(one).color, getComputedStyle(document.body).color]"
    )
    assert colours[0] == colours[1]
    assert verdict.inner_text().strip()
