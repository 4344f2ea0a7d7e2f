"""The evidence form's parts, in the order of METHOD 1.2."""

from django.contrib.admin.utils import flatten

ENTRY = (
    ("What it bears on", {"fields": ("source", "outcome", "outcome_group")}),
    (
        "Result",
        {"fields": ("direction", "point", "null_informative", "null_note")},
    ),
    (
        "How it was measured",
        {"fields": ("outcome_kind", "outcome_role", "n_analysed", "paired")},
    ),
    ("Blinding", {"fields": ("blinding", "correct_guess_rate", "expectancy_measured")}),
    ("Risk of bias", {"fields": ("risk_of_bias", "rob_tool", "rob_note")}),
    (
        "Directness",
        {
            "description": "How near this result is to what the claim is about. Leave population,"
            " dose and comparator empty to take what the method offers.",
            "fields": (
                "comparator",
                "d_population",
                "d_dose",
                "d_outcome",
                "d_comparator",
                "directness_note",
            ),
        },
    ),
    (
        "Finding",
        {"fields": ("basis", "finding", "locator", "limitations", "checked")},
    ),
    (
        "Effect",
        {
            "description": "As the source prints it. Leave empty what it does not print.",
            "fields": (
                "effect_measure",
                "effect_estimate",
                ("effect_low", "effect_high"),
                "effect_p",
                "effect_note",
            ),
        },
    ),
)
JUDGED = (
    "large_effect",
    "dose_response",
    "opposing_bias",
    "upgrade_reason",
    "strength_override",
    "override_reason",
)
JUDGEMENT = (
    "Rating up, and overriding",
    {"description": "For reviewers; each needs a public reason.", "fields": JUDGED},
)
STAMP_ROWS = (
    ("state", "origin", "version"),
    ("extracted_by", "extracted_on"),
    ("verified_by", "verified_at"),
    ("decided_by", "decided_at"),
    "decision_reason",
    ("override_by", "override_at"),
)
STAMPS = flatten(STAMP_ROWS)


def fieldsets(*, is_change, is_reviewer):
    """Return all parts: the claim leads, what deeds wrote stands at the end."""
    (title, first), *others = ENTRY
    parts = [(title, {"fields": ("claim", *first["fields"])}), *others]
    if is_change or is_reviewer:
        parts.append(JUDGEMENT)
    return _with_record(parts) if is_change else parts


def _with_record(parts):
    place = [name for name, _part in parts].index("Directness")
    name, part = parts[place]
    parts[place] = (name, {**part, "fields": ("method_offers", *part["fields"])})
    return [*parts, ("What happened to it", {"fields": STAMP_ROWS})]
