"""Authors in RIS, under AU, under A1, or under both."""

import pytest

from sources.intake import names, ris_authors
from sources.validators import MAX_AUTHORS
from tests.sources.intake.reading_files import fields, read_all


def record(*lines):
    return "\n".join(["TY  - JOUR", "TI  - T", "DO  - 10.5555/a", *lines, "ER  - ", ""])


def test_authors_under_both_tags_are_all_kept():
    found = fields(record("A1  - Dorn, Ada", "AU  - Eyck, Bo"))
    assert [one["family"] for one in found["authors"]] == ["Dorn", "Eyck"]


def test_author_whom_both_tags_name_is_kept_once():
    found = fields(record("A1  - Dorn, Ada", "AU  - Dorn, A.", "AU  - Eyck, Bo"))
    assert [one["family"] for one in found["authors"]] == ["Dorn", "Eyck"]


def named(*lines):
    """Return "family given" of each author, or the name of a group."""
    return [" ".join(one.values()) for one in fields(record(*lines)).get("authors", ())]


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (
            ["A1  - Smith, John", "AU  - Smith, Anna", "AU  - Wang, Hui"],
            ["Smith John", "Smith Anna", "Wang Hui"],
        ),
        (["A1  - Smith, John", "AU  - Smith, Jane"], ["Smith John", "Smith Jane"]),
        (["A1  - Smith, J. A.", "AU  - Smith, J. B."], ["Smith J. A.", "Smith J. B."]),
        (["A1  - Smith, John, Sr.", "AU  - Smith, John, Jr."], ["Smith John Sr.", "Smith John Jr."]),
        (
            ["A1  - Wang, Li", "A1  - Doe, J", "AU  - Wang, Hui"],
            ["Wang Li", "Doe J", "Wang Hui"],
        ),
        (
            ["A1  - Wang, L.", "A1  - Wang, Lin", "AU  - Wang, Li"],
            ["Wang Lin", "Wang Li"],
        ),
    ],
)  # fmt: skip
def test_two_authors_of_one_family_name_under_both_tags_are_both_kept(lines, authors):
    assert named(*lines) == authors


@pytest.mark.parametrize(
    "name", ["Wang L", "Wang, L.", "Wang, L. M.", "Wang, LM", "WANG, Li", "Wang, Li; et al."]
)
def test_author_under_both_tags_in_other_words_is_kept_once(name):
    assert named(f"A1  - {name}", "AU  - Wang, Li") == ["Wang Li"]


def test_group_under_both_tags_is_kept_once():
    assert named("A1  - Nowhere Group", "AU  - Nowhere Group,") == ["Nowhere Group"]


def test_authors_of_whom_others_follow_under_a1_alone_stay_incomplete():
    found = fields(record("A1  - Dorn, Ada; et al.", "AU  - Eyck, Bo"))
    assert [one["family"] for one in found["authors"]] == ["Dorn", "Eyck"]
    assert found["authors_complete"] is False


@pytest.mark.parametrize(("name", "notes"), [("Dorn, Ada", (ris_authors.BOTH,)), ("Eyck, B", ())])
def test_author_under_a1_alone_is_told(name, notes):
    [found] = read_all(record(f"A1  - {name}", "AU  - Eyck, Bo"))
    assert found.notes == notes


def test_authors_of_a_record_that_names_tens_of_thousands_twice_are_cut_with_a_note():
    lines = [f"{tag}  - Smith, A{number % 10}x" for tag in ("A1", "AU") for number in range(25_000)]
    [found] = read_all(record(*lines))
    assert len(found.fields["authors"]) == MAX_AUTHORS
    assert names.TOO_MANY.format(MAX_AUTHORS) in found.notes
