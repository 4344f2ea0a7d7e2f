"""One page of a kind may fit a telephone where the next, with a longer word, does not."""

import pytest

from tests.browser.markup import Markup
from tests.browser.overflow import OVERFLOW

# The second is where a line-breaking fault of the browser once closed a claim page.
WIDTHS = (390, 375)
PAGES_OF_SOURCES = 5


def linked(site, *lists, under):
    """Return the addresses below `under` that the lists link to."""
    found = set()
    for path in lists:
        for address, _ in Markup(site.get(path).body, path).links:
            if address.startswith(under) and "?" not in address and address != under:
                found.add(address)
    return sorted(found)


def overflowing(page, addresses, widths):
    """Return what is too wide on each page, loaded in a window of the first width and then made the others."""
    found = []
    for address in addresses:
        for width in widths:
            page.set_viewport_size({"width": width, "height": 844})
            if width == widths[0]:
                page.goto(address)
            found += [f"{address} at {width} px: {line}" for line in page.evaluate(OVERFLOW)]
    return found


@pytest.fixture
def page(open_page):
    return open_page()


def test_no_source_scrolls_sideways(page, site):
    lists = [f"/sources/?page={number}" for number in range(1, PAGES_OF_SOURCES + 1)]
    addresses = linked(site, *lists, under="/sources/")
    assert len(addresses) > 100
    assert not (wide := overflowing(page, addresses, WIDTHS)), "\n".join(wide)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_claim_scrolls_sideways(page, site, width):
    addresses = linked(site, "/", under="/claims/")
    assert len(addresses) >= 19
    assert not (wide := overflowing(page, addresses, [width])), "\n".join(wide)
