import pytest

from claims.figures.directions import DIRECTIONS
from claims.figures.gap_map import LARGEST, gap_map
from claims.rating.vocabulary import Stream


class Row:
    def __init__(self, slug, streams, mechanism=None, review="Not yet"):
        self.slug = slug
        self.summary = {"streams": streams, "mechanism": mechanism, "review": {"label": review}}


def cell(drawn, stream, row=0):
    return next(one for one in drawn.groups[0].rows[row].cells if one.stream is Stream(stream))


@pytest.fixture
def mood():
    return Row("mood", {"surveys": {"no-effect": 2, "supports": 1}, "animals": {"mixed": 4}})


def test_cell_says_what_was_found_in_words(mood):
    words = cell(gap_map([mood]), "surveys").words
    assert words == "3 studies: 1 supports, 2 no clear effect"


def test_empty_cell_says_so(mood):
    assert cell(gap_map([mood]), "cells").words == "no studies"


def test_area_is_the_number_of_studies(mood):
    drawn = gap_map([mood])
    ratio = cell(drawn, "surveys").radius ** 2 / cell(drawn, "animals").radius ** 2
    assert cell(drawn, "animals").radius == LARGEST
    assert ratio == pytest.approx(3 / 4, abs=0.01)


def test_one_direction_is_a_whole_circle(mood):
    assert [wedge.path for wedge in cell(gap_map([mood]), "animals").wedges] == [""]


def test_wedges_close_the_circle(mood):
    first, last = cell(gap_map([mood]), "surveys").wedges
    assert first.path.startswith("M22 22L22.0 ")
    assert "1 1 22.0 " in last.path


def test_claims_are_grouped_by_mechanism(mood):
    other = Row("dmn", {}, {"slug": "dmn"})
    assert [group.mechanism for group in gap_map([mood, other]).groups] == [None, {"slug": "dmn"}]


def test_filter_leaves_out_claims_without_a_match(mood):
    drawn = gap_map(
        [mood, Row("dmn", {"cells": {"mixed": 1}})], {"mood": {"surveys": {"mixed": 1}}}
    )
    assert [row.claim.slug for group in drawn.groups for row in group.rows] == ["mood"]


def test_filter_counts_only_what_matches(mood):
    drawn = gap_map([mood], {"mood": {"surveys": {"supports": 1}}})
    assert cell(drawn, "surveys").words == "1 study: 1 supports"
    assert cell(drawn, "animals").words == "no studies"


def test_filter_scales_to_what_it_leaves(mood):
    drawn = gap_map([mood], {"mood": {"surveys": {"supports": 1}}})
    assert cell(drawn, "surveys").radius == LARGEST


def test_finding_counts_the_gaps(mood):
    assert gap_map([mood]).finding == "5 of 7 cells hold no study."


def test_directions_stand_as_in_every_figure():
    drawn = gap_map([Row("mood", {"cells": {"contradicts": 1, "no-effect": 2, "mixed": 3}})])
    assert cell(drawn, "cells").words == "6 studies: 3 mixed, 2 no clear effect, 1 contradicts"
    assert drawn.directions == DIRECTIONS


def test_review_that_differs_has_a_column(mood):
    same, differing = gap_map([mood]), gap_map([mood, Row("dmn", {}, review="By one")])
    assert (same.same_review, same.columns) == ("Not yet", 10)
    assert (differing.same_review, differing.columns) == ("", 11)


def test_no_claims_make_an_empty_map():
    assert gap_map([]).groups == ()


def test_patterns_are_not_painted_over():
    drawn = gap_map([Row("mood", {"cells": {"mixed": 1, "contradicts": 1, "supports": 1}})])
    fills = [(wedge.fill, wedge.css_class) for wedge in cell(drawn, "cells").wedges]
    assert fills == [("", "mark mark-supports"), ("half", "mark"), ("hatch", "mark")]
