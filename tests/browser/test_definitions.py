"""A definition opens where its word stands: by key, by finger, without script; on paper it is in the line."""

import pytest
from playwright.sync_api import expect

from tests.browser import accessibility

NARROW = {"width": 320, "height": 700}


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def page(open_page, request):
    page = open_page(java_script_enabled=request.param, viewport=NARROW, has_touch=True)
    page.goto("/tour/")
    return page


@pytest.fixture
def term(page):
    return page.get_by_role("button", name="placebo")


@pytest.fixture
def definition(page):
    return page.locator("#define-placebo")


def test_definition_is_closed_at_first(definition):
    assert not definition.is_visible()


def test_key_opens_the_definition_and_escape_closes_it(page, term, definition):
    term.focus()
    page.keyboard.press("Enter")
    expect(definition).to_be_visible()
    page.keyboard.press("Escape")
    expect(definition).to_be_hidden()


def test_finger_opens_the_definition_and_closes_it_elsewhere(page, term, definition):
    term.tap()
    expect(definition).to_be_visible()
    page.get_by_role("heading", level=2).first.tap()
    expect(definition).to_be_hidden()


def test_next_stop_leads_to_the_glossary(page, term, definition):
    term.focus()
    page.keyboard.press("Enter")
    expect(definition).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#placebo")


def test_definition_stays_inside_a_narrow_window(term, definition):
    term.click()
    expect(definition).to_be_visible()
    box = definition.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]


def test_paper_shows_the_definition_in_the_line(page, definition):
    page.emulate_media(media="print")
    expect(definition).to_be_visible()


def test_open_definition_is_accessible(open_page):
    page = open_page(viewport=NARROW)
    page.goto("/tour/")
    page.get_by_role("button", name="placebo").click()
    expect(page.locator("#define-placebo")).to_be_visible()
    assert not accessibility.problems(page)
