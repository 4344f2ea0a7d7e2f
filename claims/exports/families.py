"""How many studies of each kind there are, and how many people stand behind them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from .phrases import counted

FAMILIES = (
    ("RCT", "RCTs", ("rct-parallel", "rct-crossover", "self-blinded-rct")),
    ("non-randomised trial", "non-randomised trials", ("nonrandomised-trial",)),
    ("open-label study", "open-label studies", ("open-label",)),
    ("cohort", "cohorts", ("prospective-cohort",)),
    ("survey", "surveys", ("cross-sectional",)),
    ("case report", "case reports", ("case-report",)),
    ("animal study", "animal studies", ("animal-experiment",)),
    ("cell study", "cell studies", ("in-vitro",)),
    ("review", "reviews", ("systematic-review", "meta-analysis")),
    ("narrative review", "narrative reviews", ("narrative-review",)),
)
PLACES = {design: place for place, (*_, designs) in enumerate(FAMILIES) for design in designs}
ANIMALS, CELLS = PLACES["animal-experiment"], PLACES["in-vitro"]
USES = {"counted": "", "shown": "shown, not counted", "excluded": "excluded"}


def studies_and_people(evidence: Iterable[Mapping[str, Any]], sources: Mapping[str, Any]) -> str:
    """Return "7 RCTs (484); 2 surveys (shown, not counted)": each study once, its largest number."""
    sizes, places = defaultdict(list), {}
    for item in evidence:
        study = item["use"], item["study"]
        sizes[study].append(item["n"])
        place = PLACES[sources[item["source"]]["design"]]
        places[study] = min(place, places.get(study, place))
    words = [
        _family(place, use, [sizes[study] for study in sizes if _is(study, places, use, place)])
        for use in USES
        for place in range(len(FAMILIES))
    ]
    return "; ".join(filter(None, words)) or "No study"


def _is(study: tuple[str, str], places: Mapping, use: str, place: int) -> bool:
    return study[0] == use and places[study] == place


def _family(place: int, use: str, studies: list[list[int | None]]) -> str:
    if not studies:
        return ""
    singular, plural, _designs = FAMILIES[place]
    inside = [] if place == CELLS else _people(studies, "animals" if place == ANIMALS else "")
    inside += [USES[use]] if USES[use] else []
    brackets = f" ({', '.join(inside)})" if inside else ""
    return counted(len(studies), singular, plural) + brackets


def _people(studies: list[list[int | None]], unit: str) -> list[str]:
    known = [max(found) for sizes in studies if (found := [n for n in sizes if n is not None])]
    missing = len(studies) - len(known)
    words = [f"{sum(known):,} {unit}".rstrip()] if known else []
    if missing:
        words.append(f"number not known for {missing}" if known else "number not known")
    return words
