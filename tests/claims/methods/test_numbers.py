from dataclasses import fields

from claims.methods import numbers
from claims.rating.constants import METHOD
from claims.sensitivity import effects


def test_every_constant_has_its_words():
    assert list(numbers.NUMBERS) == [field.name for field in fields(METHOD)]


def test_values_carry_their_unit():
    assert numbers.shown("people", 400) == "400 people"
    assert numbers.shown("paired", 1) == "1 person"
    assert numbers.shown("lean", METHOD.lean) == "33.3 %"
    assert numbers.shown("weight_weak", METHOD.weight_weak / 2) == "0.5"


def test_held_value_says_so():
    rows = {row["name"]: row for row in numbers.rows(effects([]))}
    assert [cell["is_held"] for cell in rows["lean"]["changes"]] == [False, True]
    assert [cell["is_held"] for cell in rows["people"]["changes"]] == [False, False]


def test_only_400_and_the_raises_are_not_ours():
    borrowed = {name for name, (_, _, whose) in numbers.NUMBERS.items() if whose != numbers.OURS}
    assert borrowed == {"people", "raise_start", "raise_most"}
