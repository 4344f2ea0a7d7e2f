import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.exports.escaping import link, one_line, plain, sentence

MARKS = "\\`*_{}[]()#+-.!|~^$@<>&:;=%\"'/?, 12abix"
lines = st.text(st.sampled_from(MARKS), max_size=12).map(one_line).filter(bool)


def said(inlines):
    spaces = {"Space": " ", "SoftBreak": " "}
    return "".join(node["c"] if node["t"] == "Str" else spaces[node["t"]] for node in inlines)


@pytest.mark.parametrize("dialect", ["markdown-smart", "gfm-emoji-autolink_bare_uris"])
@given(texts=st.lists(lines, min_size=1, max_size=40))
@settings(max_examples=15)
def test_plain_text_reads_as_written_at_the_start_of_a_list_item(pandoc, dialect, texts):
    source = "\n".join(f"- {plain(text)}" for text in texts)
    (bullets,) = json.loads(pandoc(source, "-f", dialect, "-t", "json"))["blocks"]
    assert [said(item[0]["c"]) for item in bullets["c"]] == texts


@pytest.mark.parametrize("dialect", ["markdown-smart", "gfm-emoji-autolink_bare_uris"])
@given(texts=st.lists(lines, min_size=1, max_size=40))
@settings(max_examples=15)
def test_plain_text_reads_as_written_in_a_table(pandoc, dialect, texts):
    rows = "\n".join(f"| {plain(text)} | x |" for text in texts)
    source = f"| a | b |\n| - | - |\n{rows}"
    (table,) = json.loads(pandoc(source, "-f", dialect, "-t", "json"))["blocks"]
    cells = [row[1][0][4][0]["c"] for row in table["c"][4][0][3]]
    assert [said(cell) for cell in cells] == texts


@given(st.text())
def test_one_line_holds_no_control_character(text):
    line = one_line(text)
    assert not [character for character in line if unicodedata.category(character) in ("Cc", "Cs")]
    assert line == one_line(line)


def test_control_characters_become_spaces_and_hidden_ones_go():
    assert one_line("a\x00b\r\nc\td\x1be\u202ef\u200bg\ud800") == "a b c d efg\ufffd"


@pytest.mark.parametrize("text", ["Polito & Stevenson 2019", "P < 0.05, n = 20", "5-HT2A", "−1.2"])
def test_harmless_text_stays_readable(text):
    assert plain(text) == text


@pytest.mark.parametrize("text", ["<script>", "</p>", "<!-- x", "<a@b.c>"])
def test_nothing_reads_as_html(text):
    assert "<" not in plain(text)


def test_an_entity_is_shown_as_written():
    assert plain("&lt; &#60;") == r"&amp;lt; &\#60;"


def test_a_sentence_gets_one_end():
    assert [sentence(text) for text in ("So", "So.", "So?", "", None)] == [
        "So.",
        "So.",
        "So?",
        "",
        "",
    ]


@pytest.mark.parametrize("text", ["It asks “why?”", "And so…"])
def test_a_sentence_that_ends_in_a_quotation_gets_no_second_end(text):
    assert sentence(text) == text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "/path", "", None])
def test_a_link_leads_to_the_web_or_nowhere(address):
    assert link("x", address) == "x"


def test_an_address_cannot_end_its_link_or_its_cell():
    assert link("x", "https://e.org/a)b|c d<e>\n[f]") == (
        "[x](https://e.org/a%29b%7Cc%20d%3Ce%3E%20%5Bf%5D)"
    )
