"""Documents made of evidence sets, as far as a what-if reads them; no database."""

import json
from dataclasses import asdict
from pathlib import Path

from claims.accepted_forms import RATED
from claims.rated_documents import item_part, study_labels, study_part, suggestion_part
from claims.rating import RULE, evidence_sets
from claims.rating.certainty import suggest
from claims.rating.items import Item, Question

VECTORS = Path(__file__).parent.parent / "data" / "method" / "vectors.json"
QUESTION = Question(slug="claim", kind="effect", scope="microdose")


def cases():
    return evidence_sets.read(VECTORS.read_text())


def make_item(key, **fields):
    given = {
        "direction": "supports",
        "design": "rct-parallel",
        "dose_regime": "microdose",
        "n_analysed": 120,
        "outcome_kind": "biomarker",
        "blinding": "intact",
        "risk_of_bias": "low",
    }
    return Item(id=key, **({"source": key} | given | fields))


def document_of(items, question=QUESTION, groups=(), records=None):
    """Return a document; `records` maps a source's key to what its record says besides the items."""
    said = records or {}
    kept = {item.source: _record(item) | said.get(item.source, {}) for item in items}
    # In random sets two items of one source may say different things of it.
    kept |= {_own(item): _record(item) | said.get(item.source, {}) for item in items}
    suggestion = suggest(question, items)
    labels = study_labels(items, kept)
    document = {
        "rule": RULE,
        "claim": {name: getattr(question, name) for name in QUESTION_FIELDS},
        "search": {"on": None},
        "suggestion": suggestion_part(suggestion, labels, False),
        "studies": [
            study_part(study, {item.id: item for item in items}, kept, labels)
            for study in suggestion.studies
        ],
        "evidence": [_form(item) | item_part(item.id, suggestion) for item in items],
        "groups": list(groups),
        "sources": kept,
    }
    return json.loads(json.dumps(document))


QUESTION_FIELDS = ("slug", "kind", "scope", "asserts", "publication_bias_flag")
REVIEW = ("review_of", "n_studies", "included_rob", "inconsistent_inside", "includes_checked")


def _own(item):
    return f"source-of-{item.id}"


def _form(item):
    rated = {name: getattr(item, name) for name in RATED}
    return rated | {
        "id": item.id,
        "source": _own(item),
        "strength_override": item.strength_override,
        "outcome_group": None,
    }


def _record(item):
    fields = asdict(item)
    plain = ("study", "design", "species", "dose_regime", "status", "year")
    review = {name: fields[name] for name in (*REVIEW, "overlap_group")} | {"includes": []}
    return {name: fields[name] for name in plain} | {
        "key": item.source,
        "label": item.source.title(),
        "sample_size": None,
        "funding_note": None,
        "coi_note": None,
        "peer_reviewed": True,
        "review": review,
        "included_studies": list(item.includes),
        "retracted_inside": list(item.retracted_inside),
    }
