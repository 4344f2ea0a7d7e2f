"""Words of the evidence form, where the model's own are not enough: the method's words for each choice."""

from django.utils.html import format_html, format_html_join

from claims.rating import vocabulary


def meanings(lead, terms):
    """Return help that says what each choice means, in the words of the method."""
    lines = format_html_join("", "<br>{}: {}", ((term.label, term.definition) for term in terms))
    return format_html("{}{}", lead, lines)


def directness(name, more=""):
    """Return help that says what each level means in the dimension `name`."""
    words = vocabulary.DirectnessDimension(name).words
    lines = [f"{level.label}: {meaning}" for level, meaning in words.items()]
    return " ".join([*lines, more]).rstrip()


EVIDENCE_HELP = {
    "claim": "Type a few words of the claim: anxiety.",
    "source": "Type an author, a year or a word of the title: hutten. A source that is not in the"
    " list is added to the library first.",
    "direction": meanings("Relative to the claim's sentence.", vocabulary.Direction),
    "point": meanings("Where the estimate lies, whatever its interval.", vocabulary.Point),
    "outcome_kind": meanings("Empty counts as self-report.", vocabulary.OutcomeKind),
    "outcome_role": meanings("As the registration or the paper says.", vocabulary.OutcomeRole),
    "blinding": meanings(
        "Leave empty to take what the method offers for the design.", vocabulary.Blinding
    ),
    "expectancy_measured": "Tick if people were asked beforehand what they expected.",
    "comparator": meanings("What it was compared with.", vocabulary.Comparator),
    "risk_of_bias": meanings("Your judgement, with a named tool.", vocabulary.RiskOfBias),
    "rob_tool": meanings("The tool that fits the design.", vocabulary.RobTool),
    "d_population": directness("population"),
    "d_dose": directness("dose"),
    "d_outcome": directness("outcome", "Nothing is offered; until chosen it counts as partial."),
    "d_comparator": directness("comparator"),
    "basis": "What you really read. From an abstract only, some concerns of bias are assumed.",
    "large_effect": "The effect is so large that bias alone could hardly make it.",
    "dose_response": "More of it did more: two doses and placebo in order.",
    "strength_override": "Leave empty to keep the strength that the rule gives.",
    "directness_note": "Needed where directness differs from what the method offers: “rats were"
    " given a dose scaled to people”.",
    "effect_measure": "What the estimate is: SMD, MD, OR, r, percent.",
}
