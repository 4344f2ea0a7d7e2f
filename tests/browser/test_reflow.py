"""Nothing is cut off at 320 px (400 % zoom of 1280) nor at 200 %, and nothing moves while a page loads."""

import pytest

from tests.browser.overflow import OVERFLOW
from tests.browser.places import PLACES
from tests.browser.watch import Watch

WINDOWS = {"320 px": (320, 1), "200 %": (640, 2)}
KINDS = ("overview", "article", "claim-large", "sources", "source", "methods")
SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  const add = list => { for (const entry of list.getEntries()) sum += entry.value; };
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  document.fonts.ready.then(() => setTimeout(() => resolve(sum), 250));
})"""


@pytest.fixture(scope="module", params=WINDOWS)
def page(request, chromium, site):
    width, scale = WINDOWS[request.param]
    context = chromium.new_context(
        base_url=site.address,
        viewport={"width": width, "height": 640},
        device_scale_factor=scale,
    )
    yield Watch(site.address).on(context.new_page())
    context.close()


@pytest.mark.parametrize("place", PLACES, ids=[place.kind for place in PLACES])
def test_page_does_not_scroll_sideways(page, place):
    page.goto(place.path)
    assert not (wide := page.evaluate(OVERFLOW)), "\n".join(wide)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("place", [place for place in PLACES if place.kind in KINDS])
def test_nothing_moves_while_the_page_loads(open_page, place, width):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(place.path)
    assert page.evaluate(SHIFT) < 0.01
