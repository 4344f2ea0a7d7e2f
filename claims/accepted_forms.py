"""The form of an evidence item at the moment it was accepted: what is public until the next one."""

from claims.rating.items import Item

TEXTS = (
    "outcome",
    "outcome_group",
    "direction",
    "point",
    "null_note",
    "outcome_kind",
    "outcome_role",
    "blinding",
    "comparator",
    "risk_of_bias",
    "rob_tool",
    "rob_note",
    "d_population",
    "d_dose",
    "d_outcome",
    "d_comparator",
    "directness_note",
    "basis",
    "finding",
    "locator",
    "limitations",
    "upgrade_reason",
    "strength_override",
    "override_reason",
    "origin",
)
VALUES = (
    "null_informative",
    "n_analysed",
    "paired",
    "expectancy_measured",
    "large_effect",
    "dose_response",
    "opposing_bias",
    "checked",
)
# The corpus writes the effect as one object; the row keeps its parts.
EFFECT = {
    "measure": "effect_measure",
    "estimate": "effect_estimate",
    "ci_low": "effect_low",
    "ci_high": "effect_high",
    "p": "effect_p",
    "note": "effect_note",
}
NUMERALS = ("estimate", "ci_low", "ci_high", "p")
# What the rule reads of an item besides its source (METHOD 1.2).
RATED = (
    "direction",
    "n_analysed",
    "outcome_kind",
    "outcome_role",
    "blinding",
    "paired",
    "risk_of_bias",
    "basis",
    "d_population",
    "d_dose",
    "d_outcome",
    "d_comparator",
    "null_informative",
    "point",
    "large_effect",
    "dose_response",
    "opposing_bias",
)
CORPUS = "corpus"
# Until a person chooses, the strictest reading holds (METHOD 1.2).
STRICT = {"outcome_kind": "self-report", "d_outcome": "partial"}


def public_name(user):
    """Return the name under which a person's work is shown."""
    return user.get_full_name() or user.get_username()


def form_of(evidence):
    """Return the present form of an evidence row as JSON values; what is not known is None."""
    form = {name: getattr(evidence, name) or None for name in TEXTS}
    form |= {name: getattr(evidence, name) for name in VALUES}
    rate = evidence.correct_guess_rate
    form["correct_guess_rate"] = None if rate is None else float(rate)
    form["effect"] = effect_of(evidence)
    return form | _credits(evidence)


def plain_number(text):
    """Return the number that a numeral stands for, whole only if it was written so."""
    return float(text) if "." in text else int(text)


def effect_of(row, number=plain_number):
    """Return the effect of a row as the corpus writes it, or None if no part of it is known.

    `number` makes a number of each numeral.
    """
    parts = {key: getattr(row, field) or None for key, field in EFFECT.items()}
    if not any(parts.values()):
        return None
    given = {key: parts[key] for key in NUMERALS if parts[key]}
    return parts | {key: number(text) for key, text in given.items()}


def _credits(evidence):
    names = {
        f"{deed}_by": getattr(evidence, f"{deed}_by")
        for deed in ("extracted", "verified", "override")
    }
    days = {
        # When the corpus was extracted is not recorded; the day it was loaded is not that day.
        "extracted_on": evidence.extracted_on if evidence.origin != CORPUS else None,
        "verified_on": evidence.verified_at and evidence.verified_at.date(),
        "override_on": evidence.override_at and evidence.override_at.date(),
    }
    return {key: user and public_name(user) for key, user in names.items()} | {
        key: day and day.isoformat() for key, day in days.items()
    }


def item_of(identity, form, record):
    """Return what the rule rates: an accepted form together with its source's public record."""
    rated = {name: form[name] for name in RATED}
    rated |= {name: rated[name] or strict for name, strict in STRICT.items()}
    if rated["n_analysed"] is None:
        rated["n_analysed"] = record["sample_size"]
    return Item(
        id=identity,
        source=record["key"],
        strength_override=form["strength_override"],
        **rated,
        **{name: record[name] for name in ("study", "design", "species", "dose_regime")},
        **{name: record[name] for name in ("status", "year")},
        **_review(record),
    )


def _review(record):
    if not record["review"]:
        return {}
    given = {name: value for name, value in record["review"].items() if name != "search_until"}
    return given | {
        "includes": tuple(record["included_studies"]),
        "retracted_inside": tuple(record["retracted_inside"]),
        "overlap_group": given["overlap_group"] or "",
    }
