"""What could change a claim's verdict: the rungs that no study stands on, and what is known too little. Pure."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from claims.rating.tables import IMPRECISION_PEOPLE, IMPRECISION_STUDIES, RATED_BY_PEOPLE
from claims.rating.vocabulary import (
    Basis,
    Blinding,
    ClaimKind,
    Domain,
    OutcomeKind,
    RiskOfBias,
    Scope,
)
from claims.rating.vocabulary import ReviewState as Review
from claims.rating.wording import amount, counted
from claims.streams import TRIALS

Document = Mapping[str, Any]
CELLS, ANIMALS, FULL, OTHER = "cells", "animals", "full-dose", "other-dose"
OPEN, CONTROLLED = "open", "controlled"
CONTROL = "placebo or another dose beside it"
LADDERS = {
    Scope.MICRODOSE: {
        CELLS: "Cells or tissue",
        ANIMALS: "Animals",
        FULL: "People at full doses",
        OTHER: "People at doses in between, or not given",
        OPEN: "People at microdoses, uncontrolled",
        CONTROLLED: "People at microdoses, randomised and controlled",
    },
    Scope.GENERAL: {
        CELLS: "Cells or tissue",
        ANIMALS: "Animals",
        OPEN: "People, uncontrolled",
        CONTROLLED: "People, randomised and controlled",
    },
    Scope.BACKGROUND: {CELLS: "Cells or tissue", ANIMALS: "Animals", OPEN: "People"},
}
GIVEN = (ClaimKind.EFFECT, ClaimKind.MECHANISM)
TO_JUDGE = {
    Review.NOT_REVIEWED: "The judgement of two people: what stands here is not yet theirs.",
    Review.ONE_REVIEWER: "The judgement of a second person: what stands here is that of one.",
    Review.DISAGREEMENT: "An agreement of the two who judged, or a third person's judgement.",
    Review.STALE: "A new look by two people: the evidence has changed since they judged.",
}


@dataclass(frozen=True)
class Rung:
    """One step of the way from cells to controlled trials in people, with how many counted studies stand on it."""

    code: str
    words: str
    studies: int


def ladder(document: Document) -> list[Rung]:
    """Return the rungs of the claim's scope; reviews stand on none, doses in between only where there are any."""
    words = LADDERS[Scope(document["claim"]["scope"])]
    places = Counter(_place(study, document, words) for study in document["studies"])
    rungs = [Rung(code, text, places[code]) for code, text in words.items()]
    return [rung for rung in rungs if rung.studies or rung.code != OTHER]


def _place(study, document, words) -> str:
    if study["is_review"]:
        return ""
    if study["material"] != "people":
        return study["material"]
    regimes = {document["sources"][key]["dose_regime"] for key in study["sources"]}
    if FULL in words and "microdose" not in regimes:
        return FULL if regimes == {"full-dose"} else OTHER
    return CONTROLLED if CONTROLLED in words and _is_controlled(study, document) else OPEN


def _is_controlled(study, document) -> bool:
    """Whether chance decided who got what, and a placebo, vehicle or another dose stood beside it."""
    items = [item for item in document["evidence"] if item["id"] in study["items"]]
    return any(
        item["d_comparator"] == "direct" and document["sources"][item["source"]]["design"] in TRIALS
        for item in items
    )


def reviews(document: Document) -> int:
    """Return how many counted studies are reviews, which stand on no rung."""
    return sum(study["is_review"] for study in document["studies"])


def new_studies(document: Document) -> list[str]:
    """Return which new studies could change the verdict, each a sentence."""
    if not document["studies"]:
        return ["Any study that can be counted: there is none yet."]
    told = [_trial, _size, _materials, _agreement, _directness, _blinding]
    return _told(told, document)


def closer_reading(document: Document) -> list[str]:
    """Return what could change the verdict without a new study, each a sentence."""
    told = [_full_texts, _bias, _numbers] if document["studies"] else []
    return _told([*told, _search, _assessments], document)


def _told(parts: list[Callable[[Document], str]], document: Document) -> list[str]:
    return [words for part in parts if (words := part(document))]


def _trial(document: Document) -> str:
    claim = document["claim"]
    empty = {rung.code for rung in ladder(document) if not rung.studies}
    if CONTROLLED not in empty or claim["kind"] not in GIVEN:
        return ""
    dose = " at microdoses" if claim["scope"] == Scope.MICRODOSE else ""
    return f"A randomised trial in people{dose} with {CONTROL}: none is counted yet."


def _size(document: Document) -> str:
    if not _taken_off(document, Domain.IMPRECISION):
        return ""
    known = document["suggestion"]["information"]
    if document["claim"]["kind"] == ClaimKind.MECHANISM:
        return _more_studies(known["k"])
    return _more_people(known["n"], document)


def _more_studies(number: int, wanted: int = max(IMPRECISION_STUDIES)) -> str:
    more = counted(wanted - number, "more independent study", "more independent studies")
    return f"{more}: {number or 'none'} where the answer is, and {wanted} or more are wanted."


