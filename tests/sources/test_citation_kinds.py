"""References to each kind of publication, in the forms of the National Library of Medicine."""

import pytest

from sources import citations
from sources.vocabulary import SourceType
from tests.sources.test_citations import people

PART = {
    "title": "A part",
    "container_title": "The whole",
    "year": 2020,
    "authors": people("Doe, Jane"),
    "doi": "10.1000/1",
}
ADDRESS = {"doi": None, "url": "https://example.org/a"}
AT = " Available from: https://example.org/a"


def reference(kind, **changes):
    return citations.vancouver(PART | {"type": kind} | changes)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("article-journal", "Doe J. A part. The whole. 2020:1-9. doi:10.1000/1"),
        ("article", "Doe J. A part. The whole [Preprint]. 2020:1-9. doi:10.1000/1"),
        ("report", "Doe J. A part. The whole; 2020. p. 1-9. doi:10.1000/1"),
        ("book", "Doe J. A part. The whole; 2020. p. 1-9. doi:10.1000/1"),
        ("chapter", "Doe J. A part. In: The whole; 2020. p. 1-9. doi:10.1000/1"),
        ("paper-conference", "Doe J. A part. In: The whole; 2020. p. 1-9. doi:10.1000/1"),
        ("thesis", "Doe J. A part [dissertation]. The whole; 2020. p. 1-9. doi:10.1000/1"),
        ("webpage", "Doe J. A part [Internet]. The whole; 2020. p. 1-9. doi:10.1000/1"),
    ],
)
def test_vancouver_tells_kinds_of_publication_apart(kind, expected):
    assert reference(kind, pages="1-9") == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("article-journal", "Doe J. A part. The whole [Internet]. 2020."),
        ("article", "Doe J. A part. The whole [Preprint]. 2020."),
        ("report", "Doe J. A part [Internet]. The whole; 2020."),
        ("book", "Doe J. A part [Internet]. The whole; 2020."),
        ("chapter", "Doe J. A part. In: The whole [Internet]; 2020."),
        ("paper-conference", "Doe J. A part. In: The whole [Internet]; 2020."),
        ("thesis", "Doe J. A part [dissertation on the Internet]. The whole; 2020."),
        ("webpage", "Doe J. A part [Internet]. The whole; 2020."),
    ],
)
def test_what_has_an_address_only_is_on_the_internet(kind, expected):
    assert reference(kind, **ADDRESS) == expected + AT


@pytest.mark.parametrize(
    "kind", [kind for kind in SourceType if kind not in ("article", "webpage")]
)
def test_what_has_an_identifier_is_not_said_to_be_on_the_internet(kind):
    assert "Internet" not in reference(kind, url="https://example.org/a")


@pytest.mark.parametrize("kind", ["article-journal", "article", "chapter"])
def test_medium_stands_behind_the_title_where_no_container_is_known(kind):
    assert reference(kind, container_title=None, **ADDRESS).startswith("Doe J. A part [")


@pytest.mark.parametrize("server", ["bioRxiv (preprint)", "bioRxiv [Preprint]", "bioRxiv"])
def test_preprint_is_called_so_once(server):
    found = reference("article", container_title=server)
    assert found == "Doe J. A part. bioRxiv [Preprint]. 2020. doi:10.1000/1"


def test_volume_and_number_of_a_report_stand_apart():
    found = reference("report", volume="2", issue="7", pages="1-9")
    assert found.endswith(" The whole; 2020. Vol. 2. No. 7. p. 1-9. doi:10.1000/1")


def test_unknown_year_of_a_book_is_said():
    assert " The whole; [date unknown]. " in reference("book", year=None)


def test_book_without_publisher_has_no_hole():
    assert reference("book", container_title=None) == "Doe J. A part. 2020. doi:10.1000/1"
