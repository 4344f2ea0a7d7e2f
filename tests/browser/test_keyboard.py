"""A reader without a mouse, or without eyes, finds their way."""

import pytest
from playwright.sync_api import expect

KINDS = ["/", "/claims/", "/claims/microdose-mood/", "/sources/", "/methods/", "/search/?q=mood"]
LANDMARKS = """() => {
  const named = one => one.getAttribute("aria-label")
    ?? document.getElementById(one.getAttribute("aria-labelledby"))?.textContent.trim() ?? "";
  const all = selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility());
  return {
    banners: all("body > header").length,
    mains: all("main").length,
    contentinfos: all("body > footer").length,
    navigations: all("nav").map(named),
    levels: all("h1, h2, h3, h4").map(one => Number(one.tagName[1])),
  };
}"""
FOCUS = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  return {
    what: one.outerHTML.slice(0, 120),
    isBody: one === document.body,
    isSeen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth,
    isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""
STOPS = 60


@pytest.fixture
def page(open_page):
    return open_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def landmarks(page, path):
    page.goto(path)
    return page.evaluate(LANDMARKS)


@pytest.mark.parametrize("path", KINDS)
def test_page_has_each_landmark_once(landmarks):
    assert (landmarks["banners"], landmarks["mains"], landmarks["contentinfos"]) == (1, 1, 1)


@pytest.mark.parametrize("path", KINDS)
def test_navigations_have_different_names(landmarks):
    names = landmarks["navigations"]
    assert all(names)
    assert len(set(names)) == len(names), names


@pytest.mark.parametrize("path", KINDS)
def test_headings_skip_no_level(landmarks):
    levels = landmarks["levels"]
    assert levels[0] == 1
    jumps = [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] - pair[0] > 1]
    assert not jumps, levels


@pytest.mark.parametrize("path", KINDS)
def test_every_stop_of_the_keyboard_is_seen(page, path):
    page.goto(path)
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    unseen = [stop["what"] for stop in stops if not stop["isBody"] and not stop["isSeen"]]
    bare = [stop["what"] for stop in stops if not stop["isBody"] and not stop["isOutlined"]]
    assert not unseen
    assert not bare


def test_first_stop_skips_to_the_content(page):
    page.goto("/claims/microdose-mood/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_be_visible()


def test_keyboard_opens_what_is_folded(page):
    page.goto("/")
    summary = page.locator("main summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(summary.locator("..")).to_have_attribute("open", "")
