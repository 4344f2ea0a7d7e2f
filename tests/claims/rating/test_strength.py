import pytest

from claims.rating.items import Item, Question
from claims.rating.strength import effective_n, material, rate_item

EFFECT = Question(slug="microdose-mood", kind="effect", scope="microdose")
MECHANISM = Question(slug="receptor", kind="mechanism", scope="general")
ABSENCE = Question(slug="not-felt", kind="effect", scope="microdose", asserts="no-effect")


def make_item(**fields):
    """A large, well-run trial that lost no step; each test spoils one thing."""
    sound = {
        "id": "a",
        "source": "s1",
        "direction": "supports",
        "design": "rct-parallel",
        "n_analysed": 200,
        "blinding": "intact",
        "risk_of_bias": "low",
        "outcome_role": "primary",
    }
    return Item(**sound | fields)


def words_of(rating, step):
    return next(reason.words for reason in rating.reasons if reason.step == step)


def test_sound_trial_is_strong():
    assert rate_item(EFFECT, make_item()).word == "strong"


def test_start_is_explained():
    words = words_of(rate_item(EFFECT, make_item()), "start")
    assert words == "Starts at strong: randomised trial, effect claim."


def test_review_starts_where_its_studies_start():
    item = make_item(design="meta-analysis", review_of="cohort", included_rob="low")
    assert rate_item(EFFECT, item).start == 2


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_retracted_work_is_excluded(status):
    rating = rate_item(EFFECT, make_item(status=status, strength_override="strong"))
    assert (rating.word, rating.counted) == ("excluded", False)


@pytest.mark.parametrize("spoiled", [{"risk_of_bias": "critical"}, {"design": "narrative-review"}])
def test_critical_bias_and_narrative_reviews_never_count(spoiled):
    rating = rate_item(EFFECT, make_item(**spoiled))
    assert (rating.word, rating.counted) == ("very-weak", False)


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({"risk_of_bias": "not-assessed"}, "some-concerns"),
        ({"basis": "abstract"}, "some-concerns"),
        ({"design": "self-blinded-rct"}, "some-concerns"),
        ({"outcome_role": "post-hoc"}, "some-concerns"),
        ({"blinding": "untested"}, "some-concerns"),
        ({"blinding": "broken"}, "high"),
        ({"blinding": "none", "outcome_kind": "clinician-rated"}, "high"),
        ({"blinding": "broken", "outcome_kind": "performance-task"}, "some-concerns"),
        ({"blinding": "broken", "outcome_kind": "perceived-effect"}, "low"),
        ({"blinding": "broken", "outcome_kind": "biomarker"}, "low"),
        ({"blinding": "broken", "direction": "no-effect"}, "low"),
        ({"blinding": "broken", "direction": "contradicts"}, "low"),
    ],
)
def test_floor_raises_the_risk_of_bias(fields, level):
    assert rate_item(EFFECT, make_item(**fields)).effective_bias == level


def test_broken_blinding_weakens_what_contradicts_an_absence():
    item = make_item(blinding="broken", direction="contradicts")
    assert rate_item(ABSENCE, item).effective_bias == "high"


def test_review_is_as_biased_as_the_studies_inside():
    item = make_item(design="meta-analysis", review_of="rct", included_rob="high")
    assert rate_item(EFFECT, item).effective_bias == "high"


def test_bias_step_is_smaller_when_the_start_paid_for_no_randomisation():
    item = make_item(design="open-label", risk_of_bias="high", direction="no-effect")
    assert rate_item(EFFECT, item).bias_step == 1


@pytest.mark.parametrize("design", ["animal-experiment", "open-label"])
def test_low_start_is_told_without_a_word_on_randomisation(design):
    question = Question(slug="a", kind="association", scope="background")
    item = make_item(design=design, risk_of_bias="some-concerns")
    assert words_of(rate_item(question, item), "risk of bias") == (
        "Risk of bias, 0: judged some concerns; the start is already low."
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"n_analysed": 1}, "Size, −2: 1 person; 100 or more wanted."),
        ({"n_analysed": 0}, "Size, −2: no people; 100 or more wanted."),
        ({"n_analysed": None}, "Size, −1: the number of people is not known."),
        ({"n_analysed": None, "species": "rat"}, "Size, −1: the number of animals is not known."),
        ({"n_analysed": 1, "species": "rat"}, "Size, −1: 1 animal; 20 or more wanted."),
        ({"n_analysed": 20, "paired": True}, "Size, −1: 20 people (each their own control, so 40); 100 or more wanted."),
    ],
)  # fmt: skip
def test_size_is_told_in_the_right_number_and_kind(fields, words):
    assert words_of(rate_item(EFFECT, make_item(**fields)), "size") == words


