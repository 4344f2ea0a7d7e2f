import pytest

from claims.rating.causes import FLOOR_TOLD, NOT_DIRECT
from claims.rating.floors import FLOORS_ALWAYS, FLOORS_FOUND_EFFECT
from claims.rating.items import Question
from claims.rating.tables import DIRECTNESS_STEP
from tests.claims.rating.bodies import both_ways, make_review, make_trial, make_trials, words


def test_bias_counts_the_causes():
    unread = {"risk_of_bias": "not-assessed", "basis": "abstract"}
    items = [*make_trials(5, **unread), make_trial("x", design="self-blinded-rct", **unread)]
    assert words("risk of bias", items) == (
        "Risk of bias, −1: of 6 studies that carry the answer, 6 have not been assessed,"
        " 6 were read only as an abstract and 1 blinded itself."
    )


def test_bias_of_one_study_is_told_without_counting():
    assert words("risk of bias", make_trials(1, risk_of_bias="not-assessed", blinding="untested")) == (
        "Risk of bias, −1: the study that carries the answer has not been assessed and found the"
        " effect by rating without a test of blinding."
    )  # fmt: skip


def test_two_steps_for_bias_name_only_what_weighs_two():
    items = make_trials(2, blinding="broken", basis="abstract")
    assert words("risk of bias", items) == (
        "Risk of bias, −2: of 2 studies that carry the answer, 2 found the effect by rating while"
        " people could tell what they took."
    )


def test_judged_bias_is_a_cause():
    assert words("risk of bias", make_trials(3, risk_of_bias="some-concerns")) == (
        "Risk of bias, −1: of 3 studies that carry the answer, 3 were judged to have some concerns."
    )


def test_bias_inside_a_review_is_a_cause():
    assert words("risk of bias", [make_review(included_rob="high")]) == (
        "Risk of bias, −2: the review that carries the answer gathered studies at high risk."
    )


def test_no_bias_is_told_truly():
    assert words("risk of bias", make_trials()) == (
        "Risk of bias, 0: all 3 studies that carry the answer were judged to be at low risk."
    )


def test_bias_of_a_minority_is_told_although_nothing_is_taken_off():
    items = [*make_trials(), make_trial("x", risk_of_bias="not-assessed")]
    assert words("risk of bias", items) == (
        "Risk of bias, 0: of 4 studies that carry the answer, 1 has not been assessed; less than"
        " half of the weight loses a level for it."
    )


def test_bias_that_a_low_start_allows_for_is_told():
    items = make_trials(2, design="open-label", risk_of_bias="some-concerns")
    assert words("risk of bias", items) == (
        "Risk of bias, 0: of 2 studies that carry the answer, 2 were judged to have some concerns;"
        " a low start already allows for that."
    )


def test_split_evidence_has_studies_that_decide():
    assert words("risk of bias", both_ways()) == (
        "Risk of bias, 0: both studies that decide were judged to be at low risk."
    )


@pytest.mark.parametrize("floor", [words for _, words, _ in FLOORS_ALWAYS + FLOORS_FOUND_EFFECT])
def test_every_floor_can_be_told(floor):
    assert floor in FLOOR_TOLD


def test_indirectness_counts_the_dimensions():
    items = [
        *make_trials(2, d_outcome="partial", d_dose="partial"),
        make_trial("x", d_outcome="partial"),
        make_trial("y", risk_of_bias="high"),
        make_trial("z", risk_of_bias="high"),
    ]
    assert words("indirectness", items) == (
        "Indirectness, −1: the outcome is only partly direct in 3 of 5 studies and the dose in 2."
    )


def test_indirect_comes_before_partly_direct():
    items = make_trials(2, d_dose="indirect", d_population="partial")
    assert words("indirectness", items) == (
        "Indirectness, −3: the dose is indirect in both studies; the population is only partly"
        " direct in both studies."
    )


def test_indirectness_of_one_study_is_told_without_counting():
    assert words("indirectness", make_trials(1, d_dose="indirect", d_outcome="partial")) == (
        "Indirectness, −3: in the study that carries the answer, the dose is indirect and the"
        " outcome is only partly direct."
    )


def test_direct_evidence_is_told_truly():
    assert words("indirectness", make_trials()) == (
        "Indirectness, 0: population, dose, outcome and comparator are direct in all 3 studies"
        " that carry the answer."
    )


def test_background_claim_has_no_dose_to_hit():
    background = Question(slug="b", kind="association", scope="background")
    assert "dose" not in words("indirectness", make_trials(), background)


def test_indirectness_of_a_minority_is_told_although_nothing_is_taken_off():
    items = [*make_trials(), make_trial("x", d_dose="partial")]
    assert words("indirectness", items) == (
        "Indirectness, 0: the dose is only partly direct in 1 of 4 studies; less than half of the"
        " weight loses a level for it."
    )


def test_every_level_that_costs_can_be_told():
    assert set(NOT_DIRECT) == {level for level, steps in DIRECTNESS_STEP.items() if steps}
