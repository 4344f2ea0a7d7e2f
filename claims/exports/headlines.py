"""What stands at the top of a claim, what the rule suggests beside it, and whose judgement it is."""

from collections.abc import Mapping
from typing import Any

from claims.rating.vocabulary import (
    AssessmentKind,
    Certainty,
    NoVerdict,
    Verdict,
    lay_sentence,
)

from .escaping import plain, sentence

Document = Mapping[str, Any]
Assessment = Mapping[str, Any]
NO_SINGLE = "No single verdict"
OUT_OF_DATE = "out-of-date"
# Where the top is a verdict on the evidence as it is in the edition.
CURRENT = ("suggestion", "reviewers")


def has_single_verdict(document: Document) -> bool:
    """Return whether a verdict stands at the top, be it out of date."""
    return document["verdict"]["code"] not in NoVerdict.values()


def certainty_words(rated: Mapping[str, Any]) -> str:
    """Return "⊕⊕◯◯ Low"."""
    if rated["certainty"] is None:
        return "Not rated" if has_single_verdict(rated) else NO_SINGLE
    return plain(f"{rated['certainty']['symbol']} {rated['certainty']['label']}")


def rated_words(rated: Mapping[str, Any]) -> str:
    """Return "Studies disagree. Certainty: ⊕◯◯◯ Very low."; without a single verdict, that."""
    label = sentence(rated["verdict"]["label"])
    if not has_single_verdict(rated):
        return f"{label} {NO_SINGLE}."
    return f"{label} Certainty: {certainty_words(rated)}."


def short_label(document: Document) -> str:
    """Return the words for a list, not escaped."""
    label = document["verdict"]["label"]
    return f"Out of date: {label}" if document["headline"]["kind"] == OUT_OF_DATE else label


def suggested(document: Document) -> dict[str, Any]:
    """Return what the rule suggests in the form that the top has."""
    suggestion = document["suggestion"]
    verdict, certainty = Verdict(suggestion["verdict"]), suggestion["certainty"]
    words = lay_sentence(verdict, suggestion["reason_code"])
    return {
        "verdict": _term(verdict) | {"side": verdict.side.value, "sentence": words},
        "certainty": _term(Certainty(certainty)) if certainty else None,
        "suggestion": suggestion,
    }


def _term(one) -> dict[str, str]:
    return {"code": one.value, "label": one.label, "symbol": one.symbol}


def rated_now(document: Document) -> Mapping[str, Any]:
    """Return the top if it is about the present evidence, else what the rule suggests."""
    return document if document["headline"]["kind"] in CURRENT else suggested(document)


def voices(document: Document) -> list[Assessment]:
    """Return the assessments that make the state of review."""
    return [one for one in document["assessments"] if one["counts"]]


def opinions(document: Document) -> list[Assessment]:
    """Return what the reviewers said each on their own."""
    return [one for one in voices(document) if one["kind"]["code"] == AssessmentKind.INDEPENDENT]


def settlement(document: Document) -> Assessment | None:
    """Return the consensus or the arbitration that ended a disagreement."""
    settling = [one for one in voices(document) if one not in opinions(document)]
    return settling[-1] if settling else None


def speaking(document: Document) -> list[Assessment]:
    """Return whose sentences go with the top: who settled it, else everybody who counts."""
    settled = settlement(document)
    return [settled] if settled else voices(document)


def deciding_assessment(document: Document) -> Assessment | None:
    """Return the assessment whose verdict and certainty stand at the top, if reviewers put it there."""
    if document["headline"]["kind"] != "reviewers":
        return None
    top = (document["verdict"]["code"], _code(document["certainty"]))
    own = [one for one in speaking(document) if _answer(one) == top]
    return own[-1] if own else None


def _answer(assessment: Assessment) -> tuple[str | None, str | None]:
    return _code(assessment["verdict"]), _code(assessment["certainty"])


def _code(term: Mapping[str, Any] | None) -> str | None:
    return term["code"] if term else None
