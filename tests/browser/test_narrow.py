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


def overflowing(page, addresses):
    found = []
    for address in addresses:
        page.goto(address)
        found += [f"{address}: {line}" for line in page.evaluate(OVERFLOW)]
    return found


@pytest.fixture(params=WIDTHS)
def page(open_page, request):
    return open_page(viewport={"width": request.param, "height": 844})


def test_no_source_scrolls_sideways(page, site):
    lists = [f"/sources/?page={number}" for number in range(1, PAGES_OF_SOURCES + 1)]
    addresses = linked(site, *lists, under="/sources/")
    assert len(addresses) > 100
    assert not (wide := overflowing(page, addresses)), "\n".join(wide)


def test_no_claim_scrolls_sideways(page, site):
    addresses = linked(site, "/", under="/claims/")
    assert len(addresses) >= 19
    assert not (wide := overflowing(page, addresses)), "\n".join(wide)
