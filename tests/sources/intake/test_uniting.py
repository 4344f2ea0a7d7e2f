"""What one record of a publication gives to another of the same."""

import pytest

from sources.intake import uniting
from sources.models import Source


def filled(kept, merged):
    kept, merged = Source(**kept), Source(**merged)
    uniting.fill(kept, merged)
    return kept


@pytest.mark.parametrize(
    ("kept", "merged", "date"),
    [
        ({}, {"year": 2020, "month": 3, "day": 1}, (2020, 3, 1)),
        ({"year": 2020}, {"year": 2020, "month": 3}, (2020, 3, None)),
        ({"year": 2020, "month": 3}, {"year": 2020, "month": 3, "day": 1}, (2020, 3, 1)),
        ({"year": 2021}, {"year": 2020, "month": 3, "day": 1}, (2021, None, None)),
        ({"year": 2020, "month": 4}, {"year": 2020, "month": 3, "day": 1}, (2020, 4, None)),
    ],
)
def test_date_is_completed_but_never_mixed(kept, merged, date):
    row = filled(kept, merged)
    assert (row.year, row.month, row.day) == date


def test_volume_and_pages_are_taken_together_or_not():
    row = filled({"pages": "1-9"}, {"volume": "14", "pages": "731-740"})
    assert (row.volume, row.pages) == ("", "1-9")


def test_authors_bring_what_is_known_of_their_order():
    row = filled({}, {"authors": [{"family": "Smith"}], "authors_in_order": False})
    assert (row.authors, row.authors_in_order) == ([{"family": "Smith"}], False)


@pytest.mark.parametrize(
    ("design", "studies"), [("systematic-review", 14), ("", 14), ("rct-parallel", None)]
)
def test_only_a_review_takes_what_reviews_have(design, studies):
    merged = {"design": "systematic-review", "review_of": "rct", "n_studies": 14}
    assert filled({"design": design}, merged).n_studies == studies


def test_places_where_it_was_checked_are_united():
    row = filled({"checked": ["a", "b"]}, {"checked": ["b", "c"]})
    assert row.checked == ["a", "b", "c"]


def test_nothing_that_is_told_is_overwritten():
    told = {"sample_size": 7, "population": "adults", "dose_regime": "microdose"}
    row = filled(told, {"sample_size": 8, "population": "mice", "dose_regime": "full-dose"})
    assert {name: getattr(row, name) for name in told} == told
