import json
from pathlib import Path

import pytest

from claims.methods import examples
from claims.rating import evidence_sets
from claims.rating.certainty import suggest
from claims.rating.strength import rate_item

METHOD = Path(__file__).parents[2] / "data" / "method" / "worked_examples.json"
TOLD = ("name", "why")


def written(path):
    return json.loads(path.read_text(encoding="utf-8"))["cases"]


CASES = [
    pytest.param(case, outputs, id=case.name)
    for case, outputs in zip(
        evidence_sets.read(examples.FILE.read_text(encoding="utf-8")),
        written(examples.FILE),
        strict=True,
    )
]


@pytest.mark.parametrize(("case", "outputs"), CASES)
def test_shipped_example_is_what_the_rule_says(case, outputs):
    assert suggest(case.question, case.items).as_expected() == outputs["expected"]


@pytest.mark.parametrize(("case", "outputs"), CASES)
def test_shipped_strengths_are_what_the_rule_says(case, outputs):
    ratings = {item.id: rate_item(case.question, item) for item in case.items}
    assert {key: one.word.value for key, one in ratings.items()} == {
        key: one["level"] for key, one in outputs["strength"].items()
    }


def test_shipped_examples_are_the_methods_in_other_words():
    def bare(case):
        return {name: value for name, value in case.items() if name not in TOLD}

    assert [bare(case) for case in written(examples.FILE)] == [bare(one) for one in written(METHOD)]


def test_equal_results_are_told_once():
    seventh = next(one for one in examples.examples() if one["number"] == "E07")
    assert [item["count"] for item in seventh["items"]] == [10, 1]


def test_reason_is_told_where_nothing_is_known():
    told = {one["number"]: one["reason"] for one in examples.examples()}
    assert told["E01"] == "Nobody has studied this."
    assert told["E08"] == ""


def test_examples_never_speak_of_significance():
    assert "significan" not in str(examples.examples()).lower()
