"""Where moments stand on an axis: as far apart as they were, but never on top of one another. Pure."""

import datetime
from collections.abc import Sequence


def places(
    moments: Sequence[datetime.datetime], begin: float, end: float, closest: float
) -> list[float]:
    """Return places that follow time; two stand `closest` apart, or as far as the width allows."""
    whole = (moments[-1] - moments[0]).total_seconds() or 1
    gap = min(closest, (end - begin) / max(1, len(moments) - 1))
    xs = [begin + (end - begin) * (one - moments[0]).total_seconds() / whole for one in moments]
    for place in range(1, len(xs)):
        xs[place] = max(xs[place], xs[place - 1] + gap)
    for place in reversed(range(len(xs))):
        xs[place] = min(xs[place], end - gap * (len(xs) - 1 - place))
    return [round(max(begin, x), 1) for x in xs]


def with_room(places: Sequence[float], width: float) -> list[bool]:
    """Return which places have room for a label of that width; the first always has."""
    chosen, free = [], float("-inf")
    for x in places:
        chosen.append(x >= free)
        free = x + width if x >= free else free
    return chosen
