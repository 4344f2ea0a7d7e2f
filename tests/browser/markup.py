"""Reads a page by HTML's own rules: its errors, its links and the places they can lead to."""

from collections import Counter
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
from html5lib.constants import E as MEANINGS


class Markup:
    def __init__(self, body, address):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.address = address
        self.document = parser.parse(body, transport_encoding="utf-8")
        # All of them; a strict parser would stop at the first.
        self.errors = [
            f"line {line}, column {column}: {MEANINGS[code] % details}"
            for (line, column), code, details in parser.errors
        ]

    @property
    def title(self):
        return self.document.findtext("head/title").strip()

    @property
    def ids(self):
        return Counter(one.get("id") for one in self.document.iter() if one.get("id"))

    @property
    def links(self):
        """Return [(address, fragment)] of everything that the page refers to."""
        targets = [one.get("href") or one.get("src") for one in self.document.iter()]
        found = {urldefrag(urljoin(self.address, target)) for target in targets if target}
        return sorted((address, unquote(fragment)) for address, fragment in found)
