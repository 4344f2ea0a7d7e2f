"""Authors of a RIS record, which stand under AU, under A1, or under both. Pure."""

import re
from collections.abc import Iterator

from sources.intake import names
from sources.validators import MAX_AUTHORS

BOTH = "Its authors stand under A1 and under AU: see that each is there once, and in order."

_WORD = re.compile(r"[^\W\d_]+")
# "Dorn AM", without comma.
_SHORT = re.compile(r"([^,]+) ([A-Z]{1,3})\.?")
LONGEST_RUN = 3


def people(tags: dict[str, str | list[str]]) -> tuple[list[str], list[str]]:
    """Return the names under both tags, whom both name once, and a note if either names somebody alone."""
    main, more = tags.get("AU", ()), tags.get("A1", ())
    if not (main and more):
        return _apart(main or more), []
    # One more than is kept, so that the cut is still noticed.
    main, more = _apart(main)[: MAX_AUTHORS + 1], _apart(more)[: MAX_AUTHORS + 1]
    new = _not_among(main, more)
    others = [text for text in new if names.is_others(text)]
    if new == others:
        return main, []
    return [*(text for text in new if text not in others), *main, *others], [BOTH]


def _apart(texts):
    return [one for text in texts for one in names.apart(text)]


def _not_among(main, more):
    """Return who of the second list is not in the first, where each stands for one person only."""
    left, new = [_who(text) for text in main], []
    for text in more:
        person = _who(text)
        known = next((one for one in left if _are_one(person, one)), None)
        if known:
            left.remove(known)
        else:
            new.append(text)
    return new


def _who(text):
    """Return family name and generation, and the given names, or what is known of them."""
    one = names.inverted(text) or {}
    whole = one.get("family") or one.get("literal", "")
    if "family" not in one and (short := _SHORT.fullmatch(whole)):
        return (short[1].casefold(), ""), tuple(_given(short[2]))
    generation = one.get("suffix", "").casefold().rstrip(".")
    return (whole.casefold(), generation), tuple(_given(one.get("given", "")))


def _given(text) -> Iterator[str]:
    """Yield given names in lower case; those of a run of initials one by one."""
    for word in _WORD.findall(text):
        is_run = word.isupper() and len(word) <= LONGEST_RUN
        yield from word.casefold() if is_run else [word.casefold()]


def _are_one(person, other):
    (family, given), (its_family, its_given) = person, other
    if family != its_family or bool(given) != bool(its_given):
        return False
    return all(map(_agree, given, its_given))


def _agree(name, other):
    """Whether two given names are the same, or one is the initial of the other."""
    return name == other or (min(len(name), len(other)) == 1 and name[0] == other[0])
