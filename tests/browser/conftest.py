"""A real site and a real Chromium for the tests of this folder."""

import os
import re
import shutil
from contextlib import closing

import pytest
from playwright.sync_api import expect, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from tests.browser import site as sites
from tests.browser.desk import Desk
from tests.browser.site import ADMINISTRATOR, EDITOR, REVIEWER, SECOND, THIRD
from tests.browser.watch import Watch

BROWSERS = ("chromium", "chromium-browser")
# The browser talks to this computer only, and never of its own accord.
OPTIONS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
    "--no-proxy-server",
]
# Milliseconds for what is there at once on a computer with time.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
HERE = os.path.dirname(__file__)
# They begin first; a long one that began last would leave the other workers without work.
LONGEST = ("test_links", "test_pages", "test_narrow", "test_reflow")
WINDOW = re.compile(r"\b(wide|narrow|320 px|200 %)")


class Scheduling(LoadScopeScheduling):
    """A module's tests stay together, so that what they share is made once; those of each window, if it has several."""

    def _split_scope(self, nodeid):
        _, _, parameters = nodeid.partition("[")
        return " ".join([super()._split_scope(nodeid), *WINDOW.findall(parameters)])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Scheduling(config, log)


def pytest_collection_modifyitems(items):
    for item in items:
        if str(item.path).startswith(HERE):
            item.add_marker(pytest.mark.browser)
    items.sort(key=_place)


def _place(item):
    if item.get_closest_marker("browser") is None:
        return len(LONGEST) + 1
    return [*LONGEST, item.path.stem].index(item.path.stem)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    if report.failed and "site" in item.funcargs:
        report.sections.append(("What the site said", item.funcargs["site"].new_log()))
    return report


@pytest.fixture(scope="package")
def site(no_network, tmp_path_factory):
    with sites.running(tmp_path_factory.mktemp("site")) as site:
        yield site


def chromium_options():
    """Return how to start the system's Chromium: `executable_path` and `args`."""
    found = [path for path in map(shutil.which, BROWSERS) if path]
    if not found:
        pytest.fail("The browser tests need Chromium: apt-get install chromium")
    options = [*OPTIONS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {"executable_path": found[0], "args": options}


# Until the last test of this folder only: its event loop would forbid Django's queries in others.
@pytest.fixture(scope="package")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium_options())
        with closing(browser):
            yield browser


@pytest.fixture
def watch(site):
    return Watch(site.address)


@pytest.fixture
def open_page(chromium, site, watch):
    """Return a function that opens a page in a profile of its own, watched to the end."""
    contexts = []

    def open_page(**options):
        context = chromium.new_context(base_url=site.address, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return watch.on(context.new_page())

    yield open_page
    for context in contexts:
        context.close()
    assert watch.take() == []


@pytest.fixture(scope="package")
def sit_down(chromium, site):
    """Return a function that signs somebody in at a desk of their own."""
    contexts = []

    def sit_down(name):
        context = chromium.new_context(base_url=site.address)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch = Watch(site.address)
        return Desk(watch.on(context.new_page()), watch).sign_in(name, site.password)

    yield sit_down
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def editor(sit_down):
    return sit_down(EDITOR)


@pytest.fixture(scope="package")
def reviewer(sit_down):
    return sit_down(REVIEWER)


@pytest.fixture(scope="package")
def second(sit_down):
    return sit_down(SECOND)


@pytest.fixture(scope="package")
def third(sit_down):
    return sit_down(THIRD)


@pytest.fixture(scope="package")
def administrator(sit_down):
    return sit_down(ADMINISTRATOR)
