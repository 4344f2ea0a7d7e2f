"""Corpus files that are refused, and in which words."""

import pytest
from django.core.management import CommandError, call_command

from tests.claims.corpus_files import counts, edit, problems
from tests.people import make_source

pytestmark = pytest.mark.django_db


def unknown_key(rows):
    rows[3]["colour"] = "blue"


def missing_key(rows):
    del rows[3]["direction"]


def unknown_enumeration(rows):
    rows[3]["direction"] = "proves"


def number_as_text(rows):
    rows[3]["n_analysed"] = "80"


def flag_as_number(rows):
    rows[3]["paired"] = 1


def missing_source(rows):
    rows[3]["source"] = "smith2021x"


def duplicate(rows):
    rows.append(dict(rows[3]))


def markdown_bomb(rows):
    rows[3]["finding"] = "[" * 20_000


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (unknown_key, "colour: unknown key; remove it"),
        (missing_key, "direction: missing; write null"),
        (unknown_enumeration, "direction: Value 'proves' is not a valid choice"),
        (number_as_text, "n_analysed: '80' is not a whole number or null"),
        (flag_as_number, "paired: 1 is not true or false"),
        (missing_source, "unknown source 'smith2021x'; add it to sources.json first"),
        (duplicate, "keep one"),
        (markdown_bomb, "finding: "),
    ],
)
def test_broken_evidence_is_named_with_file_and_remedy(small_files, spoil, words):
    edit(small_files, "evidence", spoil)
    (problem,) = problems(small_files)
    assert problem.startswith("evidence.json, ")
    assert words in problem


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("doi", "https://doi.org/10.1038/S41398", "Write it as 10.1038/s41398."),
        ("doi", "ten", "Not a DOI"),
        ("title", "", "title: "),
        ("title", "x\x00y", "control characters"),
        ("status", "gone", "'gone' is not one of"),
        ("substances", ["aspirin"], "Choose among"),
        ("month", 13, "A day needs a month"),
        ("authors", [{"name": "Allen"}], "Give a list of names"),
        ("year", True, "year: True is not a whole number or null"),
    ],
)
def test_broken_source_is_named(small_files, field, value, words):
    edit(small_files, "sources", lambda rows: rows[0].update({field: value}))
    (problem,) = problems(small_files)
    assert words in problem


def test_all_problems_are_told_at_once(small_files):
    edit(small_files, "sources", lambda rows: rows[0].update(doi="ten"))
    edit(small_files, "evidence", unknown_enumeration)
    edit(small_files, "claims", lambda rows: rows[0].update(kind="rumour"))
    assert len(problems(small_files)) == 3


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", "[", '[{"slug": "a", "slug": "b"}]', "[NaN]", "[" * 100_000],
    ids=["empty", "object", "numbers", "cut", "twice", "nan", "deep"],
)
def test_file_that_is_no_list_of_records_is_refused(small_files, text):
    (small_files / "claims.json").write_text(text)
    assert problems(small_files)[0].startswith("claims.json, file: ")


def test_file_that_is_not_utf_8_is_refused(small_files):
    (small_files / "claims.json").write_bytes(b"[\xff]")
    assert "UTF-8" in problems(small_files)[0]


def test_missing_file_is_refused(small_files):
    (small_files / "claims.json").unlink()
    assert problems(small_files) == ["claims.json, file: missing; a corpus has all four files"]


def test_second_doi_is_refused(small_files):
    edit(small_files, "sources", lambda rows: rows[1].update(doi=rows[0]["doi"]))
    assert "second doi" in problems(small_files)[0]


def test_review_that_includes_itself_in_a_circle_is_refused(small_files):
    def circle(rows):
        reviews = [row for row in rows if row["review"]][:2]
        reviews[0]["review"]["includes"] = [reviews[1]["key"]]
        reviews[1]["review"]["includes"] = [reviews[0]["key"]]

    edit(small_files, "sources", circle)
    assert "circle" in problems(small_files)[0]


def test_source_that_nobody_could_find_is_refused_with_the_remedy(small_files):
    names = dict.fromkeys(("doi", "pmid", "pmcid", "registration", "url"))
    edit(small_files, "sources", lambda rows: rows[0].update(names))
    (problem,) = problems(small_files)
    assert "Give at least one of DOI, PubMed number" in problem


def test_identifier_of_another_source_in_the_library_is_refused(editor, small_files):
    make_source(by=editor, key="mine", doi="10.1038/s41398-024-02900-4")
    assert "belongs to mine of the library" in problems(small_files)[0]


def test_broken_corpus_writes_nothing(small_files):
    edit(small_files, "evidence", unknown_enumeration)
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_corpus", small_files)
    assert counts() == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ({1: "nobody1900"}, "unknown source 'nobody1900'; add it to sources.json first"),
        ({1: 1}, "in a circle; break it"),
        ({1: 2, 2: 0}, "is itself a version; name the last one"),
        ({1: ["a"]}, "version_of: ['a'] is not a key of sources.json"),
    ],
)
def test_version_that_cannot_be_is_refused(small_files, of, words):
    def link(rows):
        keys = [row["key"] for row in rows]
        for place, article in of.items():
            rows[place]["version_of"] = keys[article] if isinstance(article, int) else article

    edit(small_files, "sources", link)
    assert any(words in problem for problem in problems(small_files))
