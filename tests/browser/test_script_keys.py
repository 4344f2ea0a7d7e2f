"""Single keys for readers, and how they are switched off."""

import pytest
from playwright.sync_api import expect

from tests.browser import accessibility
from tests.browser.scripted import NO_STORAGE, go, wake

FOCUSED = ".listing :focus"
NOW = "2026-01-01T12:00:00Z"
DIALOG = "dialog[data-keys]"
PLACES = {"c": "/claims/", "s": "/sources/", "m": "/methods/", "h": "/"}


@pytest.fixture
def page(open_page):
    return go(open_page(), "/claims/")


def keys(page):
    return expect(page.locator(DIALOG))


def again(page):
    """Load the page anew and wait for what answers to the keys."""
    page.reload()
    wake(page)


@pytest.mark.parametrize(("key", "path"), PLACES.items())
def test_keys_lead_to_the_main_pages(open_page, site, key, path):
    page = go(open_page(), "/about/")
    # The second key may come 1.5 seconds after the first, on a busy computer too.
    page.clock.set_fixed_time(NOW)
    page.keyboard.press("g")
    page.keyboard.press(key)
    page.wait_for_url(f"{site.address}{path}")


def test_question_mark_lists_the_keys(page):
    page.keyboard.press("?")
    keys(page).to_be_visible()
    listed = page.locator(f"{DIALOG} kbd").all_inner_texts()
    assert {*listed} == {"/", "?", "n", "p", "g", *PLACES}


def test_list_of_keys_is_accessible(page):
    page.keyboard.press("?")
    keys(page).to_be_visible()
    problems = accessibility.problems(page)
    assert not problems, "\n".join(problems)


def test_escape_closes_the_list_of_keys(page):
    page.keyboard.press("?")
    keys(page).to_be_visible()
    page.keyboard.press("Escape")
    keys(page).to_be_hidden()


def test_next_and_previous_go_through_the_claims(page):
    titles = page.locator(".listing .statement").all_inner_texts()
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator(FOCUSED)).to_have_text(titles[1])
    page.keyboard.press("p")
    expect(page.locator(FOCUSED)).to_have_text(titles[0])


def test_next_goes_through_the_sections(open_page):
    page = go(open_page(), "/claims/microdose-mood/")
    headings = page.locator("main h2").all_inner_texts()
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator("main h2:focus")).to_have_text(headings[1])


def test_keys_rest_while_somebody_types(page):
    page.get_by_label("Order").focus()
    page.keyboard.press("?")
    keys(page).to_be_hidden()


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_keys_leave_modifiers_alone(page, modifier):
    page.keyboard.press(f"{modifier}+?")
    keys(page).to_be_hidden()


def test_keys_can_be_switched_off_for_good(page):
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Answer to these keys").uncheck()
    again(page)
    page.keyboard.press("?")
    keys(page).to_be_hidden()


def test_keys_that_are_off_can_be_switched_on(page):
    page.evaluate("() => localStorage.setItem('reader-keys', 'off')")
    again(page)
    page.get_by_role("button", name="Keyboard shortcuts").click()
    page.get_by_role("checkbox", name="Answer to these keys").check()
    page.get_by_role("button", name="Close").click()
    keys(page).to_be_hidden()
    page.keyboard.press("?")
    keys(page).to_be_visible()


def test_keys_answer_where_storage_is_refused(page):
    page.add_init_script(NO_STORAGE)
    again(page)
    page.keyboard.press("?")
    keys(page).to_be_visible()


def test_keys_of_readers_are_not_at_the_desk(open_page):
    page = go(open_page(), "/admin/login/")
    page.locator("h1").click()
    page.keyboard.press("?")
    keys(page).to_be_hidden()
    assert page.locator("[data-keys-open]").count() == 0


def test_keys_show_nothing_without_script(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/claims/")
    keys(page).to_be_hidden()
    assert not page.locator("[data-keys-open]").is_visible()


def test_first_key_is_answered_before_anything_else_happened(open_page):
    page = open_page()
    page.goto("/claims/")
    page.keyboard.press("/")
    expect(page.locator("#site-search")).to_be_focused()


def test_first_click_is_answered_before_anything_else_happened(open_page):
    page = open_page()
    page.goto("/claims/")
    page.get_by_role("button", name="Keyboard shortcuts").click()
    keys(page).to_be_visible()
