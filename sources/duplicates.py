"""Which records may be one publication entered twice. Pure: nothing is merged, somebody looks.

Told by equal titles, and among the same first author and year by a title that begins the other, or by
an equal registration. Spelling mistakes in titles are not found.
"""

import re
import unicodedata
from collections import defaultdict
from itertools import combinations, filterfalse

NOT_A_WORD = re.compile(r"[\W_]+")


def plain(text):
    """Return a text without case, accents, signs and doubled spaces."""
    bare = text.casefold()
    if not bare.isascii():
        bare = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", bare)))
    return NOT_A_WORD.sub(" ", bare).strip()


def possible_duplicates(sources):
    """Return [(one, other, why)] in the order of the given sources, each pair once."""
    found = {}
    for one, other in _pairs(sources, lambda source: plain(source.title)):
        found[one.pk, other.pk] = (one, other, "same title")
    for one, other in _pairs(sources, _paper):
        if why := _likeness(one, other):
            found.setdefault((one.pk, other.pk), (one, other, why))
    return list(found.values())


def _pairs(sources, key):
    """Yield every two sources that have the same key; those without a key have no partner."""
    groups = defaultdict(list)
    for source in sources:
        groups[key(source)].append(source)
    for name, group in groups.items():
        if name:
            yield from combinations(group, 2)


def _paper(source):
    """Return first author and year; nothing where the order of the authors or the year is not known."""
    if not (source.authors and source.authors_in_order and source.year):
        return None
    first = source.authors[0]
    who = plain(first.get("family") or first.get("literal") or "")
    return (who, source.year) if who else None


def _likeness(one, other):
    """Return what two papers of one first author and year have in common, else nothing."""
    short, long = sorted((plain(one.title), plain(other.title)), key=len)
    if short and long.startswith(f"{short} "):
        return "same first author and year, and one title begins the other"
    if one.registration and one.registration == other.registration:
        return "same first author, year and registration"
    return ""
