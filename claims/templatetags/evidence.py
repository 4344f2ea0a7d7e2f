"""Filters that put codes into the method's own words; none of them asks the database."""

from django import template
from django.core.exceptions import DisallowedHost

from claims.rating import vocabulary, wording
from microdose_kb import prose

register = template.Library()

VOCABULARIES = {
    "asserts": vocabulary.Asserts,
    "basis": vocabulary.Basis,
    "blinding": vocabulary.Blinding,
    "certainty": vocabulary.Certainty,
    "comparator": vocabulary.Comparator,
    "dimension": vocabulary.DirectnessDimension,
    "direction": vocabulary.Direction,
    "directness": vocabulary.Directness,
    "domain": vocabulary.Domain,
    "flag": vocabulary.Flag,
    "kind": vocabulary.ClaimKind,
    "lean": vocabulary.Lean,
    "outcome_kind": vocabulary.OutcomeKind,
    "outcome_role": vocabulary.OutcomeRole,
    "point": vocabulary.Point,
    "review": vocabulary.ReviewState,
    "rob_tool": vocabulary.RobTool,
    "risk_of_bias": vocabulary.RiskOfBias,
    "scope": vocabulary.Scope,
    "step": vocabulary.Step,
    "stream": vocabulary.Stream,
    "strength": vocabulary.Strength,
    "verdict": vocabulary.Verdict,
}

# For the navigation, where five full names do not fit; any other mechanism keeps its name.
SHORT_NAMES = {
    "neurotransmitter-modulation": "Neurotransmitters",
    "enhanced-neuroplasticity": "Neuroplasticity",
    "default-mode-network-modulation": "Default mode network",
    "neuroinflammation-reduction": "Neuroinflammation",
    "increased-connectivity": "Connectivity",
}


def _term(code, name):
    """Return the term of a code; None for a code that an older edition used and we no longer know."""
    if code in vocabulary.NoVerdict.values() and name == "verdict":
        return vocabulary.headline(code)
    terms = VOCABULARIES[name]
    return terms(code) if code in terms.values() else None


@register.filter
def label(code, name):
    """{{ item.direction|label:"direction" }} -> "No clear effect"."""
    term = _term(code, name)
    return term.label if term else code


@register.filter
def symbol(code, name):
    term = _term(code, name)
    return term.symbol if term else ""


@register.filter
def definition(code, name):
    term = _term(code, name)
    return term.definition if term else ""


@register.filter
def short_name(mechanism):
    return SHORT_NAMES.get(mechanism.slug, mechanism.name)


@register.filter
def counted(number, noun):
    """{{ 2|counted:"study,studies" }} -> "2 studies"; one form given takes an s."""
    singular, _, plural = noun.partition(",")
    return wording.counted(number, singular, plural)


@register.filter
def all_of(number, noun):
    """{{ 110|all_of:"source" }} -> "all 110 sources"; of one, "1 source"."""
    words = counted(number, noun)
    return words if number == 1 else f"all {words}"


@register.filter(name="prose")
def render_prose(text):
    """Markdown of editors to safe HTML."""
    return prose.render(text or "")


@register.filter
def canonical(request):
    """Return the page's one address; nothing for a request whose host name is forged.

    What narrows or sorts is left out: it is another view of the same rows. The second page of a whole list has others.
    """
    is_later_page = list(request.GET) == ["page"] and request.GET["page"] not in ("", "1")
    query = f"?{request.GET.urlencode()}" if is_later_page else ""
    try:
        return request.build_absolute_uri(f"{request.path}{query}")
    except DisallowedHost:
        return ""
