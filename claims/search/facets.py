"""The number of a search document: where it stands among all, and what it is. Pure.

From the top: kind, place, a few digits of its name, then each facet. An index that knows nothing
but numbers so gives rows in order, narrows them by one mask and counts them by facet.
"""

from collections import Counter
from collections.abc import Mapping
from zlib import crc32

from claims.rating import vocabulary
from sources.vocabulary import Design, DoseRegime

KINDS = ("claim", "evidence", "source")
MOST_MECHANISMS = 254
# Name in an address -> its values (numbered from one) and the bit at which the number begins.
FACETS = {
    "verdict": ([code for code, _ in vocabulary.HEADLINES], 0),
    "dose": (DoseRegime.values, 4),
    "design": (Design.values, 7),
    "direction": (vocabulary.Direction.values(), 11),
    "mechanism": ([str(number) for number in range(MOST_MECHANISMS)], 14),
    "type": (KINDS, 61),
}
BITS = {"verdict": 4, "dose": 3, "design": 4, "direction": 3, "mechanism": 8, "type": 2}
NAME_AT, NAME_BITS, PLACE_AT, PLACE_BITS = 22, 22, 44, 17
NEXT = 1 << NAME_AT


def number(name: str, place: int, facets: Mapping[str, str]) -> int:
    """Return the number of a document; two of one place and kind differ by their names."""
    told = crc32(name.encode()) % (1 << NAME_BITS) << NAME_AT
    return _bits(facets) | told | min(place, (1 << PLACE_BITS) - 1) << PLACE_AT


def mask_of(names) -> int:
    """Return the bits that these facets take."""
    return sum((1 << BITS[name]) - 1 << FACETS[name][1] for name in names)


def condition(chosen: Mapping[str, str]) -> tuple[int, int]:
    """Return (mask, value): a document fits if its number under the mask is the value."""
    asked = {name: value for name, value in chosen.items() if value}
    return mask_of(asked), _bits(asked)


def total(tally: Mapping[int, int], chosen: Mapping[str, str]) -> int:
    """Return how many of the documents counted by facets have every chosen value."""
    return sum(found for _, found in _fitting(tally, chosen))


def counts(tally: Mapping[int, int], chosen: Mapping[str, str]) -> dict[str, Counter]:
    """Return {filter: {value: how many there would be}}, the other choices staying as they are."""
    fitting = _fitting(tally, chosen)
    return {
        name: _of_one(name, _fitting(tally, {**chosen, name: ""}) if chosen.get(name) else fitting)
        for name in FACETS
    }


def _fitting(tally, chosen):
    mask, value = condition(chosen)
    return [pair for pair in tally.items() if pair[0] & mask == value]


def _of_one(name, pairs):
    (values, at), own = FACETS[name], (1 << BITS[name]) - 1
    places = Counter()
    for facets, found in pairs:
        places[facets >> at & own] += found
    known = dict(enumerate(values, start=1))
    return Counter({known[place]: found for place, found in places.items() if place in known})


def _bits(facets):
    return sum(_place(name, value) << FACETS[name][1] for name, value in facets.items() if value)


def _place(name, value):
    """Return the number of a value, from one; a value that the vocabulary lost has none."""
    values = FACETS[name][0]
    return values.index(value) + 1 if value in values else 0
