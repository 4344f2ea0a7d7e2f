"""Answers in the forms of the real services, about papers that nobody wrote (tests/data/services)."""

import json
from pathlib import Path

from tests.sources.intake.service_server import works

FILES = Path(__file__).parents[2] / "data" / "services"
XML = {"Content-Type": "text/xml; charset=UTF-8"}
NO_SUMMARY = {"uid": "99000002", "error": "cannot get document summary"}


def work(**changes):
    """Return Crossref's work with changed fields; a None takes one out."""
    given = json.loads((FILES / "crossref_work.json").read_text())["message"] | changes
    return {name: value for name, value in given.items() if value is not None}


def crossref(**changes):
    return works(**({"updated-by": None} | work(**changes)))


def article(*changes):
    """Return PubMed's article as efetch sends it, with pairs of old and new text in it."""
    text = (FILES / "pubmed_article.xml").read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def pubmed(*changes):
    return 200, article(*changes), XML


def pubmed_nothing():
    return 200, (FILES / "pubmed_nothing.xml").read_bytes(), XML


def summary(changed=None):
    """Return PubMed Central's summary, or with `changed` in place of the one article's."""
    given = json.loads((FILES / "pmc_summary.json").read_text())
    if changed is not None:
        given["result"]["99000002"] = changed
    return 200, json.dumps(given).encode(), {}
