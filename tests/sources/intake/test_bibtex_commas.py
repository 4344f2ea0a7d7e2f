"""A comma that is missing between two fields, and what only looks like it."""

import pytest

from sources.intake.record import Record
from sources.intake.text_files import MAX_BLOCK
from tests.sources.intake.reading_files import read_all

ENTRY = "@article{{a,\n title = {},\n url = {{https://example.org/}}\n}}\n"


@pytest.mark.parametrize(
    "value",
    [
        "{T}\n doi = {10.5555/a}",
        '"T"\n doi = "10.5555/a"',
        "{T}\n year = 2020",
        "{T}  \n\n  month = jan",
        '"A" # "B"\n doi = {10.5555/a}',
        '"T {"} of"\n doi = {10.5555/a}',
        "{T}, year = 2020\n doi = {10.5555/a}",
        "{T {x}\n y = {z}}\n doi = {10.5555/a}",
    ],
)
def test_field_without_a_comma_before_it_is_reported(value):
    [found] = read_all(ENTRY.format(value))
    assert found.what.startswith("A comma is missing")


@pytest.mark.parametrize(
    "value",
    [
        "{T}, abstract = {We set {alpha}\n beta = {0.05} and so on.}",
        '{T}, annote = {He said "no"\n p = "0.05" to all}',
        '"T", annote = "It is {"x"}\n p = {0.05} of all"',
        '"T", note = "a" # {b {c}\n d = {e}}',
        "{T}, annote = {A \\} brace\n p = {0.05}}",
    ],
)
def test_equation_within_a_field_is_no_other_field(value):
    [found] = read_all(ENTRY.format(value))
    assert isinstance(found, Record)
    assert found.fields["title"] == "T"


@pytest.mark.parametrize("sign", ['"', "{}", "} {", "x"])
def test_page_of_line_ends_behind_a_sign_is_read_in_one_go(sign):
    """Looked at again from each line end, it takes the better part of an hour."""
    empty = "\n" * (MAX_BLOCK - 1000)
    [found] = read_all(ENTRY.format(f"{{T}}, annote = {{a = {{{sign}{empty}}}}}"))
    assert found.fields["title"] == "T"
