"""Figures to take away: some addresses, and the words that stand in a file."""

import re
from xml.etree import ElementTree

from claims import argument
from claims.figures.registry import MECHANISM, OVERVIEW, figures
from claims.models import Claim

SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"
MOOD = "/claims/microdose-mood/figures/{}.{}"
OTHERS = [
    *(f"/figures/{figure.name}" for figure in figures() if figure.of == OVERVIEW),
    *(
        f"/mechanisms/enhanced-neuroplasticity/figures/{figure.name}"
        for figure in figures()
        if figure.of == MECHANISM
    ),
]


def words_of(response):
    root = ElementTree.fromstring(response.content)
    lines = [" ".join(part.text for part in text if part.text) for text in root.iter(f"{SVG}text")]
    return re.sub(r"\s+", " ", " ".join(lines))


def change(reviewer, statement="Microdosing lifts mood."):
    claim = Claim.objects.get(slug="microdose-mood")
    claim.statement = statement
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
