"""Keys of sources: readable, and each once."""

import pytest

from sources.keys import FreeKeys, suggested_key

HUTTEN = {"authors": [{"family": "Hutten", "given": "N"}], "year": 2020, "title": "Mood and more"}


@pytest.mark.parametrize(
    ("known", "key"),
    [
        (HUTTEN, "hutten2020mood"),
        (HUTTEN | {"authors": [{"family": "Müller-Łoś"}]}, "mulleros2020mood"),
        (HUTTEN | {"authors": [{"literal": "Study Group"}]}, "studygroup2020mood"),
        (HUTTEN | {"authors": []}, "anonymous2020mood"),
        (HUTTEN | {"authors": [{"family": "王"}]}, "anonymous2020mood"),
        (HUTTEN | {"year": None}, "huttenmood"),
        ({}, "anonymous"),
    ],
)
def test_key_is_made_of_author_year_and_word(known, key):
    assert suggested_key(known) == key


def test_taken_key_gets_a_letter():
    keys = FreeKeys({"hutten2020mood"})
    assert [keys.take(HUTTEN), keys.take(HUTTEN)] == ["hutten2020moodb", "hutten2020moodc"]


def test_letter_that_somebody_has_is_passed_over():
    assert FreeKeys({"hutten2020mood", "hutten2020moodb"}).take(HUTTEN) == "hutten2020moodc"


def test_numbers_follow_the_letters():
    keys = FreeKeys([])
    assert [keys.take(HUTTEN) for _ in range(28)][-3:] == [
        "hutten2020moodz", "hutten2020mood27", "hutten2020mood28",
    ]  # fmt: skip


def test_key_with_an_ending_stays_within_its_column():
    long = {"authors": [{"family": "a" * 50}], "year": 2020, "title": "b" * 50}
    keys = FreeKeys([])
    taken = [keys.take(long) for _ in range(40)]
    assert len(set(taken)) == 40
    assert max(map(len, taken)) <= 60
