"""How long, how rich and how deep prose may be; what goes beyond is refused and shown bare."""

import pytest
from django.core.exceptions import ValidationError

from microdose_kb import prose
from tests.microdose_kb.parsed import elements


def line(characters, count):
    return characters * count


ALLOWED = [
    line("a", prose.MAX_LENGTH),
    line("[", 200),
    line("*", 400),
    line("_a", 400),
    line("`", 400),
    line("<", 300),
    line("&", 300),
    line("a\n", 300),
    line("a\r\n", 300),
    line("> ", 6) + "a",
    line("- ", 6) + "a",
    line("> ", 3) + line("    ", 2) + "- a",
    "a\tb\r\nc",
    "",
]
REFUSED = [
    (line("a", prose.MAX_LENGTH + 1), "shorten it to 10,000"),
    (line("[", 201), "too many square brackets; use 200"),
    (line("![", 201), "too many square brackets"),
    (line("[](", 201), "too many square brackets"),
    (line("*", 401), "too many asterisks, underscores and backticks; use 400"),
    (line("*_`", 134), "too many asterisks"),
    (line("_a", 401), "too many asterisks"),
    (line("<", 301), "too many angle brackets and ampersands; use 300"),
    (line("<&", 151), "too many angle brackets"),
    (line("a\n", 301), "too many lines; use 300"),
    (line("a\r", 301), "too many lines"),
    ("a\r" + line("> ", 7), "nested too deeply"),
    (line("> ", 7), "nested too deeply; use 6"),
    (line(">", 7), "nested too deeply"),
    (line("- ", 7) + "a", "nested too deeply"),
    (line("1. ", 7) + "a", "nested too deeply"),
    (line("> - ", 4) + "a", "nested too deeply"),
    ("a\n\n" + line("    ", 7) + "- a", "nested too deeply"),
    (line("\t", 7) + "- a", "nested too deeply"),
    (line("> ", 4) + line("    ", 3) + "- a", "nested too deeply"),
    ("ab\x00", r"U\+0000\) at position 3"),
    ("\x02klzzwxh:0000\x03", r"U\+0002"),
    ("a\x1bb", r"U\+001B"),
    ("a\x85b", r"U\+0085"),
    ("a\u202eb", r"U\+202E"),
    ("a\ud800b", r"U\+D800"),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_check_lets_sane_prose_pass(text):
    assert prose.check(text) is None


@pytest.mark.parametrize(("text", "remedy"), REFUSED)
def test_check_refuses_with_the_remedy(text, remedy):
    with pytest.raises(prose.ProseTooComplex, match=remedy):
        prose.check(text)


@pytest.mark.parametrize("text", [text for text, _ in REFUSED])
def test_render_gives_refused_text_as_one_paragraph(text):
    assert [element.tag for element in elements(prose.render(text))] == ["p"]


def test_render_escapes_refused_text():
    assert prose.render("<b>*a*</b>\x00") == "<p>&lt;b&gt;*a*&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    "text",
    [
        line("*a _b ", 100) + line(" b_ a*", 100),
        line("*", 200) + "a" + line("*", 200),
        line("[*a ", 150) + line("*](http://b.example)", 150),
        "".join(f"{'    ' * depth}- {'> ' * (5 - depth)}a\n" for depth in range(5)),
    ],
)
def test_render_survives_the_deepest_nesting_allowed(text):
    assert elements(prose.render(text))


def test_validate_prose_gives_the_remedy():
    with pytest.raises(ValidationError, match="shorten it"):
        prose.validate_prose("a" * 10_001)


def test_validate_prose_lets_sane_prose_pass():
    assert prose.validate_prose("A *sane* text.") is None
