"""What entries of BibTeX take from another one that they name: crossref and xdata. Pure."""

import re
from collections.abc import Iterable, Mapping

# What holds for the whole holds for its part; its identifiers, address and pages do not.
DATES = ("date", "year", "month", "day")
CONTAINERS = ("journal", "journaltitle", "booktitle", "series")
SHARED = (*CONTAINERS, "volume", "publisher", "institution", "school", "organization")
# The number of a book or of proceedings is that in their series, and not the issue of a part.
ISSUES = ("number", "issue")
# Under which name a part has the title of its whole.
TITLES = {
    **dict.fromkeys(("inproceedings", "conference", "incollection", "inbook"), "booktitle"),
    **dict.fromkeys(("inreference", "suppbook", "suppcollection"), "booktitle"),
    **dict.fromkeys(("article", "suppperiodical"), "journaltitle"),
}
# A chapter is by those who wrote the book, unless it says another; a paper in a collection is not.
WRITTEN = ("book", "mvbook")
BY_THE_SAME = ("inbook", "suppbook")
HOLDS_DATA = "xdata"
LONGEST_KEY = 200
LONGEST_LINE = 2000
# Nobody names so many in one entry, nor refers to so many in one file; what is beyond is told as not found.
MOST_KEYS = 20
MOST_WHOLES = 20_000
# A longer text is no title of a book or journal.
LONGEST_TEXT = 2000
NOT_FOUND = "It refers to “{}”, which was not found, and does not tell its {}: add what is missing."
NOT_TOLD = "It refers to “{}”, which does not tell its {}: add what is missing."

REFERENCES = ("crossref", "xdata")
_HANDED_ON = {"title", *SHARED, *ISSUES, *DATES, *REFERENCES}
_REFERS = re.compile(
    rf"\b(?:{'|'.join(REFERENCES)})\s*=\s*[{{\"]([^{{}}\"]{{1,{LONGEST_LINE}}})[}}\"]",
    re.IGNORECASE,
)


def keys(text: str) -> list[str]:
    """Return the keys in a field that names one entry or several."""
    found = [key for one in text.split(",") if (key := one.strip()[:LONGEST_KEY])]
    return found[:MOST_KEYS]


def named(texts: Iterable[str]) -> set[str]:
    """Return the keys of the entries that others refer to, in small letters."""
    found, kept = set(), ""
    for text in texts:
        # A reference may lie across the border.
        text = kept + text
        low = text.lower()
        if any(word in low for word in REFERENCES):
            _add_named(text, found)
        kept = text[-LONGEST_LINE:]
    return found


def _add_named(text, found):
    for match in _REFERS.finditer(text):
        if len(found) >= MOST_WHOLES:
            return
        found.update(keys(match[1].lower()))


def refers(fields: Mapping[str, str]) -> bool:
    """Whether an entry names another one."""
    return any(name in fields for name in REFERENCES)


def handed_on(entry_type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of an entry that another one may take from it."""
    wanted = _HANDED_ON | {"author"} if entry_type in WRITTEN else _HANDED_ON
    return {
        name: text for name, text in fields.items() if name in wanted and len(text) <= LONGEST_TEXT
    }


def completed(wholes: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """Return what entries hand on with what they take themselves: a paper, its proceedings, their data."""
    return {
        key: with_inherited("", fields, wholes) if refers(fields) else fields
        for key, fields in wholes.items()
    }


def with_inherited(
    entry_type: str, fields: Mapping[str, str], wholes: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return the fields of an entry with those that it lacks and that the entries it names have."""
    own = dict(fields)
    for key in _keys_of(fields):
        taken = _given(wholes.get(key.lower(), {}), own, entry_type)
        own |= {field: text for field, text in taken.items() if not own.get(field)}
    return own


def _keys_of(fields):
    return [key for name in REFERENCES for key in keys(fields.get(name, ""))]


def _given(whole, own, entry_type):
    """Return what an entry gives to one of a type that has the fields `own`."""
    title = TITLES.get(entry_type, "")
    names = SHARED if title == "booktitle" else SHARED + ISSUES
    if entry_type in BY_THE_SAME:
        names += ("author",)
    if not any(own.get(name) for name in DATES):
        names += DATES
    given = {name: whole[name] for name in names if whole.get(name)}
    if title and whole.get("title"):
        given.setdefault(title, whole["title"])
    return given


def lacking(
    entry_type: str, fields: Mapping[str, str], wholes: Mapping[str, Mapping[str, str]]
) -> list[str]:
    """Return what to say of an entry that lacks what those that it names were to tell."""
    wanted = {"year": ("year", "date")}
    if entry_type in TITLES:
        wanted["journal or book"] = CONTAINERS
    lacks = [what for what, names in wanted.items() if not any(map(fields.get, names))]
    named = _keys_of(fields)
    if not (named and lacks):
        return []
    unknown = [key for key in named if key.lower() not in wholes]
    words = NOT_FOUND if unknown else NOT_TOLD
    return [words.format((unknown or named)[0][:60], " and ".join(lacks))]
