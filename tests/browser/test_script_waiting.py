"""A form whose answer takes long: sent once, with words and a bar meanwhile."""

import pytest
from playwright.sync_api import expect

ADD = "/admin/sources/import/add/"
FILE = {"name": "a.ris", "mimeType": "text/plain", "buffer": b"TY  - JOUR\nER  - \n"}


@pytest.fixture
def sent(editor):
    """The requests that the form makes; their answer leaves the page as it is."""
    requests = []

    def answer(route):
        requests.append(route.request.method)
        route.fulfill(status=204)

    editor.page.goto(ADD)
    editor.page.route(f"**{ADD}", answer)
    editor.page.locator("#id_file").set_input_files(FILE)
    yield requests
    editor.page.unroute(f"**{ADD}")


SEND = """() => {
  const form = document.querySelector("form[data-waits]");
  let isPrevented;
  form.addEventListener("submit", (event) => { isPrevented = event.defaultPrevented; }, { once: true });
  form.requestSubmit();
  return isPrevented;
}"""


def send(page):
    """Send the form; return whether a script prevented it."""
    return page.evaluate(SEND)


def test_form_says_that_it_is_being_worked_on(editor, sent):
    said = editor.page.get_by_text("The file is being looked through.")
    expect(said).to_be_hidden()
    send(editor.page)
    expect(said).to_be_visible()
    expect(editor.page.locator("progress")).to_be_visible()


def test_second_click_sends_nothing(editor, sent):
    assert not send(editor.page)
    expect(editor.page.locator("progress")).to_be_visible()
    assert send(editor.page)
    assert sent == ["POST"]
