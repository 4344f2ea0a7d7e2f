"""Keys of sources: made from what is known of one, and each once in the library. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from string import ascii_lowercase
from typing import Any

MOST = 60


def suggested_key(known: Mapping[str, Any]) -> str:
    """Return a key such as hutten2020mood from what is known of the source."""
    first = (known.get("authors") or [{}])[0]
    name = _letters(first.get("family") or first.get("literal") or "") or "anonymous"
    words = re.split(r"[\s:,.-]+", known.get("title") or "")
    word = next((letters for w in words if len(letters := _letters(w)) > 3), "")
    return f"{name[:30]}{known.get('year') or ''}{word[:25]}"


def _letters(text):
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", text.lower())


class FreeKeys:
    """Hands out keys that nobody has: hutten2020mood, hutten2020moodb … moodz, mood27, mood28 …"""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = set(taken)
        self._endings: dict[str, Iterator[str]] = {}

    def take(self, known: Mapping[str, Any]) -> str:
        """Return the suggested key, with an ending if somebody has it, and keep it."""
        wish = suggested_key(known)
        key = wish
        while key in self._taken:
            ending = next(self._endings.setdefault(wish, _endings()))
            key = f"{wish[: MOST - len(ending)]}{ending}"
        self._taken.add(key)
        return key


def _endings():
    yield from ascii_lowercase[1:]
    yield from map(str, count(len(ascii_lowercase) + 1))
