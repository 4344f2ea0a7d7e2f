"""The 21 worked examples and 400 vectors of METHOD, each by its name."""

import json
from pathlib import Path

import pytest

from claims.rating import evidence_sets
from claims.rating.certainty import suggest
from claims.rating.strength import rate_item

METHOD = Path(__file__).parents[2] / "data" / "method"


def cases(file):
    text = (METHOD / file).read_text(encoding="utf-8")
    written = json.loads(text)["cases"]
    return [
        pytest.param(case, outputs, id=case.name)
        for case, outputs in zip(evidence_sets.read(text), written, strict=True)
    ]


CASES = [*cases("worked_examples.json"), *cases("vectors.json")]


@pytest.mark.parametrize(("case", "outputs"), CASES)
def test_item_strengths_are_those_of_the_method(case, outputs):
    ratings = {item.id: rate_item(case.question, item) for item in case.items}
    strength = {
        key: {"level": rating.word, "counted": rating.counted} for key, rating in ratings.items()
    }
    assert strength == outputs["strength"]


@pytest.mark.parametrize(("case", "outputs"), CASES)
def test_suggestion_is_that_of_the_method(case, outputs):
    assert suggest(case.question, case.items).as_expected() == outputs["expected"]


def test_all_examples_and_vectors_are_here():
    assert len(CASES) == 421
