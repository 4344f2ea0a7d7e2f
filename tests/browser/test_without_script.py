"""Everything can be read and reached where scripts do not run."""

import re

import pytest
from playwright.sync_api import expect

NARROW = {"width": 390, "height": 844}
NAVIGATION = ["Site", "Mechanisms", "All pages", "About this site"]


@pytest.fixture
def page(open_page):
    return open_page(java_script_enabled=False, viewport=NARROW)


@pytest.mark.parametrize("name", NAVIGATION)
def test_navigation_leads_where_it_says(page, name):
    page.goto("/")
    links = page.get_by_role("navigation", name=name).locator("a:visible")
    for number in range(links.count()):
        address = links.nth(number).get_attribute("href")
        links.nth(number).click()
        page.wait_for_url(lambda url, to=address: url.endswith(to) or "/admin/login/" in url)
        page.goto("/")


def test_overview_leads_to_a_claim_and_its_verdict(page):
    page.goto("/")
    page.get_by_role("main").get_by_role(
        "link", name=re.compile("subtle shifts in mood")
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Microdosing produces"))
    expect(page.locator("#verdict, .verdict").first).to_be_visible()


def test_filter_of_claims_needs_no_script(page):
    page.goto("/claims/")
    page.get_by_label("Dose it is about").select_option("microdose")
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url(re.compile("scope=microdose"))


def test_markdown_can_be_read_without_the_copy_button(page):
    page.goto("/claims/microdose-mood/")
    assert not page.locator("button[data-copy]:visible").count()
    address = page.get_by_role("link", name="The page as Markdown").get_attribute("href")
    assert page.request.get(address).text().startswith("---\n")
