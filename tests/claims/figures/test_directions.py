from claims.figures.directions import DIRECTIONS, in_order
from claims.figures.harvest import FOUND
from claims.rating.vocabulary import Direction


def test_order_is_that_of_the_harvest_plot():
    assert [way.symbol for way in DIRECTIONS] == ["▲", "◆", "○", "▼"]


def test_order_leaves_no_direction_out():
    assert set(DIRECTIONS) == set(Direction) == set(FOUND)


def test_tally_stands_in_order_without_noughts():
    tally = {"contradicts": 1, "no-effect": 2, "mixed": 0, "supports": 4}
    assert in_order(tally) == (("supports", 4), ("no-effect", 2), ("contradicts", 1))
