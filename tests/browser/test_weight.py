"""What travels when a reader with an empty cache opens a claim's page."""

import pytest

LARGEST, SMALLEST = "/claims/microdose-mood/", "/claims/microdose-dmn/"
FONT = ".woff2"


@pytest.fixture(params=[LARGEST, SMALLEST])
def travelled(request, open_page):
    """Return {address: bytes on the way, headers included}."""
    page = open_page(viewport={"width": 390, "height": 844})
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    addresses, sizes = {}, {}
    line.on(
        "Network.responseReceived",
        lambda event: addresses.update({event["requestId"]: event["response"]["url"]}),
    )
    line.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(request.param, wait_until="networkidle")
    return {addresses[name]: size for name, size in sizes.items() if name in addresses}


def test_page_weighs_at_most_60_kilobytes(travelled):
    assert sum(travelled.values()) <= 60_000, travelled


def test_page_without_its_fonts_weighs_at_most_30_kilobytes(travelled):
    rest = {address: size for address, size in travelled.items() if FONT not in address}
    assert sum(rest.values()) <= 30_000, rest
