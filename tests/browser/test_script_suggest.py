"""Suggestions while somebody types a search."""

import pytest

from tests.browser import accessibility
from tests.browser.scripted import go, has_focus

WORDS = "neuroplast"


@pytest.fixture
def page(open_page):
    return go(open_page(), "/about/")


def field(page):
    return page.get_by_role("combobox", name="Search claims, results and sources")


def options(page):
    return page.locator(".masthead").get_by_role("option")


def type_words(page, words=WORDS):
    field(page).press_sequentially(words)
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
    assert has_focus(field(page))


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
    assert not options(page).first.is_visible()
    assert field(page).input_value() == WORDS


def test_leaving_the_field_closes_the_suggestions(page):
    type_words(page)
    page.locator("h1").click()
    assert field(page).get_attribute("aria-expanded") == "false"


def test_one_letter_asks_for_nothing(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    field(page).press("n")
    page.wait_for_timeout(400)
    assert not asked


def test_quick_typing_asks_once(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    type_words(page)
    assert len(asked) < len(WORDS)
    assert asked[-1].endswith(f"?q={WORDS}")


def test_page_with_suggestions_is_accessible(page):
    type_words(page)
    field(page).press("ArrowDown")
    problems = accessibility.problems(page)
    assert not problems, "\n".join(problems)


def test_slash_goes_to_the_search_field(page):
    page.keyboard.press("/")
    assert has_focus(field(page))
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
    assert page.url.endswith(f"/search/?q={WORDS}")
