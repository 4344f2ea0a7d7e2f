"""Who a reference names, and how a source is named in running text."""

import pytest

from sources import citations
from tests.sources.test_citations import ALLEN, FEJER, HANKA, MURRAY, ONA, people, person


@pytest.mark.parametrize(
    ("count", "is_complete", "expected"),
    [
        (0, True, ""),
        (0, False, ""),
        (1, True, "A"),
        (1, False, "A, et al."),
        (6, True, "A, B, C, D, E, F"),
        (6, False, "A, B, C, D, E, F, et al."),
        (7, True, "A, B, C, D, E, F, et al."),
        (7, False, "A, B, C, D, E, F, et al."),
    ],
)
def test_authors_line_says_when_authors_are_missing(count, is_complete, expected):
    source = {"authors": people(*"ABCDEFG"[:count]), "authors_complete": is_complete}
    assert citations.authors_line(source) == expected


def test_authors_line_shortens_at_the_number_asked_for():
    assert citations.authors_line(ALLEN, at_most=2) == "Allen N, Jeremiah A, et al."


def test_authors_line_keeps_a_suffix():
    source = {"authors": [{"family": "Doe", "given": "Felix", "suffix": "Jr."}]}
    assert citations.authors_line(source) == "Doe F Jr"


GROUP, OTHER_GROUP = {"literal": "WHO, Committee on Ethics"}, {"literal": "LSD Study Group"}


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ([GROUP], "WHO, Committee on Ethics"),
        ([GROUP, OTHER_GROUP], "WHO, Committee on Ethics; LSD Study Group"),
        ([*people("Doe, Jane", "Roe, Ann"), GROUP], "Doe J, Roe A; WHO, Committee on Ethics"),
        ([GROUP, *people("Doe, Jane", "Roe, Ann")], "WHO, Committee on Ethics; Doe J, Roe A"),
        (
            [person("Doe, Jane"), GROUP, person("Roe, Ann")],
            "Doe J; WHO, Committee on Ethics; Roe A",
        ),
    ],
)
def test_authors_line_sets_off_corporate_authors_by_semicolons(authors, expected):
    """As Citing Medicine does: a comma may be part of a group's name."""
    assert citations.authors_line({"authors": authors}) == expected


def test_authors_line_of_groups_and_more_ends_with_others():
    source = {"authors": [GROUP], "authors_complete": False}
    assert citations.authors_line(source) == "WHO, Committee on Ethics, et al."


@pytest.mark.parametrize(("suffix", "expected"), [("III", "Gates WH 3rd"), ("Jr.", "Gates WH Jr")])
def test_authors_line_tells_a_generation(suffix, expected):
    source = {"authors": [{"family": "Gates", "given": "William H.", "suffix": suffix}]}
    assert citations.authors_line(source) == expected


def test_authors_line_finds_a_generation_behind_a_given_name():
    source = {"authors": [{"family": "Gates", "given": "William H. II"}]}
    assert citations.authors_line(source) == "Gates WH 2nd"


def test_authors_line_finds_a_generation_behind_a_family_name():
    source = {"authors": [{"family": "Gates Jr.", "given": "William H."}]}
    assert citations.authors_line(source) == "Gates WH Jr"


def test_authors_line_composes_letters_before_it_takes_the_first():
    source = {"authors": [{"family": "Doe", "given": "E\u0301lodie"}]}
    assert citations.authors_line(source) == "Doe É"


@pytest.mark.parametrize("given", ["", None])
def test_authors_line_takes_a_family_name_alone(given):
    assert citations.authors_line({"authors": [{"family": "Doe", "given": given}]}) == "Doe"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (HANKA, "Hanka 2026"),
        (ONA, "Ona & Bouso 2020"),
        (ALLEN, "Allen et al. 2024"),
        (MURRAY, "Murray et al. 2024"),
        (FEJER, "Fejer et al. n.d."),
        ({"authors": people("de Wit, H."), "year": 2022}, "de Wit 2022"),
        ({"authors": [{"literal": "WHO"}], "year": 2022}, "WHO 2022"),
        ({"title": "A short title", "year": 2022, "authors": []}, "A short title 2022"),
        (
            {"title": "A title that goes on and on until nobody reads it", "authors": None},
            "A title that goes on and on until… n.d.",
        ),
    ],
)
def test_label_names_authors_and_year(source, expected):
    assert citations.label(source) == expected


def test_list_in_unknown_order_gives_no_first_author():
    source = {"title": "Lessons from three trials", "year": 2024, "authors_in_order": False}
    source["authors"] = [{"family": "Fejer", "given": "George"}]
    assert citations.label(source) == "Lessons from three trials 2024"


def test_reference_says_that_the_order_of_authors_is_unknown():
    source = {"title": "Lessons", "authors_in_order": False}
    source["authors"] = [{"family": "Fejer", "given": "George"}]
    assert citations.authors_line(source) == "Fejer G [order of authors not known]"
