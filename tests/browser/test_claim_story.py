"""A claim's page in a browser: printed, filtered in place, and followed down its contents."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.scripted import go, is_same

NARROW = {"width": 390, "height": 844}
PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.mark.parametrize("slug", ["microdose-mood", "psychedelics-bdnf-neuroplasticity"])
def test_claim_prints_on_two_pages(page, slug):
    page.goto(f"/claims/{slug}/")
    assert len(PAGE_OF_PDF.findall(page.pdf(format="A4", prefer_css_page_size=False))) == 2


def test_print_keeps_address_and_edition(page):
    page.goto("/claims/microdose-mood/")
    page.emulate_media(media="print")
    cited = page.locator("#citation")
    assert cited.get_by_text("/claims/microdose-mood/editions/1/").is_visible()
    assert page.get_by_text(re.compile("^Edition 1 of")).is_visible()


def test_print_lists_every_result_without_its_details(page):
    page.goto("/claims/microdose-mood/")
    page.emulate_media(media="print")
    outcomes = page.locator(".evidence .outcome")
    assert [one.is_visible() for one in outcomes.all()] == [True] * 15
    assert not page.get_by_text("Who, dose, bias and reasons").first.is_visible()
    assert not page.get_by_role("searchbox").is_visible()


def test_print_of_an_opened_page_has_every_result(page):
    page.goto("/claims/microdose-mood/?open=all")
    page.emulate_media(media="print")
    assert page.get_by_text("Why this strength:").first.is_visible()


def test_filter_needs_no_new_page(page):
    go(page, "/claims/microdose-cognition/")
    page.get_by_text("Filter the evidence").click()
    page.get_by_label("Kind of evidence").select_option("animals")
    page.wait_for_url(re.compile("stream=animals"))
    expect(page.get_by_text("3 of 16 results shown.")).to_be_visible()
    assert is_same(page)


def test_contents_stay_in_sight_beside_a_wide_page(open_page):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("/claims/microdose-mood/#evidence")
    expect(page.locator("#evidence")).to_be_in_viewport()
    box = page.get_by_role("navigation", name="On this page").bounding_box()
    assert 0 <= box["y"] < 100


def test_contents_are_a_plain_list_on_a_telephone(open_page):
    page = open_page(viewport=NARROW)
    page.goto("/claims/microdose-mood/")
    style = "e => getComputedStyle(e).position"
    assert page.locator(".claim-contents").evaluate(style) == "static"


def test_result_opens_without_script(open_page):
    page = open_page(java_script_enabled=False, viewport=NARROW)
    page.goto("/claims/microdose-mood/")
    page.get_by_role("link", name="Acute and short-term well-being").click()
    opened = page.locator(".evidence").get_by_text("Half a gram of dried mushrooms")
    expect(opened).to_be_visible()
