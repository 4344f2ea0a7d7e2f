"""Mechanisms, claims and evidence as plain records, in the form of the corpus. Sources have their own."""

from claims.accepted_forms import EFFECT

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
NUMBERS = {"n_analysed", "correct_guess_rate"}


def mechanism_record(mechanism, tags):
    return {
        "slug": mechanism.slug,
        "order": mechanism.order,
        "name": mechanism.name,
        "summary": mechanism.summary,
        "tags": list(tags),
    }


def claim_record(claim, tags):
    record = {key: getattr(claim, key) for key in CLAIM_KEYS if key not in CLAIM_NOT_COLUMNS}
    record["mechanism"] = claim.mechanism and claim.mechanism.slug
    record["target"] = {key: getattr(claim, f"target_{key}") for key in TARGET_KEYS}
    record["tags"] = list(tags)
    given = {key: getattr(claim, key) for key in CLAIM_OPTIONAL}
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
    # PostgreSQL's JSON does not keep the order of keys.
    record["effect"] = form["effect"] and {key: form["effect"][key] for key in EFFECT}
    given = {key: form[key] for key in EVIDENCE_OPTIONAL}
    return {key: record[key] for key in EVIDENCE_KEYS} | _beyond(given, EVIDENCE_OPTIONAL)


def evidence_fields(record):
    """Return the values of an Evidence's own columns from a record."""
    fields = {key: record[key] for key in EVIDENCE_KEYS if key not in EVIDENCE_NOT_COLUMNS}
    fields |= {key: record.get(key, absent) for key, absent in EVIDENCE_OPTIONAL.items()}
    fields = {
        key: "" if value is None and key not in NUMBERS else value for key, value in fields.items()
    }
    return fields | _effect_fields(record["effect"] or {})


def _effect_fields(effect):
    given = {field: effect.get(key) for key, field in EFFECT.items()}
    return {field: "" if value is None else str(value) for field, value in given.items()}


def _beyond(given, absent):
    """Return the optional keys that say more than their absence would."""
    return {key: value for key, value in given.items() if (value or absent[key]) != absent[key]}
