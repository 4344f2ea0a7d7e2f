"""The directness offered for an item before a person changes it (METHOD 1.2, last table)."""

from dataclasses import dataclass

DIRECT, PARTIAL, INDIRECT, NOT_APPLICABLE = "direct", "partial", "indirect", "not-applicable"


POPULATION = {"human": DIRECT, "not-applicable": DIRECT, "mixed": PARTIAL}
POPULATION_OTHER = INDIRECT
POPULATION_MECHANISM = {**POPULATION, "zebrafish": INDIRECT}
POPULATION_MECHANISM_OTHER = PARTIAL

COMPARATOR = {
    "effect": {
        "placebo": DIRECT,
        "active-placebo": DIRECT,
        "vehicle": DIRECT,
        "dose-comparison": DIRECT,
        "no-treatment": PARTIAL,
        "non-users": PARTIAL,
        "baseline": INDIRECT,
        "none": INDIRECT,
    },
    "mechanism": {
        "placebo": DIRECT,
        "active-placebo": DIRECT,
        "vehicle": DIRECT,
        "dose-comparison": DIRECT,
        "baseline": DIRECT,
        "no-treatment": PARTIAL,
        "non-users": PARTIAL,
        "none": INDIRECT,
    },
    "association": {"none": PARTIAL},
    "occurrence": {},
}

DOSE = {
    "microdose": ({"microdose": DIRECT, "full-dose": INDIRECT}, PARTIAL),
    "general": ({"microdose": PARTIAL}, DIRECT),
    "background": ({}, NOT_APPLICABLE),
}


@dataclass(frozen=True, kw_only=True)
class Default:
    """The three dimensions that can be offered; outcome has no default."""

    population: str
    dose: str
    comparator: str


def default_directness(
    *, kind: str, scope: str, species: str, dose_regime: str, comparator: str
) -> Default:
    """Return direct, partial or indirect for population, dose and comparator.

    `dose` is "not-applicable" for a background claim. Raises KeyError for an unknown kind or
    scope. METHOD 1.2.
    """
    doses, other_dose = DOSE[scope]
    return Default(
        population=_population(kind, species),
        dose=doses.get(dose_regime, other_dose),
        comparator=COMPARATOR[kind].get(comparator, DIRECT),
    )


def _population(kind: str, species: str) -> str:
    if kind == "mechanism":
        return POPULATION_MECHANISM.get(species, POPULATION_MECHANISM_OTHER)
    return POPULATION.get(species, POPULATION_OTHER)
