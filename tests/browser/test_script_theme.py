"""The reader's choice of colours, remembered by the browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.scripted import NO_STORAGE

# Notes the theme at the moment when the body begins.
AT_FIRST = """new MutationObserver((changes, watcher) => {
  if (!document.body) return;
  window.themeAtFirst = document.documentElement.dataset.theme;
  watcher.disconnect();
}).observe(document, {childList: true, subtree: true})"""
PAPER = "() => getComputedStyle(document.body).backgroundColor"
THEME = "() => document.documentElement.dataset.theme ?? null"


@pytest.fixture
def page(open_page):
    page = open_page(color_scheme="light")
    page.goto("/about/")
    return page


def choose(page, name):
    page.get_by_role("group", name="Colours").get_by_role("button", name=name).click()
    marked(page).to_have_text([name])


def marked(page):
    return expect(page.locator("[data-theme-choice] [aria-pressed=true]"))


def test_theme_is_the_systems_at_first(page):
    page.get_by_role("group", name="Colours").wait_for()
    assert page.evaluate(THEME) is None
    marked(page).to_have_text(["System"])


@pytest.mark.parametrize("name", ["Light", "Dark"])
def test_theme_chosen_is_marked(page, name):
    choose(page, name)
    assert page.evaluate(THEME) == name.lower()


def test_dark_theme_has_other_paper(page):
    light = page.evaluate(PAPER)
    choose(page, "Dark")
    assert page.evaluate(PAPER) != light


def test_theme_chosen_stands_before_the_body(page):
    choose(page, "Dark")
    page.add_init_script(AT_FIRST)
    page.goto("/methods/")
    assert page.evaluate("() => window.themeAtFirst") == "dark"


def test_theme_goes_back_to_the_systems(page):
    choose(page, "Dark")
    choose(page, "System")
    page.reload()
    page.get_by_role("group", name="Colours").wait_for()
    assert page.evaluate(THEME) is None


def test_theme_can_be_chosen_where_storage_is_refused(page):
    page.add_init_script(NO_STORAGE)
    page.reload()
    choose(page, "Dark")
    assert page.evaluate(THEME) == "dark"


def test_theme_offers_nothing_without_script(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/about/")
    assert page.locator("[data-theme-choice]").count() == 1
    assert not page.locator("[data-theme-choice]").is_visible()
