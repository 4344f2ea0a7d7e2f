"""Which of the counted studies decided what the rule suggests, and how their weight falls. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from claims.rating.vocabulary import Asserts, Direction, Lean, Side, Strength
from claims.rating.wording import counted, listed, percent
from claims.streams import TRIALS

Document = Mapping[str, Any]
NOT_FOUND = "Here this means: looked for and not found."
SHARE = {"for": Fraction(1), "half": Fraction(1, 2), "against": Fraction(0)}
RANDOMISED, NOT_RANDOMISED, PARTLY, REVIEW = "randomised", "not-randomised", "partly", "review"
KINDS = {
    RANDOMISED: ("randomised trial", "randomised trials"),
    NOT_RANDOMISED: ("study without randomisation", "studies without randomisation"),
    PARTLY: ("study randomised in part", "studies randomised in part"),
    "animals": ("animal experiment", "animal experiments"),
    "cells": ("study in cells or tissue", "studies in cells or tissue"),
    REVIEW: ("review", "reviews"),
}
FOUND = {
    Direction.SUPPORTS: ("supports the claim", "support the claim"),
    Direction.MIXED: ("is mixed", "are mixed"),
    Direction.NO_EFFECT: ("found no clear effect", "found no clear effect"),
    Direction.CONTRADICTS: ("contradicts the claim", "contradict the claim"),
}


def who_decided(document: Document) -> str:
    """Return one sentence: which studies decide, their kind, the weight on each side, and who does not."""
    deciding = [study for study in document["studies"] if study["is_deciding"]]
    others = [study for study in document["studies"] if not study["is_deciding"]]
    if not deciding:
        return ""
    kinds = [_kind(study, document["sources"]) for study in deciding]
    rest = f"; {_rest(others)}" if others else ""
    return f"{_who(kinds, len(others))}{_weakness(deciding)}: {_weight(deciding)}{rest}."


def not_found(document: Document) -> str:
    """Return what a verdict on the “not so” side means where no counted study contradicts the claim."""
    is_against = document["verdict"]["side"] == Side.AGAINST
    contradicts = any(one["direction"] == Direction.CONTRADICTS for one in document["studies"])
    asserts_effect = document["claim"]["asserts"] != Asserts.NO_EFFECT
    return NOT_FOUND if is_against and asserts_effect and not contradicts else ""


def carriers(document: Document) -> str:
    """Return how the sets of studies lie within each other; nothing where they are all the same."""
    whole, deciding = len(document["studies"]), len(document["suggestion"]["deciding"])
    carrying = _carrying(document["suggestion"]["steps"])
    if whole in (0, carrying):
        return ""
    told = "1 is a deciding study" if deciding == 1 else f"{deciding:,} are deciding studies"
    words = f"Of {counted(whole, 'counted study', 'counted studies')}, {told}"
    if document["suggestion"]["lean"] == Lean.SPLIT:
        return f"{words}."
    if carrying == deciding:
        return f"{words} and {_carry(carrying)} the answer."
    return f"{words}; {carrying:,} of these {_carry(carrying)} the answer, wholly or in half on its side."


def _carry(number: int) -> str:
    return "carries" if number == 1 else "carry"


def _carrying(steps: Sequence[Mapping[str, Any]]) -> int:
    """The rule starts from the designs of the studies that carry the answer."""
    return len(steps[0]["studies"]) if steps else 0


def _kind(study: Mapping[str, Any], records: Mapping[str, Any]) -> str:
    if study["is_review"]:
        return REVIEW
    if study["material"] != "people":
        return study["material"]
    randomised = {records[key]["design"] in TRIALS for key in study["sources"]}
    return PARTLY if len(randomised) == 2 else RANDOMISED if True in randomised else NOT_RANDOMISED


def _who(kinds: Sequence[str], others: int) -> str:
    number, whole = len(kinds), len(kinds) + others
    if whole == 1:
        return f"The one counted study decides, {_named(kinds)}"
    if others:
        verb = "decides" if number == 1 else "decide"
        return f"{number:,} of {whole:,} counted studies {verb}, {_named(kinds)}"
    every = "Both" if number == 2 else f"All {number:,}"
    return f"{every} counted studies decide, {_named(kinds)}"


def _weakness(deciding: Sequence[Mapping[str, Any]]) -> str:
    """The very weak decide only where there is nothing stronger."""
    strongest = max(study["strength"]["rung"] for study in deciding)
    if strongest > Strength.VERY_WEAK.rung:
        return ""
    return ", for want of any stronger than very weak"


def _named(kinds: Sequence[str]) -> str:
    """Return "a review", "both animal experiments", "3 randomised trials and 1 review"."""
    singular, plural = KINDS[kinds[0]]
    if len(kinds) == 1:
        return f"{'an' if singular[0] in 'aeiou' else 'a'} {singular}"
    if len(set(kinds)) == 1:
        return f"{'both' if len(kinds) == 2 else 'all'} {plural}"
    return listed(
        counted(kinds.count(kind), *words) for kind, words in KINDS.items() if kind in kinds
    )


def _weight(deciding: Sequence[Mapping[str, Any]]) -> str:
    whose = "its" if len(deciding) == 1 else "their"
    weights = [Fraction(study["weight"]) for study in deciding]
    votes = [SHARE[study["vote"]] for study in deciding]
    share = sum(map(Fraction.__mul__, weights, votes), Fraction(0)) / sum(weights)
    if share in (0, 1):
        return f"all of {whose} weight is {'for' if share else 'against'} the claim"
    if share == Fraction(1, 2):
        return f"half of {whose} weight is for the claim and half against it"
    sides = [(share, "for"), (1 - share, "against")]
    (more, first), (less, second) = sorted(sides, reverse=True)
    return f"{percent(more)} of {whose} weight is {first} the claim and {percent(less)} {second} it"


def _rest(others: Iterable[Mapping[str, Any]]) -> str:
    """Say what those found that are too weak to decide."""
    found = [Direction(study["direction"]) for study in others]
    told = listed(
        f"{found.count(way):,} {words[found.count(way) > 1]}"
        for way, words in FOUND.items()
        if way in found
    )
    if len(found) == 1:
        return f"the other one {FOUND[found[0]][0]} and is too weak to decide"
    if len(set(found)) == 1:
        every = "both" if len(found) == 2 else "all"
        return f"the other {len(found):,} {every} {FOUND[found[0]][1]} and are too weak to decide"
    return f"the other {len(found):,} ({told}) are too weak to decide"
