"""How certain, and why: every step from the start to the result, and what would change it."""

from collections.abc import Mapping, Sequence
from typing import Any

from claims.rating.vocabulary import Certainty, Domain, Flag, Lean

from .escaping import plain, sentence
from .headlines import suggested, voices
from .names import named, with_names
from .phrases import capital, listed, paragraphs, section, signed, table

HEADER = ("Domain", "Levels", "Reason")
# Naming every study that carries the answer again would tell nothing.
NAMING = (Domain.RISK_OF_BIAS, Domain.INCONSISTENCY, Domain.INDIRECTNESS)
ABSENT = {Domain.RAISED_FOR: "Nothing raises it.", Domain.LIMIT: "No limit applies."}
# Said under "Would it change?" already.
SAID_APART = (Flag.FRAGILE, Flag.DEPENDS_ON_WEIGHTS)
WOULD_LEAN = {
    Lean.FOR: "would lean for the claim",
    Lean.AGAINST: "would lean against the claim",
    Lean.SPLIT: "would point both ways",
}


def how_certain(document: Mapping[str, Any]) -> str:
    """Return the section."""
    after = [_suggested(document), _would_it_change(document), _cautions(document)]
    return section("How certain, and why", table(HEADER, _rows(document)), paragraphs(after))


def _rows(document: Mapping[str, Any]) -> list[list[str]]:
    """Return the rule's steps in METHOD's order, what they come to last."""
    steps = document["suggestion"]["steps"]
    rows = [
        row for domain in Domain for row in (_rows_of(domain, steps, document) if steps else [])
    ]
    rated = suggested(document)
    certainty = rated["certainty"]
    result = plain(certainty["label"]) if certainty else "Not rated"
    words = certainty and Certainty(certainty["code"]).definition
    return [*rows, ["Result", f"**{result}**", sentence(words or rated["verdict"]["sentence"])]]


def _rows_of(domain: Domain, steps, document: Mapping[str, Any]) -> list[list[str]]:
    rows = [_row(step, document) for step in steps if step["domain"] == domain]
    return rows or [[domain.label, "0", ABSENT.get(domain, "Not judged.")]]


def _row(step: Mapping[str, Any], document: Mapping[str, Any]) -> list[str]:
    domain, levels = Domain(step["domain"]), step["levels"]
    if domain is Domain.START:
        level = next(term.label for term in Certainty if term.level == levels)
        # The level has its own column.
        words = step["words"].replace(f"{level}, ", "", 1)
        return [domain.label, level, _reason(step | {"words": words}, document)]
    return [domain.label, signed(levels), _reason(step, document)]


def _reason(step: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    """Return the words without the domain and the levels, which have columns of their own."""
    label = Domain(step["domain"]).label
    words = step["words"]
    for opening in (f"{label}, {signed(step['levels'])}: ", f"{label}: "):
        words = words.removeprefix(opening)
    studies = named(step["studies"])
    told = sentence(with_names(capital(words), document))
    is_named = step["levels"] < 0 and step["domain"] in NAMING and studies
    return f"{told} Studies: {studies}." if is_named else told


def _suggested(document: Mapping[str, Any]) -> str:
    suggestion, rated = document["suggestion"], suggested(document)
    certainty = rated["certainty"]
    level = certainty["label"] if certainty else "certainty not rated"
    deciding = named(suggestion["deciding"])
    decide = f"Deciding studies: {deciding}." if deciding else "No study decides."
    words = f"{rated['verdict']['label']}, {level}. Reviewers: {_compared(voices(document))}"
    return f"Suggested by rule {plain(document['rule'])}: {words} {decide}"


def _compared(assessments: Sequence[Mapping[str, Any]]) -> str:
    """Return whether those who count differ from the suggestion that they saw."""
    if not assessments:
        return "nobody yet."
    seen = "" if all(one["is_current"] for one in assessments) else "on the evidence they saw, "
    apart = [one for one in assessments if one["departs"]]
    if not apart:
        return f"{seen}same."
    same = [plain(one["reviewer"]["name"]) for one in assessments if not one["departs"]]
    reasons = " ".join(_departure(one, is_alone=len(assessments) == 1) for one in apart)
    return f"{seen}differ, because {reasons}" + (f" Same: {listed(same)}." if same else "")


def _departure(one: Mapping[str, Any], *, is_alone: bool) -> str:
    reason = sentence(one["departure_reason"])
    return reason if is_alone else f"{plain(one['reviewer']['name'])}: {reason}"


def _would_it_change(document: Mapping[str, Any]) -> str:
    suggestion = document["suggestion"]
    if not suggestion["counted_studies"]:
        return "Would it change? Nothing is counted, so any study that counts could change it."
    fragile = named(suggestion["fragile_to"])
    change = "No single study changes the side."
    if fragile:
        change = f"Leaving out any one of these studies would change the side: {fragile}."
    return f"Would it change? {change} One study, one vote: {_unweighted(suggestion)}."


def _unweighted(suggestion: Mapping[str, Any]) -> str:
    lean = suggestion["unweighted_lean"]
    return "the same" if lean == suggestion["lean"] else WOULD_LEAN[lean]


def _cautions(document: Mapping[str, Any]) -> str:
    flags = document["suggestion"]["flags"]
    words = [flag["words"] for flag in flags if flag["code"] not in SAID_APART]
    return f"Cautions: {' '.join(sentence(word) for word in words)}" if words else "Cautions: none."
