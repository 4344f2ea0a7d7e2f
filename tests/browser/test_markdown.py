"""The summary of a claim as its reader takes it away."""

import pytest

PATH = "/claims/microdose-mood/"


@pytest.fixture
def page(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(PATH)
    return page


def test_markdown_button_leads_to_markdown(page):
    with page.expect_response("**/*.md") as response:
        page.get_by_role("link", name="Markdown", exact=True).click()
    assert response.value.header_value("content-type").startswith("text/markdown")


def test_copy_button_copies_the_file(page, site):
    page.get_by_role("button", name="Copy the Markdown").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == site.get(f"{PATH[:-1]}.md").text
