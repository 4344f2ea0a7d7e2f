"""Which records may be one publication entered twice."""

import time

import pytest

from sources.duplicates import MANY, possible_duplicates
from sources.models import Source

AUTHORS = [{"family": "Smith", "given": "Ann"}]


def papers(*titles, **fields):
    told = {"authors": AUTHORS, "year": 2024} | fields
    return [Source(pk=pk, title=title, **told) for pk, title in enumerate(titles, start=1)]


def found(sources):
    return [(one.pk, other.pk, why) for one, other, why in possible_duplicates(sources)]


def test_equal_titles_are_alike():
    assert found(papers("Mood under LSD.", "Sleep", "mood under lsd")) == [(1, 3, "same title")]


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Mood",
        "[Retracted] Mood",
        "Mood [Preprint].",
        "Mood (Retracted article. See vol. 9, pg. 1, 2020)",
        "Correction to: Mood",
        "Author Correction: Mood",
        "Retraction Note: Mood",
        "Expression of concern: Mood",
        "Mood (vol 9, pg 1, 2020)",
        "Corrigendum to “Mood” [J. Psychopharmacol. 34 (2020) 1–9]",
        "Corrigendum to: Mood [J. Psychopharmacol. 34 (2020) 1–9]",
        "Mood (vol 12, 1234, 2021)",
        "Mood (vol. 12, pp. 12-19, 2021)",
        "Withdrawal notice: Mood",
        "Withdrawal notice to “Mood”",
        "Withdrawal of: Mood",
    ],
)
def test_title_with_what_publishers_write_around_it_is_still_the_same(title):
    assert found(papers(title, "Mood")) == [(1, 2, "same title")]


@pytest.mark.parametrize(
    "title",
    ["Correction of mood", "Mood (vol 2)", "Mood (NCT04558294)", "Erratum", "Mood: retracted"],
)
def test_title_that_only_resembles_a_mark_is_another(title):
    assert found([*papers(title), Source(pk=2, title="Mood")]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Survey of users (wave 1 (2019))", "Survey of users (wave 2 (2020))"),
        ("Survey of users [wave 1 (2019)]", "Survey of users [wave 2 (2020)]"),
        ("Handbook (Vol. 1, basic science)", "Handbook (Vol. 2, clinical use)"),
        ("Handbook (Vol. 1, 2nd edition)", "Handbook (Vol. 2, 2nd edition)"),
        ("Withdrawal: clinical features of opioids", "Clinical features of opioids"),
        ("Withdrawal of “treatment” in trials", "Treatment in trials"),
        ("Correction for “multiple testing” in fMRI", "Multiple testing in fMRI"),
        ("Correction of “multiple testing” in fMRI", "Multiple testing in fMRI"),
        ("Depression (see Smith (2019))", "Depression"),
        ("Sleep of users (withdrawn patients)", "Sleep of users"),
    ],
)
def test_title_keeps_what_is_its_own(one, other):
    assert found([*papers(one), Source(pk=2, title=other)]) == []


@pytest.mark.parametrize("order", [1, -1])
def test_title_that_begins_another_of_one_author_and_year_is_alike(order):
    (pair,) = found(papers(*["Mood", "Mood: a trial"][::order]))
    assert pair == (1, 2, "same first author and year, and one title begins the other")


def test_title_that_begins_with_half_a_word_is_another():
    assert found(papers("Mood", "Moody people", "Mood swings")) == [
        (1, 3, "same first author and year, and one title begins the other")
    ]


def test_title_that_begins_another_of_another_year_is_another():
    assert found([*papers("Mood"), Source(pk=2, title="Mood swings", authors=AUTHORS)]) == []


def test_equal_registration_of_one_author_and_year_is_alike():
    pair = found(papers("Mood", "Sleep", registration="NCT04558294"))
    assert pair == [(1, 2, "same first author, year and registration")]


def test_of_very_many_alike_each_is_beside_the_first():
    number = MANY + 3
    pairs = found(papers(*["Editorial"] * number))
    assert [pair[:2] for pair in pairs] == [(1, other) for other in range(2, number + 1)]
    assert pairs[0][2] == "same title; 15 are alike so, each is shown beside the first only"


@pytest.mark.parametrize("title", ["Editorial", "Editorial {}", "Editorial" + " a" * 40 + "{}"])
def test_thousands_alike_are_found_in_seconds(title):
    sources = papers(*(title.format(number) for number in range(3000)), registration="NCT04558294")
    began = time.process_time()
    assert len(possible_duplicates(sources)) < 3000 * MANY
    assert time.process_time() - began < 5
