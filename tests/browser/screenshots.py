"""Pictures of every kind of page for docs/screenshots: `make screenshots`.

Each kind at 1280 and 390 px by day and by night, from its top to at most TALLEST px, and as it prints.
"""

import sys
import tempfile
from pathlib import Path

import django

django.setup()

from playwright.sync_api import sync_playwright  # noqa: E402

from tests.browser import site as sites  # noqa: E402
from tests.browser.conftest import chromium_options  # noqa: E402
from tests.browser.places import PLACES  # noqa: E402

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "screenshots"
WIDTHS, SCHEMES = (1280, 390), ("light", "dark")
TALLEST = 1600
QUALITY = 45
# One of each template; what only differs by its filter or its claim looks the same.
KINDS = (
    "overview",
    "article",
    "mechanism-enhanced-neuroplasticity",
    "claims",
    "claim-large",
    "claim-what-if",
    "editions",
    "compare-chain",
    "sources",
    "source-with-notice",
    "search-found",
    "tag",
    "tour",
    "glossary",
    "methods",
    "methods-criticisms",
    "methods-constants",
    "safety",
    "reviewers",
    "overdue",
    "take-away",
    "api",
    "missing",
)


def take(browser, site, place):
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(
                base_url=site.address,
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
            )
            page = context.new_page()
            page.goto(place.path)
            _save(page, width, f"{place.kind}-{width}-{scheme}.jpg")
            if (width, scheme) == (WIDTHS[0], "light"):
                page.emulate_media(media="print")
                page.set_viewport_size({"width": 794, "height": 1123})
                _save(page, 794, f"{place.kind}-print.jpg")
            context.close()


def _save(page, width, name):
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=FOLDER / name, type="jpeg", quality=QUALITY, clip=clip, full_page=True)


def contents():
    """Return the page that shows every picture."""
    lines = ["# Screenshots", "", "Taken by `make screenshots` on the shipped corpus.", ""]
    for kind in KINDS:
        names = [f"{kind}-{width}-{scheme}" for width in WIDTHS for scheme in SCHEMES]
        lines += [f"## {kind}", ""]
        lines += [f"![{name}]({name}.jpg)" for name in [*names, f"{kind}-print"]]
        lines += [""]
    return "\n".join(lines)


def main():
    kinds = {place.kind: place for place in PLACES}
    if missing := [kind for kind in KINDS if kind not in kinds]:
        sys.exit(f"tests/browser/places.py has no page of the kind {', '.join(missing)}.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.jpg"):
        old.unlink()
    (FOLDER / "README.md").write_text(contents())
    with (
        tempfile.TemporaryDirectory() as scratch,
        sites.running(Path(scratch)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**chromium_options())
        for kind in KINDS:
            take(browser, site, kinds[kind])
        browser.close()


if __name__ == "__main__":
    main()
