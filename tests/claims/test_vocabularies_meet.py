"""Codes that the library and the rule share under two roofs."""

import pytest

from claims.rating import tables, vocabulary
from sources import vocabulary as library


def test_every_design_has_a_place_in_the_rule():
    assert set(tables.DESIGNS) == set(library.Design.values)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (vocabulary.ReviewOf.values(), library.ReviewOf.values),
        ([*tables.REVIEW_DESIGNS, *tables.CONTEXT_DESIGNS], list(library.REVIEW_DESIGNS)),
    ],
    ids=["review_of", "reviews"],
)
def test_codes_are_the_same(ours, theirs):
    assert set(ours) == set(theirs)
