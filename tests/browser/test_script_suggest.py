"""Suggestions while somebody types a search."""

import pytest
from playwright.sync_api import expect

from tests.browser import accessibility
from tests.browser.scripted import go

WORDS = "neuroplast"
FAR = "2200-01-01"


@pytest.fixture
def page(open_page):
    return go(open_page(), "/about/")


def field(page):
    return page.get_by_role("combobox", name="Search claims, results and sources")


def options(page):
    return page.locator(".masthead").get_by_role("option")


def type_words(page, words=WORDS):
    """All at once, or a busy computer would ask for the first letters, and their answer be replaced."""
    field(page).fill(words)
    options(page).first.wait_for()


def test_typing_offers_pages(page):
    type_words(page)
    assert 0 < options(page).count() <= 8
    assert field(page).get_attribute("aria-expanded") == "true"


def test_number_of_suggestions_is_announced(page):
    type_words(page)
    said = page.locator(".masthead [role=status]").inner_text()
    assert said.startswith(f"{options(page).count()} suggestion")


def test_arrow_chooses_a_suggestion(page):
    type_words(page)
    field(page).press("ArrowDown")
    first = options(page).first
    assert first.get_attribute("aria-selected") == "true"
    assert field(page).get_attribute("aria-activedescendant") == first.get_attribute("id")
    expect(field(page)).to_be_focused()


def test_arrow_up_chooses_the_last_suggestion(page):
    type_words(page)
    field(page).press("ArrowUp")
    assert options(page).last.get_attribute("aria-selected") == "true"


def test_enter_goes_to_the_chosen_suggestion(page):
    type_words(page)
    field(page).press("ArrowDown")
    address = options(page).first.get_attribute("data-url")
    field(page).press("Enter")
    page.wait_for_url(f"**{address}")


def test_click_goes_to_the_suggestion(page):
    type_words(page)
    address = options(page).last.get_attribute("data-url")
    options(page).last.click()
    page.wait_for_url(f"**{address}")


def test_enter_without_a_choice_searches(page):
    type_words(page)
    field(page).press("Enter")
    page.wait_for_url(f"**/search/?q={WORDS}")


def test_escape_closes_the_suggestions_and_keeps_the_words(page):
    type_words(page)
    field(page).press("Escape")
    expect(options(page).first).to_be_hidden()
    assert field(page).input_value() == WORDS


def test_leaving_the_field_closes_the_suggestions(page):
    type_words(page)
    page.locator("h1").click()
    expect(field(page)).to_have_attribute("aria-expanded", "false")


@pytest.fixture
def asked(page):
    """Return the addresses that the page asks for; its clock stands until `let_pass`."""
    page.clock.install()
    page.clock.pause_at(FAR)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def let_pass(page):
    page.clock.run_for(1000)


def test_one_letter_asks_for_nothing(page, asked):
    field(page).press("n")
    let_pass(page)
    assert not asked


def test_quick_typing_asks_once(page, asked):
    field(page).press_sequentially(WORDS)
    let_pass(page)
    options(page).first.wait_for()
    assert [address.partition("?")[2] for address in asked] == [f"q={WORDS}"]


def test_page_with_suggestions_is_accessible(page):
    type_words(page)
    field(page).press("ArrowDown")
    problems = accessibility.problems(page)
    assert not problems, "\n".join(problems)


def test_slash_goes_to_the_search_field(page):
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    assert not field(page).input_value()


def test_slash_leads_to_the_search_page_on_a_phone(open_page):
    page = go(open_page(viewport={"width": 390, "height": 844}), "/about/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")


def test_search_needs_no_script(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/about/")
    search = page.get_by_role("searchbox", name="Search claims, results and sources")
    search.fill(WORDS)
    search.press("Enter")
    page.wait_for_url(f"**/search/?q={WORDS}")
