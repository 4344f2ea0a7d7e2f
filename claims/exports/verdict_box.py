"""The box at the top of a summary: the answer, how far people have looked, and what may be missing."""

import datetime
from collections.abc import Mapping
from typing import Any

from claims.rating.vocabulary import Lean, ReviewState

from .escaping import plain, sentence
from .groups import weakest_link
from .headlines import (
    OUT_OF_DATE,
    certainty_words,
    has_single_verdict,
    opinions,
    rated_words,
    speaking,
    suggested,
)
from .phrases import bullets

# METHOD 1.7: a search older than a year may miss newer studies.
SEARCH_LASTS = 365
Document = Mapping[str, Any]


def verdict_box(edition) -> str:
    """Return the headline, then the state of review with its notices, as a quotation."""
    document = edition.document
    head = " ".join(filter(None, HEADS[document["headline"]["kind"]](document)))
    state = [_state(document["review"]), search_age(document, edition.published_at)]
    changes = document["review"]["changes"]
    told = " ".join(filter(None, [*state, "What changed since:" if changes else ""]))
    lines = [head, told, *(["", *_list(changes)] if changes else [])]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _list(changes) -> list[str]:
    return bullets(sentence(change) for change in changes).splitlines()


def _state(review: Mapping[str, Any]) -> str:
    words = sentence(review["label"])
    if review["code"] != ReviewState.STALE or not review["before"]:
        return words
    return f"{words} Before: {sentence(review['before']['label'])}"


def search_age(document: Document, published_at: datetime.datetime) -> str:
    """Return the notice if the last search was more than a year old on the day of publication."""
    on = document["search"]["on"]
    if not on:
        return ""
    age = published_at.date() - datetime.date.fromisoformat(on)
    is_old = age.days > SEARCH_LASTS
    return f"Newer studies may be missing: the last search was on {plain(on)}." if is_old else ""


def _answer(document: Document) -> list[str]:
    """One verdict on the present evidence, the rule's or the reviewers'."""
    top = [f"**{rated_words(document)}**", sentence(document["verdict"]["sentence"])]
    return [*top, *_said(document), _lean(document), plain(weakest_link(document))]


def _said(document: Document) -> list[str]:
    return [sentence(one["lay_sentence"]) for one in speaking(document)]


def _lean(rated: Mapping[str, Any]) -> str:
    """Not knowing does not hide which way the little there is leans."""
    lean = rated["suggestion"]["lean"]
    is_open = rated["verdict"]["side"] == "insufficient" and lean
    return f"{Lean(lean).label}." if is_open else ""


def _disagreement(document: Document) -> list[str]:
    top = [f"**{rated_words(document)}**", sentence(document["verdict"]["sentence"])]
    return [*top, *_both(document)]


def _both(document: Document) -> list[str]:
    return [_opinion(one) for one in opinions(document)]


def _opinion(one: Mapping[str, Any]) -> str:
    """Return "Rosa: Not so, certainty ⊕⊕⊕⊕ High." with the reviewer's one sentence."""
    name, label = plain(one["reviewer"]["name"]), plain(one["verdict"]["label"])
    words = f"{name}: {label}, certainty {certainty_words(one)}."
    return f"{words} {sentence(one['lay_sentence'])}".rstrip()


def _out_of_date(document: Document) -> list[str]:
    top = [f"**Out of date: {rated_words(document)}**", sentence(document["verdict"]["sentence"])]
    told = _said(document) if has_single_verdict(document) else _both(document)
    return [*top, *told, *_suggestion(document)]


def _suggestion(document: Document) -> list[str]:
    """What the rule makes of the present evidence, beside a top that does not."""
    rated = suggested(document)
    words = f"Current suggestion of rule {plain(document['rule'])}: {rated_words(rated)}"
    return [words, sentence(rated["verdict"]["sentence"]), _lean(rated)]


def _under_review(document: Document) -> list[str]:
    top = [f"**{rated_words(document)}**", sentence(document["verdict"]["sentence"])]
    fallen = "; ".join(
        f"{plain(one['label'])}, which decided the answer in edition {one['edition']}"
        for one in document["headline"]["fallen"]
    )
    return [*top, f"Retracted: {fallen}.", *_suggestion(document)]


HEADS = {
    "suggestion": _answer,
    "reviewers": _answer,
    "disagreement": _disagreement,
    OUT_OF_DATE: _out_of_date,
    "under-review": _under_review,
}
