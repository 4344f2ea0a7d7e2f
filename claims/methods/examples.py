"""The worked examples of the rule: the data beside this module, told with the rule's own words."""

import json
from functools import cache
from pathlib import Path

from claims.rating import evidence_sets, vocabulary
from claims.rating.certainty import suggest
from claims.rating.strength import material, rate_item
from claims.rating.wording import DESIGN_WORDS, amount, counted

FILE = Path(__file__).with_name("worked_examples.json")
CLAIMED = {"effect": "something happens", "no-effect": "nothing happens"}


@cache
def examples():
    """Return every example with what goes in, what the rule says of it, and why."""
    text = FILE.read_text(encoding="utf-8")
    written = {case["name"]: case["why"] for case in json.loads(text)["cases"]}
    return [_example(case, written[case.name]) for case in evidence_sets.read(text)]


def _example(case, why):
    number, _, title = case.name.partition(" ")
    suggestion = suggest(case.question, case.items)
    reason = vocabulary.ReasonCode(suggestion.reason_code)
    is_unknown = suggestion.verdict == vocabulary.Verdict.INSUFFICIENT
    return {
        "number": number,
        "title": title[0].upper() + title[1:],
        "why": why,
        "claim": _claim(case.question),
        "items": _items(case),
        "steps": [step.words for step in suggestion.steps],
        "notes": suggestion.notes,
        "verdict": vocabulary.Verdict(suggestion.verdict),
        "reason": reason.sentence if is_unknown else "",
        "certainty": suggestion.certainty and vocabulary.Certainty(suggestion.certainty),
        "flags": [vocabulary.Flag(flag.partition(":")[0]).label for flag in suggestion.flags],
    }


def _claim(question):
    kind, scope = vocabulary.ClaimKind(question.kind), vocabulary.Scope(question.scope)
    return f"{kind.label}; {scope.label.lower()}; it says that {CLAIMED[question.asserts]}"


def _items(case):
    """Return a row for each set of equal items, with how many there are."""
    rows = {}
    for item in case.items:
        row = _item(item, rate_item(case.question, item))
        rows.setdefault(tuple(row.values()), row | {"count": 0})["count"] += 1
    return list(rows.values())


def _item(item, rating):
    return {
        "design": DESIGN_WORDS[item.design],
        "n": _size(item),
        "direction": vocabulary.Direction(item.direction),
        "point": vocabulary.Point(item.point),
        "bias": vocabulary.RiskOfBias(item.risk_of_bias).label,
        "blinding": vocabulary.Blinding(item.blinding).label,
        "strength": rating.word,
        "counted": rating.counted,
        "reasons": tuple(reason.words for reason in rating.reasons),
    }


def _size(item):
    if item.n_studies:
        return counted(item.n_studies, "study", "studies")
    unit = [material(item)]
    return "number not stated" if item.n_analysed is None else amount(item.n_analysed, unit)
