"""Filters change the list in place, and lead to its address where scripts do not run."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.scripted import go, is_same

COUNT = "#count"


@pytest.fixture
def page(open_page):
    return go(open_page(), "/claims/")


def dose(page):
    return page.get_by_label("Dose it is about")


def rows(page):
    return page.locator(".listing > li").count()


def narrow(page, value="microdose"):
    dose(page).select_option(value)
    page.wait_for_url(re.compile(rf"[?&]scope={value}\b"))


def number_said(page):
    return int(page.locator(COUNT).inner_text().split()[0])


def test_filter_changes_the_list_in_place(page):
    before = rows(page)
    narrow(page)
    assert 0 < rows(page) < before
    assert is_same(page)


def test_filter_writes_only_what_was_asked(page):
    narrow(page)
    assert "mechanism=" not in page.url


def test_filter_announces_the_count(page):
    narrow(page)
    assert page.locator(COUNT).get_attribute("role") == "status"
    assert number_said(page) == rows(page)


def test_filter_keeps_the_announcing_element(page):
    page.evaluate("() => { window.line = document.getElementById('count') }")
    narrow(page)
    assert page.evaluate("() => window.line.isConnected")


def test_filter_keeps_the_focus(page):
    dose(page).focus()
    narrow(page)
    expect(dose(page)).to_be_focused()


def test_filter_button_asks_too(page):
    dose(page).select_option("microdose")
    page.get_by_role("main").get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("scope=microdose"))
    assert is_same(page)


def test_filter_goes_back_and_forward(page):
    before = rows(page)
    narrow(page)
    after = rows(page)
    page.go_back()
    page.locator(".listing > li").nth(before - 1).wait_for()
    assert dose(page).input_value() == ""
    page.go_forward()
    page.locator(".listing > li").nth(after).wait_for(state="detached")
    assert dose(page).input_value() == "microdose"
    assert is_same(page)


def test_link_to_all_leaves_the_filter(page):
    before = rows(page)
    narrow(page)
    page.get_by_role("link", name="Show all").click()
    page.wait_for_url(re.compile(r"/claims/$"))
    assert rows(page) == before
    assert is_same(page)


def test_focus_of_a_vanished_link_goes_to_the_count(page):
    narrow(page)
    page.get_by_role("link", name="Show all").click()
    page.wait_for_url(re.compile(r"/claims/$"))
    expect(page.locator(COUNT)).to_be_focused()


def test_last_of_two_quick_choices_holds(page):
    dose(page).select_option("microdose")
    page.get_by_label("Order").select_option("certainty")
    page.wait_for_url(re.compile("sort=certainty"))
    assert "scope=microdose" in page.url


def test_filter_that_fails_goes_to_the_page(page, watch):
    page.route("**/claims/?*", lambda route: _only_pages(route))
    with page.expect_event("domcontentloaded"):
        dose(page).select_option("microdose")
    assert "scope=microdose" in page.url
    assert not is_same(page)
    watch.take()


def _only_pages(route):
    if route.request.is_navigation_request():
        route.continue_()
    else:
        route.abort()


def test_next_page_begins_at_its_top(open_page):
    page = go(open_page(), "/sources/")
    page.get_by_role("link", name="Next →").click()
    page.wait_for_url(re.compile("page=2"))
    assert is_same(page)
    expect(page.locator(COUNT)).to_be_focused()


def test_map_is_filtered_in_place(open_page):
    page = go(open_page(), "/")
    page.get_by_label("Substance").select_option("lsd")
    page.wait_for_url(re.compile("substance=lsd"))
    assert "LSD" in page.locator(COUNT).inner_text()
    assert is_same(page)


def test_filter_needs_no_script(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/claims/")
    dose(page).select_option("microdose")
    page.get_by_role("main").get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("scope=microdose"))
    assert number_said(page) == rows(page)


@pytest.fixture
def claim(open_page):
    return go(open_page(), "/claims/microdose-mood/")


def test_evidence_is_sorted_in_place(claim):
    claim.get_by_role("navigation", name="Sort the evidence").get_by_role("link").nth(1).click()
    claim.wait_for_url(re.compile("sort="))
    assert is_same(claim)
    expect(claim.locator(".sorting [aria-current]")).to_be_focused()


def test_evidence_is_filtered_in_place(claim):
    claim.get_by_text("Filter the evidence").click()
    choice = claim.locator(".evidence-filter select").first
    choice.focus()
    choice.select_option(index=1)
    claim.wait_for_url(re.compile(r"\?"))
    assert is_same(claim)
    assert "shown" in claim.locator("#evidence-count").inner_text()
    expect(choice).to_be_focused()


def test_search_is_filtered_in_place(open_page):
    page = go(open_page(), "/search/?q=mood")
    page.get_by_role("main").get_by_label("Verdict").select_option(index=1)
    page.wait_for_url(re.compile("verdict="))
    assert is_same(page)
    assert "Verdict" in page.locator(COUNT).inner_text()


def test_words_searched_for_change_in_place(open_page):
    page = go(open_page(), "/search/?q=mood")
    field = page.get_by_label("Words to look for")
    field.fill("anxiety")
    field.press("Enter")
    page.wait_for_url(re.compile("q=anxiety"))
    assert is_same(page)
    assert "anxiety" in page.locator(COUNT).inner_text()
    assert field.input_value() == "anxiety"
