"""Mechanisms, claims and evidence as plain records, in the form of the corpus. Sources have their own."""

import re

from claims.accepted_forms import EFFECT, TEXTS, effect_of, plain_number
from claims.rating.strict_json import Numeral
from claims.states import State

MECHANISM_KEYS = ("slug", "order", "name", "summary", "tags")
CLAIM_KEYS = (
    "slug",
    "mechanism",
    "order",
    "step",
    "statement",
    "kind",
    "scope",
    "asserts",
    "target",
    "article_says",
    "tags",
)
CLAIM_OPTIONAL = {
    "outcome_groups": [],
    "publication_bias_flag": False,
    "publication_bias_reason": "",
}
CLAIM_NOT_COLUMNS = {"mechanism", "target", "tags"}
TARGET_KEYS = ("population", "dose", "comparator", "outcomes")
EVIDENCE_KEYS = (
    "claim",
    "source",
    "outcome",
    "direction",
    "point",
    "null_informative",
    "outcome_kind",
    "outcome_role",
    "n_analysed",
    "paired",
    "blinding",
    "risk_of_bias",
    "rob_note",
    "basis",
    "d_population",
    "d_dose",
    "d_outcome",
    "d_comparator",
    "finding",
    "effect",
    "locator",
    "limitations",
    "checked",
)
# Absent in a record means this value.
EVIDENCE_OPTIONAL = {
    "outcome_group": "",
    "null_note": "",
    "correct_guess_rate": None,
    "expectancy_measured": False,
    "comparator": "",
    "rob_tool": "",
    "directness_note": "",
    "large_effect": False,
    "dose_response": False,
    "opposing_bias": False,
    "upgrade_reason": "",
    "strength_override": "",
    "override_reason": "",
}
EVIDENCE_NOT_COLUMNS = {"claim", "source", "effect"}
# What JSON can write as it stands; 007 it cannot.
JSON_NUMERAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def mechanism_record(mechanism, tags):
    return {
        "slug": mechanism.slug,
        "order": mechanism.order,
        "name": mechanism.name,
        "summary": mechanism.summary,
        "tags": list(tags),
    }


def mechanism_fields(record):
    """Return the values of a Mechanism's own columns from a record."""
    return {key: record[key] for key in MECHANISM_KEYS if key != "tags"}


def claim_record(claim, tags):
    record = {key: getattr(claim, key) for key in CLAIM_KEYS if key not in CLAIM_NOT_COLUMNS}
    record["mechanism"] = claim.mechanism and claim.mechanism.slug
    record["target"] = {key: getattr(claim, f"target_{key}") for key in TARGET_KEYS}
    record["tags"] = list(tags)
    given = {key: getattr(claim, key) for key in CLAIM_OPTIONAL}
    # PostgreSQL's JSON does not keep the order of keys.
    given["outcome_groups"] = [
        {key: group[key] for key in ("slug", "name")} for group in claim.outcome_groups
    ]
    return {key: record[key] for key in CLAIM_KEYS} | _beyond(given, CLAIM_OPTIONAL)


def claim_fields(record):
    """Return the values of a Claim's own columns from a record."""
    fields = {key: record[key] for key in CLAIM_KEYS if key not in CLAIM_NOT_COLUMNS}
    fields |= {f"target_{key}": record["target"][key] for key in TARGET_KEYS}
    return fields | {key: record.get(key, absent) for key, absent in CLAIM_OPTIONAL.items()}


def evidence_record(evidence):
    """Return the corpus record of the accepted form of an item."""
    form = evidence.accepted_form
    record = {key: form[key] for key in EVIDENCE_KEYS if key not in EVIDENCE_NOT_COLUMNS}
    record |= {"claim": evidence.claim.slug, "source": evidence.source.key}
    record["effect"] = effect_of(_accepted_row(evidence), number=_numeral)
    given = {key: form[key] for key in EVIDENCE_OPTIONAL}
    return {key: record[key] for key in EVIDENCE_KEYS} | _beyond(given, EVIDENCE_OPTIONAL)


def _accepted_row(evidence):
    """Return the row as it was accepted last: the form keeps numbers, only the row their writing."""
    if evidence.state == State.ACCEPTED:
        return evidence
    return evidence.history.filter(state=State.ACCEPTED).latest("history_id")


def _numeral(text):
    return Numeral(text) if JSON_NUMERAL.fullmatch(text) else plain_number(text)


def evidence_fields(record):
    """Return the values of an Evidence's own columns from a record."""
    fields = {key: record[key] for key in EVIDENCE_KEYS if key not in EVIDENCE_NOT_COLUMNS}
    fields |= {key: record.get(key, absent) for key, absent in EVIDENCE_OPTIONAL.items()}
    fields = {key: "" if value is None and key in TEXTS else value for key, value in fields.items()}
    return fields | _effect_fields(record["effect"] or {})


def _effect_fields(effect):
    given = {field: effect.get(key) for key, field in EFFECT.items()}
    return {field: "" if value is None else str(value) for field, value in given.items()}


def _beyond(given, absent):
    """Return the optional keys that say more than their absence would."""
    said = {key: absent[key] if value is None else value for key, value in given.items()}
    return {key: value for key, value in said.items() if value != absent[key]}
