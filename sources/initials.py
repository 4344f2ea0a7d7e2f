"""Given names to initials, and generations to ordinals, as the National Library of Medicine writes them. Pure."""

import re

ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}

# Small words inside a given name give no initial: "Raíssa Nóbrega de" is RN.
_PARTICLE = re.compile(
    "af|al|av|bin|da|das|de|del|della|den|der|di|do|dos|du|e|el|la|le|ten|ter|van|von|y|zu"
)
_GENERATION = re.compile(r",?\s+(Jr|Sr|II|III|IV|2nd|3rd|4th)\.?$")
_BETWEEN = re.compile(r"[\s.\-‐‑]+")
# What somebody is also called, in brackets or quotation marks; an apostrophe within a name opens none.
_CALLED = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|[\"“”„«»][^\"“”„«»]*[\"“”„«»]|(?<!\w)['‘’][^'‘’]+['’](?!\w)"
)
_LETTER = re.compile(r"[^\W\d_]")


def initials(given: str) -> str:
    """Return "DB" for "David B.", "JP" for "Jean-Paul"; "KPC" stays, for it holds initials already."""
    names = _names(_CALLED.sub(" ", given)) or _names(given)
    if len(names) == 1 and names[0].isupper() and names[0].isalpha() and len(names[0]) <= 4:
        return names[0]
    firsts = (_LETTER.search(name) for name in names)
    return "".join(found[0].upper() for found in firsts if found)


def without_generation(given: str) -> tuple[str, str]:
    """Return "Felix" and "Jr" for "Felix, Jr"; the second is empty where no generation is told."""
    found = _GENERATION.search(given)
    return (given[: found.start()], found[1]) if found else (given, "")


def generation(suffix: str) -> str:
    """Return "3rd" for "III" and "Jr" for "Jr."."""
    told = suffix.rstrip(".")
    return ORDINALS.get(told, told)


def _names(given: str) -> list[str]:
    parts = _BETWEEN.split(given)
    return [part for part in parts if _LETTER.search(part) and not _PARTICLE.fullmatch(part)]
