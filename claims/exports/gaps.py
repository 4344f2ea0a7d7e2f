"""What the evidence cannot tell us, counted from the document in plain sentences."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from claims.rating.vocabulary import Blinding, Scope

from .escaping import plain
from .phrases import bullets, counted, listed, number, section

BLINDING = {
    Blinding.BROKEN: "failed in",
    Blinding.UNTESTED: "was not tested in",
    Blinding.NONE: "was absent in",
    Blinding.NOT_APPLICABLE: "could not matter in",
}
TITLE = "What the evidence cannot tell us"
Document = Mapping[str, Any]


def gaps(document: Document) -> str:
    """Return the section: dose, populations, blinding and expectancy, duration, funding."""
    if not document["evidence"]:
        return section(TITLE, "Everything: there is no evidence item.")
    tell: tuple[Callable[[Document], str], ...] = (_dose, _people, _blinding, _duration, _funding)
    return section(TITLE, bullets(words(document) for words in tell))


def _come(part: int, whole: int) -> str:
    """Return "9 of 25 results come", "none of 25 results comes"."""
    verb = "come" if part > 1 else "comes"
    return f"{part or 'none'} of {counted(whole, 'result')} {verb}"


def _dose(document: Document) -> str:
    """The leap from full doses to a tenth of them."""
    evidence, scope = document["evidence"], document["claim"]["scope"]
    if scope == Scope.BACKGROUND:
        return "Dose: the claim is not about a dose."
    regimes = Counter(document["sources"][item["source"]]["dose_regime"] for item in evidence)
    full = f"Dose: {_come(regimes['full-dose'], len(evidence))} from full doses"
    if scope == Scope.GENERAL:
        return f"{full}, {regimes['microdose'] or 'none'} from microdoses."
    direct = sum(item["d_dose"] == "direct" for item in evidence)
    verb = "is" if direct < 2 else "are"
    return (
        f"{full}, which say little about microdoses; "
        f"{direct or 'none'} {verb} squarely in the dose range of the claim."
    )


def _people(document: Document) -> str:
    evidence, target = document["evidence"], document["claim"]["target"]["population"]
    direct = sum(item["d_population"] == "direct" for item in evidence)
    species = Counter(document["sources"][item["source"]]["words"]["species"] for item in evidence)
    studied = ", ".join(f"{plain(name)} {species[name]}" for name in sorted(species))
    name = f" ({plain(target)})" if target else ""
    return (
        f"Populations: {_come(direct, len(evidence))} from the population the claim is about{name}. "
        f"Results by what was studied: {studied}."
    )


def _blinding(document: Document) -> str:
    evidence = document["evidence"]
    counts = Counter(item["blinding"] for item in evidence)
    held = f"was tested and held in {counts[Blinding.INTACT] or 'none'}"
    others = [f"{words} {counts[term]}" for term, words in BLINDING.items() if counts[term]]
    asked = sum(item["expectancy_measured"] for item in evidence)
    return (
        f"Blinding and expectancy: of {counted(len(evidence), 'result')}, "
        f"blinding {listed([held, *others])}. "
        f"Whether expectations were measured is recorded for {asked} of"
        f" {counted(len(evidence), 'result')}.{_guesses(evidence)}"
    )


def _guesses(evidence) -> str:
    rates = sorted(
        item["correct_guess_rate"] for item in evidence if item["correct_guess_rate"] is not None
    )
    if not rates:
        return ""
    shown = ", ".join(f"{number(round(rate * 100, 1))} %" for rate in rates)
    return f" Correct guesses, where reported: {shown}."


def _duration(document: Document) -> str:
    return (
        "Duration: how long people were followed is not recorded apart from the doses given above; "
        "nothing here speaks of the time after the last measurement."
    )


def _funding(document: Document) -> str:
    sources = document["sources"].values()
    unfunded = sum(not record["funding_note"] for record in sources)
    silent = sum(not record["coi_note"] for record in sources)
    return (
        f"Funding: not recorded for {unfunded or 'none'} of {counted(len(sources), 'source')}; "
        f"competing interests not recorded for {silent or 'none'} of them."
    )
