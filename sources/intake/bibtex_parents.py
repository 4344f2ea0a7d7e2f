"""What entries of BibTeX take from another one that they name: crossref and xdata. Pure."""

import re
from collections.abc import Iterable, Mapping

# What holds for the whole holds for its part; its identifiers, address and pages do not.
DATES = ("date", "year", "month", "day")
SHARED = (
    *("booktitle", "journal", "journaltitle", "series", "volume", "number", "issue"),
    *("publisher", "institution", "school", "organization"),
)
# Under which name a part has the title of its whole.
TITLES = {
    **dict.fromkeys(("inproceedings", "conference", "incollection", "inbook"), "booktitle"),
    **dict.fromkeys(("inreference", "suppbook", "suppcollection"), "booktitle"),
    **dict.fromkeys(("article", "suppperiodical"), "journaltitle"),
}
HOLDS_DATA = "xdata"
LONGEST_KEY = 200
LONGEST_LINE = 2000

_WORDS = ("crossref", "xdata")
_REFERS = re.compile(
    rf"\b(?:crossref|xdata)\s*=\s*[{{\"]([^{{}}\"]{{1,{LONGEST_LINE}}})[}}\"]", re.IGNORECASE
)


def keys(text: str) -> list[str]:
    """Return the keys in a field that names one entry or several, in small letters."""
    return [key for one in text.lower().split(",") if (key := one.strip()[:LONGEST_KEY])]


def named(texts: Iterable[str]) -> set[str]:
    """Return the keys of all entries that others refer to."""
    found, kept = set(), ""
    for text in texts:
        # A reference may lie across the border.
        text = kept + text
        low = text.lower()
        if any(word in low for word in _WORDS):
            found.update(*(keys(match[1]) for match in _REFERS.finditer(text)))
        kept = text[-LONGEST_LINE:]
    return found


def with_inherited(
    entry_type: str, fields: Mapping[str, str], wholes: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return the fields of an entry with those that it lacks and that the entries it names have."""
    own = dict(fields)
    for name in _WORDS:
        for key in keys(fields.get(name, "")):
            taken = _given(wholes.get(key, {}), own, TITLES.get(entry_type, ""))
            own |= {field: text for field, text in taken.items() if not own.get(field)}
    return own


def _given(whole, own, title):
    """Return what an entry gives to one that has the fields `own` and calls its title `title`."""
    given = {name: whole[name] for name in SHARED if whole.get(name)}
    if not any(own.get(name) for name in DATES):
        given |= {name: whole[name] for name in DATES if whole.get(name)}
    if title and whole.get("title"):
        given.setdefault(title, whole["title"])
    return given
