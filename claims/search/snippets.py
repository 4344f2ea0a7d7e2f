"""Texts cut and marked for a list of results: pieces, each with whether it was looked for. Pure."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice

from claims.search.words import spans

WORDS = 40
BEFORE = 8
Piece = tuple[str, bool]


def marked(text: str, stems: str, wanted: Iterable[tuple[str, ...]]) -> list[Piece]:
    """Return the whole text in pieces; `stems` are its own, as they were stored with it."""
    places = list(spans(text))
    return _pieces(text, places, _hits(stems.split(), wanted), 0, len(places))


def excerpt(text: str, stems: str, wanted: Iterable[tuple[str, ...]]) -> list[Piece]:
    """Return the stretch of the text that holds most of what was looked for, in pieces."""
    hits = _hits(stems.split(), wanted)
    first = _best_start(sorted(hits))
    # One word more than is shown tells whether the text goes on; the words after it are not looked at.
    places = list(islice(spans(text), first + WORDS + 1))
    return _pieces(text, places, hits, first, min(first + WORDS, len(places)))


def _hits(stems, wanted):
    """Return the numbers of the words that belong to a run of stems that was looked for."""
    runs = {}
    for run in wanted:
        runs.setdefault(run[0], []).append(run)
    return {
        number + step
        for number, stem in enumerate(stems)
        for run in runs.get(stem, ())
        if tuple(stems[number : number + len(run)]) == run
        for step in range(len(run))
    }


def _best_start(hits):
    """Return where the first of the stretches with the most hits begins."""
    room = WORDS - BEFORE
    counted = [(bisect_left(hits, hit + room) - place, hit) for place, hit in enumerate(hits)]
    _, first = max(counted, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
    return max(first - BEFORE, 0)


def _pieces(text, places, hits, first, end):
    """Return the words from `first` to before `end`, with an ellipsis where the text goes on."""
    if not places[first:end]:
        return []
    at = places[first][0] if first else 0
    close = places[end - 1][1] if end < len(places) else len(text)
    pieces = [("… ", False)] if first else []
    for number in sorted(number for number in hits if first <= number < end):
        start, stop, _ = places[number]
        pieces += [(text[at:start], False), (text[start:stop], True)]
        at = stop
    pieces += [(text[at:close], False), (" …" if end < len(places) else "", False)]
    return _joined(pieces)


def _joined(pieces):
    """Return the pieces without empty ones, and hits with only a space between them as one."""
    joined = []
    for text, is_hit in pieces:
        if is_hit and len(joined) > 1 and joined[-1] == (" ", False) and joined[-2][1]:
            joined.pop()
            joined[-1] = (f"{joined[-1][0]} {text}", True)
        elif text:
            joined.append((text, is_hit))
    return joined
