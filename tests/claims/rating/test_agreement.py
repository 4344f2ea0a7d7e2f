"""Agreement: the method's table to three decimals, and what must hold for any pairs."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.rating.agreement import agreement

CASES = json.loads(
    (Path(__file__).parents[2] / "data/method/review_cases.json").read_text(encoding="utf-8")
)["agreement"]
THREE = ["against", "open", "for"]
pairs = st.lists(st.tuples(st.sampled_from(THREE), st.sampled_from(THREE)), min_size=1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_agreement_matches_every_case(case):
    found = agreement([tuple(pair) for pair in case["pairs"]], case["categories"], case["weights"])
    rounded = {
        name: value if value is None else round(value, 3) for name, value in vars(found).items()
    }
    assert rounded.items() >= case["expected"].items()


@given(pairs)
def test_no_coefficient_exceeds_one(given):
    found = agreement(given, THREE)
    assert all(value is None or value <= 1 for value in (found.kappa, found.pooled, found.ac1))


@given(pairs)
def test_swapping_the_reviewers_changes_no_pooled_value(given):
    swapped = agreement([(other, one) for one, other in given], THREE)
    assert swapped.pooled == pytest.approx(agreement(given, THREE).pooled)


@given(pairs)
def test_quadratic_weights_never_lower_the_observed_agreement(given):
    found = agreement(given, THREE, "quadratic")
    assert found.weighted_raw >= found.raw


@given(pairs)
def test_kappa_is_one_exactly_when_all_pairs_agree_and_differ(given):
    found = agreement(given, THREE)
    if found.kappa is not None:
        assert (found.kappa == pytest.approx(1)) == all(one == other for one, other in given)


@pytest.mark.parametrize(("number", "has"), [(9, False), (10, True)])
def test_coefficients_begin_at_ten_claims(number, has):
    assert agreement([("for", "for")] * number, THREE).has_coefficients is has


@pytest.mark.parametrize(
    ("categories", "weights"), [(["for"], None), (THREE, "linear"), (["for", "open"], None)]
)
def test_bad_input_is_refused(categories, weights):
    with pytest.raises(ValueError, match="categor|weights"):
        agreement([("against", "for")], categories, weights)
