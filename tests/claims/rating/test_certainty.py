from dataclasses import replace

import pytest

from claims.rating.certainty import suggest
from claims.rating.items import Item, Question
from claims.rating.vocabulary import Domain

MOOD = Question(slug="microdose-mood", kind="effect", scope="microdose")


def make_trials(count=3, **fields):
    sound = {
        "direction": "supports",
        "design": "rct-parallel",
        "n_analysed": 150,
        "blinding": "intact",
        "risk_of_bias": "low",
        "outcome_role": "primary",
    }
    return [Item(id=f"i{n}", source=f"s{n}", **sound | fields) for n in range(count)]


def step(suggestion, domain):
    return next(step for step in suggestion.steps if step.domain == domain)


def test_steps_begin_with_the_start_and_name_every_domain():
    steps = suggest(MOOD, make_trials()).steps
    assert [step.domain for step in steps] == list(Domain)[:6]


def test_start_step_carries_the_level():
    assert step(suggest(MOOD, make_trials()), "start").levels == 4


def test_imprecision_is_explained_with_the_numbers():
    suggestion = suggest(MOOD, make_trials(2, n_analysed=105))
    words = step(suggestion, "imprecision").words
    assert words == "Imprecision, −1: 210 people count towards the answer; 400 or more wanted."


def test_imprecision_says_that_own_controls_are_doubled():
    suggestion = suggest(MOOD, make_trials(2, n_analysed=55, design="rct-crossover"))
    assert "(doubled where each was their own control)" in step(suggestion, "imprecision").words


def test_inconsistency_names_the_dissenting_studies():
    (trial,) = make_trials(1)
    dissent = replace(trial, id="x", source="x", direction="contradicts")
    suggestion = suggest(MOOD, [*make_trials(), dissent])
    assert step(suggestion, "inconsistency").studies == ("x",)


def test_limit_step_says_why_not_higher():
    suggestion = suggest(MOOD, make_trials(basis="abstract", risk_of_bias="low"))
    assert step(suggestion, "limit").words == (
        "At most Moderate: read from abstracts only; it is no higher already."
    )


def test_limit_that_bites_takes_its_levels_off():
    suggestion = suggest(MOOD, make_trials(1, n_analysed=500))
    assert step(suggestion, "limit").levels == -1


def test_underpowered_null_ends_in_its_own_step():
    suggestion = suggest(MOOD, make_trials(1, direction="no-effect", n_analysed=40))
    assert suggestion.steps[-1].words == (
        "Very low: the study found nothing but was too small to find much."
    )


def test_raise_is_named():
    association = Question(slug="a", kind="effect", scope="general")
    trials = make_trials(design="nonrandomised-trial", dose_response=True)
    assert step(suggest(association, trials), "raised for").words == (
        "Raised for, +1: the effect grows with the dose."
    )


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({"dose_response": True}, "moderate"),
        ({"large_effect": True}, "moderate"),
        ({"opposing_bias": True}, "moderate"),
        ({"dose_response": True, "large_effect": True, "opposing_bias": True}, "high"),
        ({}, "low"),
    ],
)
def test_raises_lift_a_low_start_by_two_at_most(fields, level):
    question = Question(slug="a", kind="effect", scope="general")
    trials = make_trials(design="nonrandomised-trial", **fields)
    assert suggest(question, trials).certainty == level


def test_large_effect_in_one_study_does_not_raise():
    question = Question(slug="a", kind="effect", scope="general")
    one = make_trials(1, design="nonrandomised-trial", n_analysed=450, large_effect=True)
    assert suggest(question, one).certainty == "low"


def test_publication_bias_flag_takes_one_level_off():
    flagged = replace(MOOD, publication_bias_flag=True)
    assert step(suggest(flagged, make_trials()), "publication bias").levels == -1


def test_studies_say_whether_they_decide():
    survey = Item(id="z", source="z", direction="supports", design="cross-sectional")
    deciding = {s.key: s.is_deciding for s in suggest(MOOD, [*make_trials(1), survey]).studies}
    assert deciding == {"s0": True, "z": False}


def test_unweighted_lean_gives_every_study_one_vote():
    strong = make_trials(1, n_analysed=450)
    weak = [
        Item(id=f"w{n}", source=f"w{n}", direction="contradicts", design="rct-parallel",
             n_analysed=30, risk_of_bias="some-concerns", blinding="intact")
        for n in range(2)
    ]  # fmt: skip
    suggestion = suggest(MOOD, [*strong, *weak])
    assert (suggestion.lean, suggestion.unweighted_lean) == ("for", "against")


def test_nothing_entered_has_no_certainty():
    suggestion = suggest(MOOD, [])
    assert (suggestion.certainty, suggestion.sentence) == (None, "Nobody has studied this.")


def test_every_item_has_its_strength():
    assert set(suggest(MOOD, make_trials(2)).strengths) == {"i0", "i1"}


def test_points_count_every_study_once():
    assert suggest(MOOD, make_trials()).points["toward"] == 3


def test_depends_on_concern_when_the_verdict_changes_but_not_the_side():
    concern = make_trials(1, status="expression-of-concern")[0]
    concern = replace(concern, id="x", source="x")
    assert "depends-on-expression-of-concern" in suggest(MOOD, [*make_trials(2), concern]).flags


def test_concern_that_leaves_the_verdict_alone_is_no_flag():
    concern = replace(make_trials(1, status="expression-of-concern")[0], id="x", source="x")
    assert "depends-on-expression-of-concern" not in suggest(MOOD, [*make_trials(), concern]).flags


def test_words_never_speak_of_significance():
    suggestion = suggest(MOOD, make_trials(risk_of_bias="high", d_dose="indirect"))
    words = " ".join(step.words for step in suggestion.steps).lower()
    assert "significan" not in words
