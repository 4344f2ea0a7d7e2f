"""The summary of a claim as its reader downloads it, and its citation."""

import re

import pytest

PATH = "/claims/microdose-mood/"


@pytest.fixture
def page(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(PATH)
    return page


def test_markdown_button_leads_to_markdown(page):
    with page.expect_response("**/*.md") as response:
        page.get_by_role("link", name="The page as Markdown").click()
    assert response.value.header_value("content-type").startswith("text/markdown")


def test_copy_button_copies_the_citation_with_its_address(page):
    page.get_by_role("button", name="Copy the citation").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Microdosing Evidence [Internet]. ")
    assert copied.endswith(f"{PATH}editions/1/")


def test_verdict_leads_to_the_citation(page):
    page.get_by_role("link", name="cite", exact=True).click()
    page.wait_for_url(re.compile("#take-away$"))


def test_copy_button_copies_the_file(page, site):
    page.get_by_role("button", name="Copy the Markdown").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == site.get(f"{PATH[:-1]}.md").text
