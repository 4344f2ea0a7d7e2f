"""What other people's tools make of a summary, also of one that somebody wrote to break it."""

import io
import re
import zipfile
from collections import Counter

import pytest

from claims.exports.markdown import claim_summary
from claims.exports.volumes import mechanism_summary
from tests.claims.exports.reviewed import STATES, searched

DIALECTS = ["markdown", "gfm"]
NASTY = (
    "# - 1. > | * _ [x](javascript:alert(1)) <script>alert(1)</script> <b@c.de> `code` `<b>`{=html} "
    "~~s~~ x^2^ $y$ {.c} ![i](http://evil.example/i.png) [^1] &lt; \\ \\| @cite \x00\x1b\u202e\r\n\n# h\n- i\n"
    "| a | b |\n|---|---|\n```\n---\n"
)
# Whatever a person or another site wrote; the rest are codes, dates and keys of our own.
WRITTEN = {
    "statement",
    "article_says",
    "population",
    "dose",
    "comparator",
    "outcomes",
    "name",
    "summary",
    "words",
    "label",
    "outcome",
    "finding",
    "limitations",
    "locator",
    "note",
    "measure",
    "reason",
    "rob_note",
    "directness_note",
    "null_note",
    "override_reason",
    "use_reason",
    "title",
    "container_title",
    "volume",
    "issue",
    "pages",
    "family",
    "given",
    "literal",
    "funding_note",
    "coi_note",
    "dose_text",
    "extracted_by",
    "verified_by",
    "sentence",
    "affiliation",
    "raised_reason",
    "departure_reason",
    "lay_sentence",
    "rationale",
    "kinds",
    "text",
    "why_not",
    "signed_by",
    "changes",
    "said",
    "databases",
    "query",
    "by",
}
# Pandoc's own typography and the words themselves.
WORDS = {"Str", "Space", "SoftBreak", "Quoted", "SingleQuote", "DoubleQuote"}


def rows_of(text):
    return sum(line.startswith("| ") and not line.startswith("| ---") for line in text.splitlines())


def tables_of(text):
    return sum(line.startswith("| ---") for line in text.splitlines())


@pytest.mark.parametrize("dialect", DIALECTS)
def test_tables_stay_tables_in_html(pandoc, editions, dialect):
    for edition in editions:
        text = claim_summary(edition, base_url="https://kb.example.org")
        page = pandoc(text, "-f", dialect, "-t", "html").decode()
        assert page.count("<table") == tables_of(text) >= 3
        assert page.count("<tr") == rows_of(text)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_tables_stay_tables_in_word(pandoc, mood, tmp_path, dialect):
    text = claim_summary(mood)
    target = tmp_path / "summary.docx"
    pandoc(text, "-f", dialect, "-o", str(target))
    document = zipfile.ZipFile(io.BytesIO(target.read_bytes())).read("word/document.xml").decode()
    assert document.count("<w:tbl>") == tables_of(text)
    assert len(re.findall(r"<w:tr[ >]", document)) == rows_of(text)


def poisoned(tree, key=""):
    if isinstance(tree, dict):
        return {name: poisoned(branch, name) for name, branch in tree.items()}
    if isinstance(tree, list):
        return [poisoned(branch, key) for branch in tree]
    return NASTY + tree if isinstance(tree, str) and key in WRITTEN else tree


def shape(nodes):
    return Counter(kind for kind, _content in nodes if kind not in WORDS)


@pytest.mark.parametrize("dialect", ["markdown", "gfm-autolink_bare_uris"])
def test_no_text_marks_anything_up(parsed, editions, dialect):
    """Where the words are poisoned, the tree has the same headings, tables, cells and links."""
    for edition in editions[::3]:
        clean = shape(parsed(claim_summary(edition), dialect))
        edition.document = poisoned(edition.document)
        text = claim_summary(edition)
        assert "alert(1)" in text
        assert shape(parsed(text, dialect)) == clean


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("dialect", ["markdown", "gfm-autolink_bare_uris"])
def test_no_text_of_a_reviewer_marks_anything_up(parsed, mood, dialect, state):
    STATES[state](searched(mood.document))
    clean = shape(parsed(claim_summary(mood), dialect))
    mood.document = poisoned(mood.document)
    text = claim_summary(mood)
    assert text.count("alert(1)") > 100
    assert shape(parsed(text, dialect)) == clean


@pytest.mark.parametrize("dialect", ["markdown", "gfm-autolink_bare_uris"])
def test_no_text_of_a_mechanism_marks_anything_up(parsed, editions, dialect):
    chain = [edition for edition in editions if edition.mechanism == "enhanced-neuroplasticity"]
    clean = shape(parsed(mechanism_summary(chain), dialect))
    for edition in chain:
        edition.document = poisoned(edition.document)
    assert shape(parsed(mechanism_summary(chain), dialect)) == clean


def test_a_title_is_no_html_for_pandoc_either(pandoc, mood):
    mood.document = poisoned(mood.document)
    page = pandoc(claim_summary(mood), "-f", "markdown", "-t", "html", "-s").decode()
    assert "<script>" not in page
    assert "javascript:" not in "".join(re.findall(r'(?:href|src)="[^"]*"', page))


def test_a_bomb_of_brackets_is_only_long(parsed, mood):
    mood.document["evidence"][0]["finding"] = "[" * 20_000
    assert "Link" not in shape(parsed(claim_summary(mood).split("## References")[0], "gfm"))


def test_an_address_that_is_no_address_is_text(mood):
    for record in mood.document["sources"].values():
        record |= {"doi": None, "pmid": None, "pmcid": None, "url": "javascript:alert(1)"}
    assert "](javascript" not in claim_summary(mood)
