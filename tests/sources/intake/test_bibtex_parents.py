"""What an entry of BibTeX takes from another one of the file."""

import pytest

from sources.intake import bibtex_parents
from sources.intake.text_files import CHUNK
from tests.sources.intake.reading_files import read_all, titles

PART = '@inproceedings{{part, title = {{T}}, doi = {{10.5555/a}}, {} = "Whole"}}\n'
WHOLE = "@proceedings{whole, title = {Invented Meeting}, year = 2019, doi = {10.5555/w}}\n"


def first(text):
    return read_all(text)[0]


@pytest.mark.parametrize("text", [PART.format("crossref") + WHOLE, WHOLE + PART.format("crossref")])
def test_part_takes_title_and_year_of_its_whole_wherever_that_stands(text):
    [part] = [one for one in read_all(text) if one.fields["title"] == "T"]
    assert part.fields["container_title"] == "Invented Meeting"
    assert part.fields["year"] == 2019
    assert part.notes == ()


def test_part_keeps_its_own_identifier():
    assert first(PART.format("crossref") + WHOLE).fields["doi"] == "10.5555/a"


def test_part_takes_no_identifier_of_its_whole():
    found = first(PART.format("crossref").replace("doi", "note") + WHOLE)
    assert "doi" not in found.fields


def test_part_with_a_date_of_its_own_takes_none():
    found = first(PART.format('month = "mar", year = 2020, crossref') + WHOLE)
    assert (found.fields["year"], found.fields["month"]) == (2020, 3)


def test_fields_held_for_others_are_shared_and_no_record():
    text = PART.format("year = 2020, xdata") + "@xdata{whole, booktitle = meeting}\n"
    found = read_all('@string{meeting = "Invented Meeting"}\n' + text)
    assert [one.fields["container_title"] for one in found] == ["Invented Meeting"]


def test_what_the_whole_does_not_tell_is_told():
    found = first(PART.format("crossref") + "@proceedings{whole, title = {Invented Meeting}}\n")
    assert "does not tell its year" in found.notes[0]


def test_entry_that_refers_to_itself_is_read():
    assert titles(read_all(PART.format("crossref").replace("Whole", "part"))) == ["T"]


def test_reference_across_the_border_of_chunks_is_found():
    padding = "x" * (CHUNK - 60)
    text = f"@comment{{{padding}}}\n" + PART.format("crossref") + WHOLE
    assert first(text).fields["year"] == 2019


def test_file_without_references_is_looked_through_only():
    assert bibtex_parents.named(["@article{a, title = {T}}"]) == set()


def test_swallowed_field_is_reported():
    found = read_all("@article{a,\n title = {T}\n doi = {10.5555/a}\n}\n@misc{b, title = {U}}\n")
    assert found[0].what.startswith("A comma is missing")
