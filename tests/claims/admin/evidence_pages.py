"""The evidence screen's addresses, and what its forms send."""

LIST = "/admin/claims/evidence/"
ADD = f"{LIST}add/"
ENTRY = {
    "outcome": "change in mood",
    "outcome_group": "",
    "direction": "supports",
    "point": "toward",
    "null_note": "",
    "outcome_kind": "self-report",
    "outcome_role": "primary",
    "n_analysed": "",
    "blinding": "",
    "correct_guess_rate": "",
    "comparator": "placebo",
    "risk_of_bias": "not-assessed",
    "rob_tool": "",
    "rob_note": "",
    "d_population": "",
    "d_dose": "",
    "d_outcome": "direct",
    "d_comparator": "",
    "directness_note": "",
    "basis": "full-text",
    "finding": "Mood rose.",
    "effect_measure": "",
    "effect_estimate": "",
    "effect_low": "",
    "effect_high": "",
    "effect_p": "",
    "effect_note": "",
    "locator": "",
    "limitations": "",
    "checked": "",
}


def page(evidence):
    return f"{LIST}{evidence.pk}/change/"


def deed_url(evidence):
    return f"{LIST}{evidence.pk}/deed/"


def present(evidence, **changes):
    """Return what the change form of `evidence` would send."""
    known = {name: getattr(evidence, name) for name in ENTRY}
    known = {name: "" if value is None else value for name, value in known.items()}
    known["checked"] = "\n".join(evidence.checked)
    known |= {"seen_version": evidence.version, "reason": "Read again."}
    return known | changes


def entry(claim, source, **changes):
    return ENTRY | {"claim": claim.pk, "source": source.pk} | changes


def chosen(action, *items, **extra):
    return {"action": action, "_selected_action": [item.pk for item in items], **extra}
