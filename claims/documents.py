"""Composing a claim's public document from the desk's rows: the only way from a row to a reader.

The shape of a document is described in docs/documents.md; `SCHEMA` is its number.
"""

import hashlib
import json
from dataclasses import asdict

from claims.accepted_forms import item_of
from claims.rated_documents import (
    headline_terms,
    item_part,
    study_labels,
    study_part,
    suggestion_part,
)
from claims.rating import RULE
from claims.rating.certainty import suggest
from claims.rating.fingerprint import fingerprint
from claims.rating.items import Question
from claims.review_documents import Review
from claims.search_documents import search_part
from claims.upgrades import SCHEMA
from sources.records import public_record


def compose(claim):
    """Return the document of `claim` as it now stands: JSON values only, the same for the same rows."""
    public = list(claim.evidence.public().with_source())
    records = {row.source.key: public_record(row.source) for row in public}
    rows = sorted(public, key=lambda row: (row.source.key, row.accepted_form["outcome"]))
    items = {identity(row): _item(row, records) for row in rows}
    question, search = question_of(claim), search_part(claim)
    is_searched = bool(search["on"])
    suggestion = suggest(question, list(items.values()))
    labels = study_labels(items.values(), records)
    document = {
        "schema": SCHEMA,
        "rule": RULE,
        "claim": _claim(claim),
        "fingerprint": fingerprint(rated_fields(claim), items.values()),
        "search": search,
        "suggestion": suggestion_part(suggestion, labels, is_searched),
        "studies": [study_part(study, items, records, labels) for study in suggestion.studies],
        "evidence": [_evidence(row, items, records, suggestion) for row in rows],
        "withdrawn": _withdrawn(claim),
        "groups": [
            _group(group, question, rows, items, labels, is_searched)
            for group in claim.outcome_groups
        ],
        "sources": records,
    }
    document |= Review(claim, document).part()
    # What is compared with the last edition must be what the database gives back.
    return json.loads(json.dumps(document))


def identity(evidence):
    """Return a short name of an item that is the same wherever the corpus is loaded."""
    outcome = evidence.accepted_form["outcome"]
    digest = hashlib.sha256(outcome.encode()).hexdigest()[:6]
    return f"{evidence.source.key}-{digest}"


def _item(row, records):
    return item_of(identity(row), row.accepted_form, records[row.source.key])


def question_of(claim):
    return Question(
        slug=claim.slug,
        kind=claim.kind,
        scope=claim.scope,
        asserts=claim.asserts,
        publication_bias_flag=claim.publication_bias_flag,
    )


def rated_fields(claim):
    """Return the claim fields that the fingerprint covers (METHOD 1.7)."""
    return asdict(question_of(claim)) | {
        "statement": claim.statement,
        "target": _target(claim),
        "outcome_groups": claim.outcome_groups,
    }


def _target(claim):
    return {
        "population": claim.target_population,
        "dose": claim.target_dose,
        "comparator": claim.target_comparator,
        "outcomes": claim.target_outcomes,
    }


def _claim(claim):
    plain = ("slug", "statement", "kind", "scope", "asserts", "step", "order", "article_says")
    tags = sorted(claim.tags.all(), key=lambda tag: tag.slug)
    return {name: getattr(claim, name) for name in plain} | {
        "target": _target(claim),
        "mechanism": mechanism_of(claim),
        "tags": [{"slug": tag.slug, "name": tag.name} for tag in tags],
        "outcome_groups": claim.outcome_groups,
        "publication_bias_flag": claim.publication_bias_flag,
        "publication_bias_reason": claim.publication_bias_reason,
    }


def mechanism_of(claim):
    if not claim.mechanism:
        return None
    return {name: getattr(claim.mechanism, name) for name in ("slug", "name", "order", "summary")}


def _evidence(row, items, records, suggestion):
    name = identity(row)
    form = {key: value for key, value in row.accepted_form.items() if key != "outcome_group"}
    return {
        "id": name,
        "source": row.source.key,
        "label": records[row.source.key]["label"],
        "study": items[name].study_key,
        "n": items[name].n_analysed,
        **form,
        "outcome_group": row.accepted_form["outcome_group"],
        **item_part(name, suggestion),
    }


def _withdrawn(claim):
    """Return what stood on the page once and no longer does, each with its reason."""
    rows = claim.evidence.filter(tombstone__isnull=False).select_related("source")
    tombs = [
        {
            "id": identity(row),
            "label": row.source.label,
            "outcome": row.accepted_form["outcome"],
            **row.tombstone,
        }
        for row in rows
    ]
    return sorted(tombs, key=lambda tomb: tomb["id"])


def _group(group, question, rows, items, labels, is_searched):
    """Return the summary-of-findings row of one outcome group: the rule on its own items."""
    own = [items[identity(row)] for row in rows if _is_in(row, group)]
    suggestion = suggest(question, own)
    terms = headline_terms(suggestion.verdict, suggestion.certainty, suggestion.reason_code)
    return group | terms | {"suggestion": suggestion_part(suggestion, labels, is_searched)}


def _is_in(row, group):
    return row.accepted_form["outcome_group"] == group["slug"]
