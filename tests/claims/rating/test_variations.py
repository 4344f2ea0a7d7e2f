from dataclasses import asdict, fields
from fractions import Fraction

import pytest

from claims.rating import tables, variations
from claims.rating.constants import METHOD, missed
from claims.rating.items import Item, Question, Trial

QUESTION = Question(slug="a-claim", kind="effect", scope="microdose")


def trials(number, direction="supports", **fields):
    given = {"design": "rct-parallel", "n_analysed": 150, "blinding": "intact", "risk_of_bias": "low"}  # fmt: skip
    return tuple(
        Item(id=f"{direction}{place}", source=f"{direction}{place}", direction=direction, **given | fields)
        for place in range(number)
    )  # fmt: skip


def answer_with(items, name, change):
    return variations.answers(QUESTION, items)[name, change]


def test_every_constant_is_halved_and_doubled():
    found = [(one.name, one.change) for one in variations.variations()]
    names = [field.name for field in fields(METHOD)]
    assert found == [(name, change) for name in names for change in ("halved", "doubled")]


def test_variation_changes_one_constant_only():
    for one in variations.variations():
        differing = {name for name, value in asdict(METHOD).items() if asdict(one.constants)[name] != value}  # fmt: skip
        assert differing <= {one.name}


@pytest.mark.parametrize(
    ("name", "change", "value"),
    [
        ("people", "halved", 200),
        ("people", "doubled", 800),
        ("studies", "halved", 2),
        ("minority", "halved", Fraction(3, 40)),
        ("weight_weak", "halved", Fraction(1, 2)),
        ("lean", "doubled", Fraction(1, 2)),
    ],
)
def test_values_are_halved_and_doubled(name, change, value):
    found = {(one.name, one.change): one.value for one in variations.variations()}
    assert found[name, change] == value


def test_defaults_are_those_of_the_tables():
    assert (METHOD.people, METHOD.people_few) == (400, 100)
    assert METHOD.lean == 1 - tables.LEAN_FOR
    assert METHOD.weight(tables.STRONG) == tables.WEIGHT[tables.STRONG]


@pytest.mark.parametrize(("number", "steps"), [(400, 0), (399, 1), (100, 1), (99, 2), (0, 2)])
def test_missed_thresholds_are_the_steps(number, steps):
    assert missed(number, (400, 100)) == steps


def test_own_answer_stands_beside_the_others():
    assert answer_with(trials(3), "", "") == variations.Answer("supported", "high")


def test_doubled_people_cost_a_level():
    assert answer_with(trials(3), "people", "doubled").certainty == "moderate"


def test_halved_people_change_nothing_here():
    assert answer_with(trials(3), "people", "halved").certainty == "high"


def test_halved_lean_makes_evidence_split():
    items = trials(4) + trials(1, "contradicts")
    assert answer_with(items, "", "").verdict == "probably-supported"
    assert answer_with(items, "lean", "halved").verdict == "contested"


def test_doubled_size_weakens_each_study():
    items = trials(3, n_analysed=150) + trials(1, "contradicts", n_analysed=500)
    assert answer_with(items, "", "").verdict == "probably-supported"
    assert answer_with(items, "size_people", "doubled").verdict == "contested"


def test_nothing_counted_stays_unknown():
    assert answer_with((), "people", "doubled") == variations.Answer("insufficient", None)


def test_trial_asks_the_same_question():
    trial = Trial(**asdict(QUESTION), constants=METHOD)
    assert variations.answer(trial, trials(3)) == variations.answer(QUESTION, trials(3))


def test_constants_are_no_part_of_a_question():
    assert "constants" not in asdict(QUESTION)
