"""The one sentence of a what-if."""

import pytest

from claims.what_if import Answer, RatedDocument
from claims.what_if_words import change_words, sentence
from tests.claims.what_if_documents import document_of, make_item

REAL = Answer("probably-supported", "moderate", 3)


@pytest.fixture
def evidence():
    items = [
        make_item("first", basis="abstract"),
        make_item("second", basis="abstract", n_analysed=12),
        make_item("third", outcome_kind="self-report", blinding="broken"),
        make_item("third-too", source="third", study="third", blinding="not-applicable"),
    ]
    return RatedDocument(document_of(items))


def said(evidence, text):
    asked = evidence.parse(text)
    return sentence(evidence, asked, evidence.answer(asked))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer("insufficient", None, 0), "nothing is left to count"),
        (Answer("insufficient", "very-low", 2), "another answer"),
        (Answer("possibly-supported", "low", 2), "less certain"),
        (Answer("supported", "high", 2), "more certain"),
        (Answer("probably-supported", "moderate", 2), "stays as it is"),
    ],
)
def test_change_is_told_in_few_words(answer, words):
    assert change_words(REAL, answer) == words


def test_nothing_left_out_is_said(evidence):
    assert said(evidence, "").startswith("Nothing is left out yet: the rule suggests “")


def test_one_switch_names_its_studies(evidence):
    assert said(evidence, "abstract-only").startswith("Without the 2 studies read only as abstracts, the rule")  # fmt: skip


def test_several_switches_are_told_apart(evidence):
    assert said(evidence, "abstract-only,small,animals").startswith(
        "Without 2 studies (2 read only as abstracts; none in animals or cells; "
        "1 with fewer than 20 people), the rule"
    )


def test_one_study_is_named(evidence):
    assert said(evidence, "study:first").startswith("Without First, the rule")


def test_study_that_keeps_results_is_said_to(evidence):
    assert said(evidence, "unblinded").startswith(
        "Without the 1 study (only some of its results) where people knew"
    )


def test_switch_that_fits_nothing_says_so(evidence):
    assert said(evidence, "animals").startswith(
        "With no counted study left out, the rule's suggestion stays “"
    )


def test_floor_leaves_no_study_out(evidence):
    assert said(evidence, "blinding-floor").startswith(
        "With 1 study read as if blinding had held, the rule"
    )


def test_floor_joins_what_is_left_out(evidence):
    assert said(evidence, "blinding-floor,study:first").startswith(
        "Without First and with 1 study read as if blinding had held, the rule"
    )


def test_floor_counts_only_what_is_still_there(evidence):
    (raised,) = evidence.counted.intersection(evidence.lifted())
    assert "with no study read as if" in said(evidence, f"blinding-floor,study:{raised}")


def test_nothing_left_to_count_is_said(evidence):
    assert ", nothing is left to count; on everything, the rule suggests “" in said(
        evidence, "study:first,study:second,study:third"
    )


def test_change_names_both_answers(evidence):
    assert said(evidence, "study:third") == (
        "Without Third, the rule would suggest “Possibly supported” (Low certainty) "
        "instead of “Probably supported” (Moderate certainty)."
    )
