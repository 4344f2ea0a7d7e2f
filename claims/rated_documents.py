"""The rule's part of a document: what it is given, and what it makes of it in JSON values and words. Pure."""

from dataclasses import asdict

from claims.accepted_forms import item_of
from claims.rating import vocabulary
from claims.rating.items import Question
from claims.rating.tables import STRENGTH_WORDS
from claims.streams import stream_of

NOT_SEARCHED = "Publication bias, 0: cannot be judged; no systematic search is recorded."
QUESTION = ("slug", "kind", "scope", "asserts", "publication_bias_flag")


def question_of(document):
    """Return the claim as the rule knows it."""
    return Question(**{name: document["claim"][name] for name in QUESTION})


def items_of(document):
    """Return {id: item} in the order of the document."""
    records = document["sources"]
    return {
        form["id"]: item_of(form["id"], form, records[form["source"]])
        for form in document["evidence"]
    }


def term(one):
    return {"code": one.value, "label": one.label, "symbol": one.symbol}


def headline_terms(verdict, certainty, reason_code):
    """Return verdict and certainty with the words that readers get (METHOD 2)."""
    top = vocabulary.headline(verdict)
    level = certainty and vocabulary.Certainty(certainty)
    return {
        "verdict": term(top) | {"side": top.side, "sentence": _sentence(top, reason_code)},
        "certainty": term(level) | {"level": level.level} if level else None,
    }


def _sentence(top, reason_code):
    """A reviewer who does not know, where the rule would, gives no code for the reason."""
    reason = (
        vocabulary.ReasonCode(reason_code).sentence or vocabulary.ReasonCode.INCONCLUSIVE.sentence
    )
    return top.sentence or reason


def study_labels(items, records):
    """Return {study key: label}, named after the first of its papers."""
    labels = {}
    for item in sorted(items, key=lambda item: (item.year or 9999, item.source)):
        labels.setdefault(item.study_key, records[item.source]["label"])
        labels.setdefault(f"review:{item.source}", records[item.source]["label"])
    return labels


def _named(keys, labels):
    return [{"key": key, "label": labels[key]} for key in keys]


def suggestion_part(suggestion, labels, is_searched):
    """Return the rule's suggestion with every reason in words."""
    named = {labels.get(key, key) for key in suggestion.fragile_to}
    return suggestion.as_expected() | {
        "flags": [
            {"code": flag, "words": vocabulary.flag_words(flag, fragile_to=sorted(named))}
            for flag in suggestion.flags
        ],
        "fragile_to": _named(suggestion.fragile_to, labels),
        "deciding": _named(suggestion.deciding, labels),
        "steps": [_step(step, labels, is_searched) for step in suggestion.steps],
        "unweighted_lean": suggestion.unweighted_lean,
        "notes": list(suggestion.notes),
    }


def _step(step, labels, is_searched):
    words = step.words
    is_silent = step.domain == vocabulary.Domain.PUBLICATION_BIAS and not step.levels
    if is_silent and not is_searched:
        # Silence in a collection that nobody searched for says nothing (METHOD 4, attack 1).
        words = NOT_SEARCHED
    return {
        "domain": step.domain,
        "levels": step.levels,
        "words": words,
        "studies": _named(step.studies, labels),
    }


def study_part(study, items, records, labels):
    """Return one counted study; `items` are the rule's by their ids."""
    sizes = [items[item].n_analysed for item in study.items if items[item].n_analysed is not None]
    return {
        "key": study.key,
        "label": labels[study.key],
        "direction": study.direction,
        "vote": study.vote,
        "point": study.point,
        "strength": {"code": study.strength.value, "rung": study.rung},
        "weight": study.weight,
        "n": max(sizes, default=None),
        "effective_n": study.n,
        "stands_for": study.k,
        "is_review": study.is_review,
        "is_deciding": study.is_deciding,
        "stream": stream_of(records[study.item.source]).value,
        "material": study.material,
        "items": list(study.items),
        "sources": sorted({items[item].source for item in study.items}),
    }


def item_part(name, suggestion):
    """Return what the rule says of one item: its strength with reasons, whether it counts and why not."""
    rated = suggestion.strengths[name]
    strength = {
        "code": STRENGTH_WORDS[rated.level],
        "rung": rated.level,
        "computed": rated.computed,
        "effective_bias": rated.effective_bias,
        "reasons": [asdict(reason) for reason in rated.reasons],
    }
    return {"strength": strength, **_use(name, suggestion)}


def _use(name, suggestion):
    if name in suggestion.excluded:
        return {"use": "excluded", "use_reason": suggestion.excluded_reasons[name]}
    if name in suggestion.shown_only:
        return {"use": "shown", "use_reason": suggestion.shown_only[name]}
    return {"use": "counted", "use_reason": ""}
