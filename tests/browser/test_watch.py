"""The watch over the other tests of this folder must bite."""

import pytest

from tests.browser import accessibility
from tests.browser.markup import Markup
from tests.browser.overflow import OVERFLOW
from tests.browser.test_pages import NAMELESS

FAULTS = {
    "console.error('no')": "error on the console: no",
    "console.warn('hm')": "warning on the console: hm",
    "setTimeout(() => { throw new Error('oh') })": "fault: oh",
    "document.body.setAttribute('style', 'color: red')": "Content Security Policy",
    "document.head.append(Object.assign(document.createElement('script'), {text: '1'}))": (
        "Content Security Policy"
    ),
    "await fetch('/no-such-page/')": "404 for",
}

PATIENCE, PAUSE = 15_000, 25  # milliseconds


@pytest.fixture
def page(open_page, watch):
    page = open_page()
    page.goto("/about/")
    yield page
    page.context.close()
    watch.take()


def hears(page, watch, complaint):
    """The browser passes on what a page did a moment after it happened."""
    for _ in range(PATIENCE // PAUSE):
        if complaint in "\n".join(watch.complaints):
            return True
        page.wait_for_timeout(PAUSE)
    return False


@pytest.mark.parametrize(("script", "complaint"), FAULTS.items())
def test_fault_of_a_page_is_noticed(page, watch, script, complaint):
    page.evaluate(f"async () => {{ {script} }}")
    assert hears(page, watch, complaint), watch.complaints


def test_request_to_another_site_is_noticed(page, watch):
    page.evaluate("() => { location.href = 'http://site.example/' }")
    assert hears(page, watch, "asked for http://site.example/"), watch.complaints
    assert "asked for http://site.example/" in watch.complaints


def test_sideways_scrolling_is_noticed(page):
    page.evaluate("() => { document.querySelector('h1').style.minInlineSize = '3000px' }")
    assert "<h1" in "\n".join(page.evaluate(OVERFLOW))


def test_nameless_picture_is_noticed(page):
    page.evaluate("() => { document.querySelector('h1').append(new Image(9, 9)) }")
    assert page.evaluate(NAMELESS) == ['<img width="9" height="9">']


def test_unreadable_colour_is_noticed(page):
    page.evaluate("() => { document.querySelector('h1').style.color = '#eee' }")
    assert "color-contrast at h1" in "\n".join(accessibility.problems(page, accessibility.COLOURS))


def test_empty_button_is_noticed(page):
    page.evaluate(
        "() => { document.querySelector('main').append(document.createElement('button')) }"
    )
    assert "button-name at" in "\n".join(accessibility.problems(page))


@pytest.mark.parametrize("wrong", ["<p></div>", "<p><div></p></div>", "<br/ a>", "<p a a>"])
def test_wrong_markup_is_noticed(wrong):
    body = f"<!doctype html><html><head><title>t</title></head><body>{wrong}</body></html>"
    assert Markup(body.encode(), "/").errors
