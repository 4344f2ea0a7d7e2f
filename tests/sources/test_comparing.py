"""Two records side by side: what differs, what one alone tells, what is the same."""

import pytest

from sources.comparing import compared
from tests.people import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def comparison(editor):
    one = make_source(by=editor, key="one2024", title="Mood", volume="14", year=2023)
    return compared(one, make_source(by=editor, key="two2024", title="Mood", doi="10.1000/two"))


def test_field_that_both_tell_differently_differs(comparison):
    rows = {row.label: (row.one, row.other) for row in comparison.differ}
    assert rows["Year"] == ("2023", "2024")


def test_field_empty_on_one_side_is_told_of_the_other(comparison):
    assert comparison.only_one == [("Volume", "14")]
    assert comparison.only_other == [("DOI", "10.1000/two")]


def test_equal_field_is_told_once(comparison):
    assert ("Title", "Mood") in comparison.same


def test_field_empty_in_both_is_not_told(comparison):
    told = {row.label for row in comparison.differ} | {label for label, _ in comparison.same}
    assert "Issue" not in told
