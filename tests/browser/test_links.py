"""A walk over every link of the reader pages, with plain HTTP."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.markup import Markup

# About twice what the corpus makes; a plain page that links to ever more pages would pass any number.
MOST_PAGES = 5000
CLAIMS = 19
# As many as the site answers side by side; the next are on their way while one is read.
AT_ONCE, BATCH = 4, 40


@dataclass
class Walk:
    """What each address of the site answered."""

    site: object
    statuses: dict = field(default_factory=dict)
    pages: dict = field(default_factory=dict)

    def take(self):
        waiting = [f"{self.site.address}/"]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            while waiting and len(self.statuses) <= MOST_PAGES:
                batch, waiting = waiting[:BATCH], waiting[BATCH:]
                for address, answer in zip(batch, pool.map(self.ask, batch), strict=True):
                    waiting += self.visit(address, answer)
                waiting = [one for one in dict.fromkeys(waiting) if one not in self.statuses]
        return self

    def ask(self, address):
        return self.site.get(address.removeprefix(self.site.address))

    def visit(self, address, answer):
        """Note the page and return where on the site it leads; the desk is not for readers.

        A filtered page, sorted page or what-if leads to ever more of them, and else only where its plain page does.
        """
        self.statuses[address] = answer.status
        if answer.media_type != "text/html":
            return []
        page = self.pages[address] = Markup(answer.body, address)
        if parse_qs(urlsplit(address).query).keys() - {"page"}:
            return []
        own, desk = f"{self.site.address}/", f"{self.site.address}/admin/"
        return [to for to, _ in page.links if to.startswith(own) and not to.startswith(desk)]

    def linking_to(self, address):
        return [page.address for page in self.pages.values() if address in dict(page.links)]


@pytest.fixture(scope="module")
def walk(site):
    return Walk(site).take()


def test_walk_comes_to_an_end(walk):
    assert len(walk.statuses) <= MOST_PAGES


def test_walk_finds_every_claim(walk):
    assert sum("/editions/" in address for address in walk.pages) >= CLAIMS


def test_every_link_leads_to_a_page(walk):
    dead = [
        f"{status} for {address}, linked from {walk.linking_to(address)[:3]}"
        for address, status in walk.statuses.items()
        if status != 200
    ]
    assert not dead, "\n".join(dead)


def test_every_fragment_is_on_its_page(walk):
    missing = [
        f"{page.address} links to {address}#{fragment}"
        for page in walk.pages.values()
        for address, fragment in page.links
        if fragment and address in walk.pages and fragment not in walk.pages[address].ids
    ]
    assert not missing, "\n".join(missing)


def test_every_page_is_strict_html(walk):
    wrong = [f"{page.address} {error}" for page in walk.pages.values() for error in page.errors]
    assert not wrong, "\n".join(wrong)


def test_no_id_stands_twice_on_a_page(walk):
    twice = [
        f"{page.address} has {name} {times} times"
        for page in walk.pages.values()
        for name, times in page.ids.items()
        if times > 1
    ]
    assert not twice, "\n".join(twice)
