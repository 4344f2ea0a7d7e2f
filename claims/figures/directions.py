"""The one order in which every figure and table of ours shows what studies found: METHOD 2, the harvest plot."""

from collections.abc import Mapping

from claims.rating.vocabulary import Direction

DIRECTIONS = (
    Direction.SUPPORTS,
    Direction.MIXED,
    Direction.NO_EFFECT,
    Direction.CONTRADICTS,
)


def in_order(tally: Mapping[str, int]) -> tuple[tuple[Direction, int], ...]:
    """Return (direction, number) of those that a tally has, in the order of every figure."""
    return tuple((way, tally[way]) for way in DIRECTIONS if tally.get(way))
