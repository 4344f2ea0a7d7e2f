"""What differs between two documents of one claim, as a plain list. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from claims.rating import vocabulary
from claims.rating.wording import listed

Document = Mapping[str, Any]
# What readers compare of a claim and of an item, with the words for it.
OF_CLAIM = {
    "statement": "the sentence",
    "kind": "the kind of claim",
    "scope": "the dose it is about",
    "asserts": "what it asserts",
    "target": "the target",
    "outcome_groups": "the outcome groups",
    "publication_bias_flag": "suspicion of publication bias",
}
OF_ITEM = {
    "direction": "direction",
    "point": "estimate's side",
    "null_informative": "informative null",
    "outcome_kind": "kind of outcome",
    "outcome_role": "role of the outcome",
    "n": "number analysed",
    "paired": "pairing",
    "blinding": "blinding",
    "risk_of_bias": "risk of bias",
    "basis": "what was read",
    "d_population": "directness of population",
    "d_dose": "directness of dose",
    "d_outcome": "directness of outcome",
    "d_comparator": "directness of comparison",
    "comparator": "comparison",
    "effect": "effect",
    "finding": "finding",
    "limitations": "limitations",
    "locator": "place in the source",
    "outcome_group": "outcome group",
    "large_effect": "large effect",
    "dose_response": "dose response",
    "opposing_bias": "opposing bias",
    "study": "study it belongs to",
    "strength_override": "strength set by a person",
}
# What the rule reads of a source; the rest is its reference.
OF_SOURCE = (
    "design",
    "species",
    "dose_regime",
    "sample_size",
    "study",
    "year",
    "review",
    "included_studies",
)
TERMS = {
    "direction": vocabulary.Direction,
    "point": vocabulary.Point,
    "blinding": vocabulary.Blinding,
    "risk_of_bias": vocabulary.RiskOfBias,
    "basis": vocabulary.Basis,
    "outcome_kind": vocabulary.OutcomeKind,
    "outcome_role": vocabulary.OutcomeRole,
    "strength": vocabulary.Strength,
    "strength_override": vocabulary.Strength,
    "comparator": vocabulary.Comparator,
} | {f"d_{name}": vocabulary.Directness for name in ("population", "dose", "outcome", "comparator")}


def changes(old: Document, new: Document) -> list[str]:
    """Return what was added, changed or withdrawn between two documents, each as a sentence.

    METHOD 1.7, "Staleness". The list is empty if nothing that bears on the verdict differs.
    """
    return [
        *_of_rule(old, new),
        *_of_claim(old["claim"], new["claim"]),
        *_of_items(_by_id(old), _by_id(new), new),
        *_of_sources(old["sources"], new["sources"]),
    ]


def _by_id(document: Document) -> dict[str, Mapping[str, Any]]:
    return {item["id"]: item for item in document["evidence"]}


def _of_rule(old: Document, new: Document) -> Iterator[str]:
    if old["rule"] != new["rule"]:
        yield f"Rule: version {old['rule']} became version {new['rule']}."


def _of_claim(old, new) -> Iterator[str]:
    changed = [words for name, words in OF_CLAIM.items() if old[name] != new[name]]
    if changed:
        yield f"Claim changed: {listed(changed)}."


def _of_items(old, new, document: Document) -> Iterator[str]:
    withdrawn = {tomb["id"]: tomb["reason"] for tomb in document["withdrawn"]}
    for name in sorted(new.keys() - old.keys()):
        yield f"Added: {_title(new[name])}."
    for name in sorted(old.keys() - new.keys()):
        why = f" {_closed(withdrawn[name])}" if name in withdrawn else ""
        yield f"Withdrawn: {_title(old[name])}.{why}"
    for name in sorted(new.keys() & old.keys()):
        if told := _of_item(old[name], new[name]):
            yield f"Changed: {_title(new[name])}: {'; '.join(told)}."


def _closed(reason: str) -> str:
    return reason if reason.endswith((".", "?", "!")) else f"{reason}."


def _title(item) -> str:
    return f"{item['label']}, {item['outcome']}"


def _of_item(old, new) -> list[str]:
    pairs = [(words, name, old[name], new[name]) for name, words in OF_ITEM.items()]
    pairs.append(("strength", "strength", old["strength"]["code"], new["strength"]["code"]))
    pairs.append(("use", "use", old["use"], new["use"]))
    return [_difference(*pair) for pair in pairs if pair[2] != pair[3]]


def _difference(words: str, name: str, old: Any, new: Any) -> str:
    """Say both values where they are short; a rewritten text is only named."""
    if any(isinstance(value, dict | list) or len(str(value)) > 60 for value in (old, new)):
        return f"{words} rewritten"
    return f"{words} was {_word(name, old)}, is now {_word(name, new)}"


def _word(name: str, value: Any) -> str:
    if value is None or value == "":
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    terms = TERMS.get(name)
    return f"“{terms(value).label}”" if terms and value in terms.values() else f"“{value}”"


def _of_sources(old, new) -> Iterator[str]:
    for key in sorted(old.keys() & new.keys()):
        before, after = old[key], new[key]
        if before["status"] != after["status"]:
            was, now = (record["words"]["status"].lower() for record in (before, after))
            yield f"{after['label']}: was {was}, is now {now}."
        if set(after["retracted_inside"]) - set(before["retracted_inside"]):
            yield f"{after['label']}: a study inside this review was retracted."
        if any(before.get(name) != after.get(name) for name in OF_SOURCE):
            yield f"{after['label']}: the record of the study was corrected."
