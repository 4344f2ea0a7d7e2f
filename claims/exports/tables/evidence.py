"""The table of evidence: one row for each public result of a source on a claim."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claims.exports.names import with_names
from claims.exports.tables import Column, Table
from claims.exports.tables.columns import code, day, joined, number, text, whole, yes_or_no
from claims.rating.vocabulary import (
    Basis,
    Blinding,
    Comparator,
    Direction,
    Directness,
    OutcomeKind,
    OutcomeRole,
    Point,
    RiskOfBias,
    RobTool,
    Strength,
)

USES = ("counted", "shown", "excluded")


@dataclass(frozen=True)
class Result:
    """An evidence item with the edition that it stands in."""

    edition: Any
    item: Mapping[str, Any]

    @property
    def use_reason(self) -> str:
        return with_names(self.item["use_reason"], self.edition.document)

    @property
    def reasons(self) -> str:
        steps = self.item["strength"]["reasons"]
        return " ".join(with_names(step["words"], self.edition.document) for step in steps)


def results(editions: Iterable[Any]) -> Iterator[Result]:
    """Yield every public item of each edition, in the order of its document."""
    for edition in editions:
        for item in edition.document["evidence"]:
            yield Result(edition, item)


def _code(name, description, terms):
    return code(name, description, terms.values(), f"item.{name}")


def _text(name, description):
    return text(name, description, f"item.{name}")


def _is(name, description):
    return yes_or_no(name, description, f"item.{name}")


def _distance(name):
    words = f"How directly the {name} of the study meets that of the claim."
    return code(f"d_{name}", words, Directness.values(), f"item.d_{name}")


def _effect(name, description):
    return number(f"effect_{name}", description, f"item.effect.{name}")


TABLE = Table(
    name="evidence",
    title="Evidence",
    description="Each result that a source reports on a claim, with its appraisal and its strength.",
    columns=(
        text("claim", "Slug of the claim.", "edition.slug"),
        whole("edition", "Number of the edition that the row was made from.", "edition.number"),
        text("id", "Name of the result on its claim's page; the same wherever the corpus is loaded.", "item.id"),
        text("source", "Key of the source.", "item.source"),
        text("label", "Short name of the source.", "item.label"),
        text("study", "Name of the study; papers on the same participants share it.", "item.study"),
        text("outcome", "What was measured.", "item.outcome"),
        text("outcome_group", "Slug of the outcome group within the claim.", "item.outcome_group"),
        _code("direction", "What the result says of the claim.", Direction),
        _code("point", "Which way the estimate points.", Point),
        _code("outcome_kind", "How the outcome was measured.", OutcomeKind),
        _code("outcome_role", "Its part in the study's plan.", OutcomeRole),
        whole("n_analysed", "People or animals behind the result, as extracted.", "item.n_analysed"),
        whole("n", "The same, or the sample of the source where that is not known.", "item.n"),
        _is("paired", "Whether the same people were compared with themselves."),
        _code("blinding", "Whether blinding held.", Blinding),
        _code("comparator", "Compared with what.", Comparator),
        number("correct_guess_rate", "Per cent who guessed what they were given, 0 to 100.", "item.correct_guess_rate"),
        _is("expectancy_measured", "Whether expectations were measured."),
        _code("risk_of_bias", "Risk of bias as judged.", RiskOfBias),
        _code("rob_tool", "Tool that it was judged with.", RobTool),
        _text("rob_note", "Why."),
        *(_distance(name) for name in ("population", "dose", "outcome", "comparator")),
        _text("directness_note", "Why the directness was judged so."),
        _code("basis", "What of the source was read.", Basis),
        _is("null_informative", "Whether a result without a difference tells against an effect."),
        _text("null_note", "Why."),
        _is("large_effect", "Whether the effect is large."),
        _is("dose_response", "Whether more of it does more."),
        _is("opposing_bias", "Whether likely bias would have lessened the effect."),
        _text("upgrade_reason", "Why the strength was raised."),
        _text("finding", "What was found; may hold Markdown."),
        text("effect_measure", "What the estimate is: SMD, MD, OR, r or percent (per cent, not a fraction), or as the source calls it.", "item.effect.measure"),
        _effect("estimate", "Estimate of the effect, signed as the source has it; of an MD, effect_note names unit and contrast."),
        _effect("ci_low", "Lower end of its 95 % interval, in the unit of the estimate."),
        _effect("ci_high", "Upper end of its 95 % interval, in the unit of the estimate."),
        _effect("p", "P value, or the bound that it is below: effect_note says which."),
        text("effect_note", "What the numbers are of: unit, contrast, and whether P is exact.", "item.effect.note"),
        _text("locator", "Where in the source it stands."),
        _text("limitations", "What limits it."),
        code("strength", "Strength of the result by the rule.", Strength.values(), "item.strength.code"),
        text("strength_reasons", "The steps to that strength, in words.", "reasons"),
        _text("strength_override", "Strength set by a reviewer instead."),
        _text("override_reason", "Why."),
        code("use", "Whether the rating counts it.", USES, "item.use"),
        text("use_reason", "Why it is not counted.", "use_reason"),
        Column("checked", "string", "Addresses that it was checked against, with spaces between.", joined("item.checked")),
        _text("extracted_by", "Who read it out of the source."),
        day("extracted_on", "When; empty for what the corpus shipped.", "item.extracted_on"),
        _text("verified_by", "Who accepted it as a second person."),
        day("verified_on", "When.", "item.verified_on"),
    ),
    rows=results,
    key=("claim", "id"),
    brief=("claim", "label", "outcome", "direction", "strength", "use", "finding"),
    foreign={"claim": ("claims", "slug"), "source": ("sources", "key")},
)  # fmt: skip