def test_floor_is_explained():
    item = make_item(outcome_role="secondary", blinding="untested")
    words = words_of(rate_item(EFFECT, item), "risk of bias")
    assert words == (
        "Risk of bias, −1: judged low, counted as some concerns because it found the effect "
        "by rating and blinding was not tested."
    )


@pytest.mark.parametrize(
    ("fields", "steps"),
    [
        ({}, 0),
        ({"d_dose": "partial"}, 1),
        ({"d_dose": "partial", "d_outcome": "partial"}, 2),
        ({"d_dose": "indirect"}, 2),
        ({"d_dose": "indirect", "d_population": "partial"}, 3),
        ({"d_dose": "indirect", "d_population": "indirect", "d_outcome": "indirect"}, 3),
    ],
)
def test_directness_step_is_the_worst_dimension_and_one_for_several(fields, steps):
    assert rate_item(EFFECT, make_item(**fields)).directness_step == steps


@pytest.mark.parametrize(
    ("question", "fields", "steps"),
    [
        (EFFECT, {"n_analysed": 100}, 0),
        (EFFECT, {"n_analysed": 99}, 1),
        (EFFECT, {"n_analysed": 29}, 2),
        (EFFECT, {"n_analysed": 50, "paired": True}, 0),
        (EFFECT, {"n_analysed": 50, "design": "rct-crossover"}, 0),
        (EFFECT, {"n_analysed": None}, 1),
        (MECHANISM, {"n_analysed": 30}, 0),
        (MECHANISM, {"n_analysed": 16}, 1),
        (MECHANISM, {"n_analysed": 15}, 2),
        (EFFECT, {"n_analysed": 20, "design": "animal-experiment", "species": "rat"}, 0),
        (EFFECT, {"n_analysed": 19, "design": "animal-experiment", "species": "rat"}, 1),
        (MECHANISM, {"n_analysed": None, "design": "in-vitro", "species": "cell-culture"}, 0),
    ],
)
def test_size_step_follows_the_thresholds(question, fields, steps):
    assert rate_item(question, make_item(**fields)).size_step == steps


def test_strength_never_falls_below_very_weak():
    item = make_item(d_dose="indirect", d_outcome="indirect", n_analysed=5, risk_of_bias="high")
    assert rate_item(EFFECT, item).word == "very-weak"


def test_steps_that_end_too_low_are_made_to_add_up():
    item = make_item(d_dose="indirect", d_outcome="indirect", n_analysed=5, risk_of_bias="high")
    assert words_of(rate_item(EFFECT, item), "lowest") == (
        "Never below very weak, however many steps."
    )


def test_steps_that_end_at_very_weak_need_no_such_reason():
    item = make_item(d_dose="indirect", n_analysed=50)
    assert "lowest" not in [reason.step for reason in rate_item(EFFECT, item).reasons]


def test_expression_of_concern_caps_at_weak():
    assert rate_item(EFFECT, make_item(status="expression-of-concern")).word == "weak"


def test_override_decides_and_keeps_the_computed_rung():
    rating = rate_item(EFFECT, make_item(strength_override="very-weak"))
    assert (rating.level, rating.computed) == (1, 4)


def test_override_to_excluded_takes_the_item_out():
    assert not rate_item(EFFECT, make_item(strength_override="excluded")).counted


def test_effective_n_is_not_doubled_twice():
    assert effective_n(make_item(design="rct-crossover", paired=True, n_analysed=20)) == 40


@pytest.mark.parametrize(
    ("design", "species", "expected"),
    [
        ("rct-parallel", "human", "people"),
        ("animal-experiment", "mixed", "animals"),
        ("animal-experiment", "pig", "animals"),
        ("in-vitro", "rat", "cells"),
        ("systematic-review", "mixed", "people"),
    ],
)
def test_material_is_what_was_studied(design, species, expected):
    assert material(make_item(design=design, species=species)) == expected
