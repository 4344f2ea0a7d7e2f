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


@pytest.mark.parametrize("kind", ["book", "thesis", "online"])
def test_what_stands_in_no_whole_lacks_none(kind):
    data = "@xdata{d, institution = {Uni}}\n"
    assert first(f"@{kind}{{a, title = {{T}}, year = 2020, url = {{https://example.org/}}, xdata = {{d}}}}\n{data}").notes == ()  # fmt: skip


def test_whole_that_is_in_the_file_is_not_said_to_be_missing():
    found = first(PART.format("crossref") + "@proceedings{whole, publisher = {Nobody}}\n")
    assert found.notes[0] == (
        "It refers to “Whole”, which does not tell its year and journal or book:"
        " add what is missing."
    )


def test_part_takes_what_its_whole_takes_from_another():
    whole = "@proceedings{whole, title = {Invented Meeting}, xdata = {data}}\n"
    found = first(PART.format("crossref") + whole + "@xdata{data, year = 2019}\n")
    assert (found.fields["container_title"], found.fields["year"]) == ("Invented Meeting", 2019)
    assert found.notes == ()


def test_of_two_wholes_with_one_key_the_first_counts():
    found = first(PART.format("crossref") + WHOLE + WHOLE.replace("2019", "1999"))
    assert found.fields["year"] == 2019


def test_number_of_proceedings_in_their_series_is_no_issue_of_a_paper():
    found = first(PART.format("crossref") + WHOLE.replace("year", "number = 7, volume = 3, year"))
    assert "issue" not in found.fields
    assert found.fields["volume"] == "3"


def test_article_takes_the_issue_of_its_periodical():
    text = PART.format("crossref").replace("inproceedings", "article")
    whole = WHOLE.replace("proceedings", "periodical").replace("year", "number = 7, year")
    assert first(text + whole).fields["issue"] == "7"


def test_chapter_is_by_the_author_of_its_book():
    text = PART.format("crossref").replace("inproceedings", "inbook")
    book = "@book{whole, title = {Invented Book}, author = {Dorn, Ada}, year = 2019}\n"
    assert first(text + book).fields["authors"] == [{"family": "Dorn", "given": "Ada"}]


def test_paper_is_not_by_the_author_of_its_book():
    book = "@book{whole, title = {Invented Book}, author = {Dorn, Ada}, year = 2019}\n"
    assert "authors" not in first(PART.format("crossref") + book).fields


def test_whole_keeps_only_what_it_hands_on():
    fields = {"title": "T", "doi": "10.5555/w", "author": "Dorn, Ada", "note": "x" * 1000}
    assert bibtex_parents.handed_on("proceedings", fields) == {"title": "T"}


def test_whole_hands_on_no_text_that_is_no_name():
    fields = {"title": "x" * (bibtex_parents.LONGEST_TEXT + 1), "year": "2019"}
    assert bibtex_parents.handed_on("proceedings", fields) == {"year": "2019"}


def test_no_more_wholes_are_kept_than_anybody_names():
    most = bibtex_parents.MOST_WHOLES
    text = "".join(f"@inbook{{a, crossref = {{key{n}}}}}\n" for n in range(most + 9))
    assert len(bibtex_parents.named([text])) == most


def test_no_more_keys_are_read_than_anybody_writes():
    assert len(bibtex_parents.keys("a," * 1000)) == bibtex_parents.MOST_KEYS


def test_entry_that_refers_to_itself_is_read():
    assert titles(read_all(PART.format("crossref").replace("Whole", "part"))) == ["T"]


def test_reference_across_the_border_of_chunks_is_found():
    padding = "x" * (CHUNK - 60)
    text = f"@comment{{{padding}}}\n" + PART.format("crossref") + WHOLE
    assert first(text).fields["year"] == 2019


def test_file_without_references_is_looked_through_only():
    assert bibtex_parents.named(["@article{a, title = {T}}"]) == set()
