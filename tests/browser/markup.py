"""Reads a page by HTML's own rules: its errors, its links and the places they can lead to."""

from collections import Counter
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
from html5lib.constants import E as MEANINGS


class Markup:
    """What is asked of a page; not the page itself, of which a walk reads thousands."""

    def __init__(self, body, address):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        document = parser.parse(body, transport_encoding="utf-8")
        self.address = address
        self.title = (document.findtext("head/title") or "").strip()
        self.ids = Counter(one.get("id") for one in document.iter() if one.get("id"))
        self.links = self._links(document)
        # All of them; a strict parser would stop at the first.
        self.errors = [
            f"line {line}, column {column}: {MEANINGS[code] % details}"
            for (line, column), code, details in parser.errors
        ]

    def _links(self, document):
        """Return [(address, fragment)] of everything that the page refers to."""
        targets = {one.get("href") or one.get("src") for one in document.iter()} - {None, ""}
        found = {urldefrag(urljoin(self.address, target)) for target in targets}
        return sorted((address, unquote(fragment)) for address, fragment in found)
