"""Every kind of reader page, in the real browser, wide and narrow, light and dark."""

from dataclasses import dataclass

import pytest

from tests.browser import accessibility
from tests.browser.overflow import OVERFLOW
from tests.browser.places import PLACES
from tests.browser.watch import Watch

VIEWPORTS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 390, "height": 844}}
NAMELESS = """() => [...document.querySelectorAll("img, svg")]
  .filter(one => one.checkVisibility() && !one.closest("[aria-hidden=true]"))
  .filter(one => !one.hasAttribute("alt") && !one.hasAttribute("aria-label")
    && !one.hasAttribute("aria-labelledby") && !one.querySelector(":scope > title"))
  .map(one => one.outerHTML.slice(0, 200))"""


@dataclass(frozen=True)
class Visit:
    """What was seen of one page in one window."""

    place: object
    status: int
    complaints: list
    overflow: dict
    inaccessible: dict
    headings: int
    mains: int
    title: str
    nameless: list


@pytest.fixture(scope="module", params=VIEWPORTS)
def window(request, chromium, site):
    """One page for all visits: the second finds style and script in its cache, as readers do."""
    context = chromium.new_context(
        base_url=site.address, viewport=VIEWPORTS[request.param], reduced_motion="reduce"
    )
    watch = Watch(site.address)
    yield watch.on(context.new_page()), watch
    context.close()


@pytest.fixture(scope="module", params=PLACES, ids=[place.kind for place in PLACES])
def visit(request, window):
    page, watch = window
    page.emulate_media(color_scheme="light")
    response = page.goto(request.param.path)
    overflow = {"light": page.evaluate(OVERFLOW)}
    inaccessible = {"light": accessibility.problems(page)}
    page.emulate_media(color_scheme="dark")
    overflow["dark"] = page.evaluate(OVERFLOW)
    inaccessible["dark"] = accessibility.problems(page, accessibility.COLOURS)
    return Visit(
        place=request.param,
        status=response.status,
        complaints=watch.take(),
        overflow=overflow,
        inaccessible=inaccessible,
        headings=page.locator("h1").count(),
        mains=page.locator("main:visible").count(),
        title=page.title(),
        nameless=page.evaluate(NAMELESS),
    )


def test_page_answers_with_its_status(visit):
    assert visit.status == visit.place.status


def test_page_says_nothing_on_the_console(visit):
    assert not visit.complaints, "\n".join(visit.complaints)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_page_does_not_scroll_sideways(visit, theme):
    assert not visit.overflow[theme], "\n".join(visit.overflow[theme])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page(visit, theme):
    assert not visit.inaccessible[theme], "\n".join(visit.inaccessible[theme])


def test_page_has_one_first_heading(visit):
    assert visit.headings == 1


def test_page_has_one_main_landmark(visit):
    assert visit.mains == 1


def test_page_has_a_title_before_the_site_name(visit):
    own, _, name = visit.title.rpartition(" · ")
    assert own.strip()
    assert name == "Microdosing Evidence"


def test_pictures_of_the_page_have_names(visit):
    assert not visit.nameless, "\n".join(visit.nameless)
