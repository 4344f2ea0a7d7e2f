import pytest

from sources.formats.remarks import line, names, remarks
from tests.sources.formats.records import CORPUS


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (5, "5"), (" a\r\nb\x00c ", "a b c"), ("a\u202eb\u202c", "ab"), ("e\u0301", "é")],
)
def test_line_is_one_line_of_plain_text(value, expected):
    assert line(value) == expected


def test_marks_of_single_letters_stay():
    assert line("א\u200fב") == "א\u200fב"


def test_empty_parts_of_a_name_are_left_out():
    authors = [{"family": "Smallwood", "given": ""}, {"given": "Plato"}, {}]
    assert names({"authors": authors}) == [{"family": "Smallwood"}, {"literal": "Plato"}]


@pytest.mark.parametrize(
    ("kind", "is_reviewed", "expected"),
    [
        ("article-journal", True, []),
        ("article-journal", False, ["Peer reviewed: no"]),
        ("article", False, []),
        ("report", True, ["Peer reviewed: yes"]),
    ],
)
def test_peer_review_is_told_where_the_type_does_not_tell_it(kind, is_reviewed, expected):
    record = CORPUS[0] | {"type": kind, "peer_reviewed": is_reviewed, "registration": None}
    assert remarks(record) == expected


def test_unknown_order_of_authors_is_told():
    record = CORPUS[0] | {"registration": None, "authors_in_order": False}
    assert remarks(record) == ["Order of authors not known"]


@pytest.mark.parametrize(
    ("is_complete", "expected"), [(True, []), (None, []), (False, ["Author list incomplete"])]
)
def test_authors_not_all_known_are_told(is_complete, expected):
    record = CORPUS[0] | {"registration": None, "authors_complete": is_complete}
    assert remarks(record) == expected
