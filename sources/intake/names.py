"""Names as citations give them, to CSL names within the limits of the library. Pure."""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from sources.intake.texts import one_line
from sources.validators import MAX_AUTHORS, MAX_NAME

Name = dict[str, str]

CUT = "A name was longer than {} characters; the rest is left out."
PERHAPS_MORE = (
    "“{}” looks like more than one author: separate them as the format does, or mend the names."
)
TOO_MANY = "More than {} authors; the others are left out."

# Far more than is kept of a name, so that the cut is still noticed.
LONGEST = 4 * MAX_NAME

_OTHERS = re.compile(r"(?:and\s+)?(?:et\.?\s*al\.?|others)", re.IGNORECASE)
_PERSON = re.compile(r"\s*[^\s,;][^,;]*,[^;]*[^\s,;][^;]*")
_GENERATION = re.compile(r"(?:Jr|Sr|II|III|IV|V|2nd|3rd|4th)\.?", re.IGNORECASE)
_GENERATION_BEHIND = re.compile(r"(.+?)[,\s]\s*((?:Jr|Sr)\.?|II|III|IV|2nd|3rd|4th)")


def name(family: str = "", given: str = "", suffix: str = "") -> Name | None:
    """Return a person's name, or None for nothing; who has no family name is named as a whole."""
    family, given, suffix = one_line(family), one_line(given), one_line(suffix)
    if not family:
        return literal(given)
    found = {"family": family, "given": given}
    return found | {"suffix": suffix} if suffix else found


def literal(text: str) -> Name | None:
    """Return the name of a group, or of somebody whose name cannot be taken apart."""
    text = one_line(text)
    return {"literal": text} if text else None


def is_others(text: str) -> bool:
    """Whether it says that more authors follow."""
    return bool(_OTHERS.fullmatch(text.strip()))


def apart(text: str) -> list[str]:
    """Return the names of "Dorn, Ada; Eyck, Bo"; what is no list of people stays whole."""
    if ";" not in text or ",," in text:
        return [text]
    parts = [part.strip() for part in html.unescape(text).split(";") if part.strip()]
    people = parts[:-1] if parts and is_others(parts[-1]) else parts
    return parts if people and all(map(_PERSON.fullmatch, people)) else [text]


def inverted(text: str) -> Name | None:
    """Return the name of "Eyck, Bo van der", "Dorn, Ada, Jr." or, without comma, of a group.

    Treat what is returned as unchangeable.
    """
    return _inverted(text if len(text) < LONGEST else text[:LONGEST])


# The same people come again and again.
@lru_cache(maxsize=8192)
def _inverted(text):
    if ",," in text:
        # So a group is told whose name holds a comma.
        return literal(text.replace(",,", ",", 1))
    family, comma, given = text.partition(",")
    if not given.strip():
        # EndNote closes the names of groups with a comma; one word so closed is a family name.
        return name(family) if comma and " " not in family.strip() else literal(family)
    given, _, suffix = given.partition(",")
    if _GENERATION.fullmatch(given.strip()) and suffix.strip():
        given, suffix = suffix, given
    return name(family, given, suffix)


def inverted_with_generation(text: str) -> Name | None:
    """Return the name of "Dorn, Ada M Jr", as PubMed writes it."""
    found = inverted(text)
    if found and "given" in found and (behind := _GENERATION_BEHIND.fullmatch(found["given"])):
        return name(found["family"], behind[1], behind[2])
    return found


def within_limits(found: Iterable[Name | None]) -> tuple[list[Name], list[str]]:
    """Return the names that the library can hold, and notes on what was left out."""
    kept = [{**one} for one in found if one]
    notes = []
    if len(kept) > MAX_AUTHORS:
        del kept[MAX_AUTHORS:]
        notes.append(TOO_MANY.format(MAX_AUTHORS))
    parts = chain.from_iterable(map(dict.values, kept))
    if max(map(len, parts), default=0) > MAX_NAME:
        kept = [{key: part[:MAX_NAME].strip() for key, part in one.items()} for one in kept]
        notes.append(CUT.format(MAX_NAME))
    return kept, notes


def doubts(kept: Iterable[Name]) -> list[str]:
    """Return a note on the first name that may be several, or nothing."""
    return [PERHAPS_MORE.format(_shown(one)) for one in kept if _is_perhaps_more(one)][:1]


def _is_perhaps_more(one):
    """Whether signs that separate people stand inside a name."""
    behind = one.get("given", "") + one.get("suffix", "")
    return "," in behind or any(";" in part for part in one.values())


def _shown(one):
    return ", ".join(filter(None, one.values()))[:60]
