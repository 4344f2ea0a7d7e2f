"""What the method offers for an item before a person decides (METHOD 1.2). Reads values, no rows."""

from claims.rating import vocabulary
from claims.rating.directness import NOT_APPLICABLE, default_directness
from sources.vocabulary import Design

DIRECTNESS = ("d_population", "d_dose", "d_comparator")
UNTESTED, OPEN, CANNOT_MATTER = (
    vocabulary.Blinding.UNTESTED,
    vocabulary.Blinding.NONE,
    vocabulary.Blinding.NOT_APPLICABLE,
)
BLINDING = {
    Design.RCT_PARALLEL: UNTESTED,
    Design.RCT_CROSSOVER: UNTESTED,
    Design.SELF_BLINDED_RCT: UNTESTED,
    Design.NONRANDOMISED_TRIAL: UNTESTED,
    Design.OPEN_LABEL: OPEN,
    Design.PROSPECTIVE_COHORT: OPEN,
    Design.CROSS_SECTIONAL: OPEN,
    Design.CASE_REPORT: OPEN,
    Design.ANIMAL_EXPERIMENT: CANNOT_MATTER,
    Design.IN_VITRO: CANNOT_MATTER,
}


def offered(claim, source, comparator):
    """Return {field: code} of what the method offers; a field without an offer is missing.

    Without a comparator nothing is offered for it; a dose that cannot matter is direct.
    """
    default = default_directness(
        kind=claim.kind,
        scope=claim.scope,
        species=source.species,
        dose_regime=source.dose_regime,
        comparator=comparator,
    )
    dose = vocabulary.Directness.DIRECT if default.dose == NOT_APPLICABLE else default.dose
    offer = {"d_population": default.population, "d_dose": dose}
    if comparator:
        offer["d_comparator"] = default.comparator
    if source.design in BLINDING:
        offer["blinding"] = BLINDING[source.design]
    return {field: str(code) for field, code in offer.items()}


def is_always_paired(source):
    return source.design == Design.RCT_CROSSOVER
