"""What helps to read a long page: a table of contents that follows, and buttons that copy."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.scripted import go

CLAIM = "/claims/microdose-mood/"
CURRENT = "[data-contents] [aria-current=true]"
BOXES = """() => {
  const nav = document.querySelector("[data-contents]").getBoundingClientRect();
  const lines = [...document.querySelectorAll("[data-contents] a")]
    .map(one => one.getBoundingClientRect().y - nav.y);
  return [nav.width, nav.height, document.documentElement.scrollHeight, ...lines].map(Math.round);
}"""
FOLDED = "() => document.querySelectorAll('main details').forEach(one => { one.open = true })"


@pytest.fixture
def page(open_page):
    return go(open_page(), CLAIM)


def go_to(page, name):
    page.evaluate(f"() => document.getElementById({name!r}).scrollIntoView()")
    page.locator(f'{CURRENT}[href="#{name}"]').wait_for()


def test_contents_mark_nothing_at_the_top(page):
    assert page.locator(CURRENT).count() == 0


@pytest.mark.parametrize("name", ["sides", "evidence", "references"])
def test_contents_mark_the_section_in_view(page, name):
    go_to(page, name)
    assert page.locator(CURRENT).count() == 1


def test_contents_mark_the_last_section_asked_for(page):
    last = page.locator("[data-contents] a").last
    last.click()
    expect(page.locator(CURRENT)).to_have_attribute("href", last.get_attribute("href"))


def test_contents_mark_without_moving_anything(page):
    before = page.evaluate(BOXES)
    go_to(page, "evidence")
    assert page.evaluate(BOXES) == before


def test_contents_lead_there_without_script(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(CLAIM)
    page.locator("[data-contents] a[href='#evidence']").click()
    page.wait_for_url(re.compile("#evidence$"))
    assert page.locator(CURRENT).count() == 0


@pytest.fixture
def copying(open_page):
    page = go(open_page(permissions=["clipboard-read", "clipboard-write"]), CLAIM)
    page.evaluate(FOLDED)
    return page


def test_copy_button_copies_and_says_so(copying):
    button = copying.locator('button[data-copy$=".md"]')
    button.click()
    copying.get_by_text("Copied.").wait_for()
    copied = copying.evaluate("() => navigator.clipboard.readText()")
    assert copied == copying.request.get(f"{CLAIM[:-1]}.md").text()


def test_copy_button_announces_what_it_did(copying):
    copying.locator('button[data-copy$=".md"]').click()
    said = copying.get_by_text("Copied.")
    said.wait_for()
    assert said.get_attribute("role") == "status"


def test_copy_button_is_hidden_without_script(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(CLAIM)
    assert not page.locator("button[data-copy]").first.is_visible()