def _more_people(number: int, document: Document) -> str:
    wanted, claim = max(IMPRECISION_PEOPLE), document["claim"]
    kind = "Studies"
    if claim["kind"] == ClaimKind.EFFECT:
        kind = f"Randomised trials with {CONTROL}"
    dose = " at microdoses" if claim["scope"] == Scope.MICRODOSE else ""
    materials = {study["material"] for study in _deciding(document)}
    return (
        f"{kind}{dose} in {wanted - number:,} more people, or half as many where each is their own"
        f" control: the answer rests on {amount(number, materials)}, and {wanted} or more are wanted."
    )


def _materials(document: Document) -> str:
    """A mechanism is surer where people, animals and cells agree."""
    if document["claim"]["kind"] != ClaimKind.MECHANISM:
        return ""
    empty = {rung.code for rung in ladder(document) if not rung.studies}
    names = [code for code in (CELLS, ANIMALS) if code in empty]
    return f"Experiments in {' or '.join(names)}: none is counted yet." if names else ""


def _agreement(document: Document) -> str:
    return _with_reason(
        "Studies that explain why the results differ", Domain.INCONSISTENCY, document
    )


def _directness(document: Document) -> str:
    return _with_reason("Studies closer to the question", Domain.INDIRECTNESS, document)


def _with_reason(what: str, domain: Domain, document: Document) -> str:
    step = _taken_off(document, domain)
    return f"{what}: {step['words'].partition(': ')[2]}" if step else ""


def _taken_off(document: Document, domain: Domain):
    """Return the step of a domain that took certainty off, or None."""
    steps = document["suggestion"]["steps"]
    return next((s for s in steps if s["domain"] == domain and s["levels"] < 0), None)


def _blinding(document: Document) -> str:
    if document["claim"]["kind"] not in GIVEN:
        return ""
    able = [one for one in _items(document) if _hangs_on_blinding(one)]
    held = sum(one["blinding"] == Blinding.INTACT for one in able)
    whose = f"that people rated, in {_the_deciding(document)}"
    told = f"was tested and held in {held or 'none'} of the {len(able):,} results {whose}"
    if len(able) == 1:
        told = f"was not tested, or did not hold, in the one result {whose}"
    asked = "Trials that ask people what they think they took"
    return "" if held == len(able) else f"{asked}: blinding {told}."


def _hangs_on_blinding(item) -> bool:
    """Whether the rule asks about blinding; where guessing right is the finding, it does not (METHOD 1.3)."""
    is_rated = (item["outcome_kind"] or OutcomeKind.SELF_REPORT) in RATED_BY_PEOPLE
    return is_rated and item["blinding"] != Blinding.NOT_APPLICABLE


def _full_texts(document: Document) -> str:
    read = {item["id"] for item in _items(document) if item["basis"] == Basis.ABSTRACT}
    studies = [study for study in _deciding(document) if set(study["items"]) <= read]
    part = _part(len(studies), len(_deciding(document)), "deciding")
    return f"The full texts: {part} read only as an abstract." if studies else ""


def _bias(document: Document) -> str:
    known = {one["id"]: one["risk_of_bias"] for one in document["evidence"]}
    unknown = [
        study
        for study in document["studies"]
        if all(known[item] == RiskOfBias.NOT_ASSESSED for item in study["items"])
    ]
    part = _part(len(unknown), len(document["studies"]), "counted")
    return f"A judgement of the risk of bias: {part} never judged." if unknown else ""


def _numbers(document: Document) -> str:
    unknown = [study["label"] for study in _deciding(document) if study["n"] is None]
    return f"The size of {', '.join(unknown)}: it is not recorded." if unknown else ""


def _search(document: Document) -> str:
    words = "A systematic search: none is recorded, so studies may be missing."
    return "" if document["search"]["on"] else words


def _assessments(document: Document) -> str:
    return TO_JUDGE.get(document["review"]["code"], "")


def _deciding(document: Document) -> list[Mapping[str, Any]]:
    return [study for study in document["studies"] if study["is_deciding"]]


def _the_deciding(document: Document) -> str:
    number = len(_deciding(document))
    return f"the {number:,} deciding studies" if number > 1 else "the deciding study"


def _items(document: Document) -> list[Mapping[str, Any]]:
    """Return the results of the studies that decide."""
    decide = {item for study in _deciding(document) for item in study["items"]}
    return [item for item in document["evidence"] if item["id"] in decide]


def _part(number: int, whole: int, which: str) -> str:
    """Return "the one deciding study was", "all 3 deciding studies were", "2 of 3 deciding studies were"."""
    if whole == 1:
        return f"the one {which} study was"
    every = "both" if whole == 2 else f"all {whole:,}"
    part = every if number == whole else f"{number:,} of {whole:,}"
    return f"{part} {which} studies {'was' if number == 1 else 'were'}"
