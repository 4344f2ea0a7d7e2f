"""What formats of reference managers have no field for, as words that people and our own readers understand. Pure."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from sources.citations import ORDER_UNKNOWN
from sources.initials import without_generation

# Who brings out these is their publisher, not a work that they are part of.
PUBLISHED_BY = ("article", "report", "thesis")
# Nobody reviews these before they come out, unless it is said.
UNREVIEWED = ("article", "report", "thesis", "webpage")
# Said beside the names, for a name that says so would be taken for an author.
INCOMPLETE = "Author list incomplete"
# Turn the direction of what follows, also in the next field; marks of single letters stay.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")

Record = Mapping[str, Any]


def line(value: Any) -> str:
    """Return a value as one line without control characters; nothing for what is not known."""
    if value is None:
        return ""
    text = _TURNING.sub("", _CONTROL.sub(" ", str(value)))
    return " ".join(unicodedata.normalize("NFC", text).split())


def names(record: Record) -> list[dict[str, str]]:
    """Return the authors without empty parts; "Jr" behind a given name is told as a suffix."""
    return [name for author in record.get("authors") or [] if (name := _name(author))]


def _name(author: Mapping[str, Any]) -> dict[str, str]:
    name = {part: line(author.get(part)) for part in ("family", "given", "suffix", "literal")}
    if not name["family"]:
        return {"literal": name["literal"] or name["given"]} if any(name.values()) else {}
    if not name["suffix"]:
        name["given"], name["suffix"] = without_generation(name["given"])
    return {part: name[part] for part in ("family", "given", "suffix") if name[part]}


def remarks(record: Record) -> list[str]:
    """Return what is known besides, a line each: registration, peer review, what is not known of the authors."""
    is_reviewed = record.get("peer_reviewed", True)
    is_usual = is_reviewed != (record["type"] in UNREVIEWED)
    said = [
        (record.get("registration"), f"Registration: {line(record.get('registration'))}"),
        (not is_usual, f"Peer reviewed: {'yes' if is_reviewed else 'no'}"),
        (record.get("authors_complete") is False, INCOMPLETE),
        (record.get("authors_in_order") is False, ORDER_UNKNOWN.capitalize()),
    ]
    return [words for holds, words in said if holds]
