"""The strength of one item: a ladder with named steps, not a score (METHOD 1.3)."""

from collections.abc import Iterable
from dataclasses import dataclass

from .constants import missed
from .floors import bias_floors, bias_table, effective_bias
from .items import Item, Question
from .tables import (
    CONCERN,
    CONCERN_CEILING,
    CONTEXT_DESIGNS,
    DIRECTNESS_STEP,
    EXCLUDED,
    LOW_START,
    PAIRED_DESIGNS,
    PAIRED_FACTOR,
    RETRACTED,
    REVIEW_DESIGNS,
    REVIEWED_DESIGN,
    START,
    STRENGTH_LEVELS,
    STRENGTH_WORDS,
    VERY_WEAK,
)
from .vocabulary import RiskOfBias, Strength
from .wording import DESIGN_WORDS, REVIEWED_WORDS, amount, listed, several, signed

# A review of several species is rated as work in people; an animal experiment never is.
PEOPLE = ("human", "mixed", "not-applicable")
DIMENSIONS = ("population", "dose", "outcome", "comparator")


@dataclass(frozen=True)
class Reason:
    """One step of the ladder: its name, the rungs it changes (negative is down), a sentence."""

    step: str
    levels: int
    words: str


@dataclass(frozen=True, kw_only=True)
class ItemStrength:
    """The rung of one item with every step named; steps are counted as positive numbers.

    `level` is the rung that counts (0-4, after an override), `computed` the rule's own;
    `floors` says in words what raised the risk of bias.
    """

    level: int
    computed: int
    counted: bool
    start: int = 0
    effective_bias: str = ""
    bias_step: int = 0
    directness_step: int = 0
    size_step: int = 0
    effective_n: int | None = None
    floors: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def word(self) -> Strength:
        """Return the strength as a term."""
        return Strength(STRENGTH_WORDS[self.level])


def rate_item(question: Question, item: Item) -> ItemStrength:
    """Return the strength of `item` for `question`, every step with a sentence.

    Raises KeyError for a code outside METHOD's tables. METHOD 1.3.
    """
    refusal = _refusal(item)
    if refusal:
        level = EXCLUDED if item.status in RETRACTED else VERY_WEAK
        reason = Reason("not counted", 0, refusal)
        return ItemStrength(level=level, computed=level, counted=False, reasons=(reason,))
    start = start_rung(question, item)
    steps = (
        Reason("start", start, _start_words(question, item, start)),
        _bias_reason(question, item, start),
        _directness_reason(question, item),
        _size_reason(question, item),
    )
    lowest = _lowest_reason(_sum(steps))
    ceiling = _concern_reason(item, _sum(steps) + _sum(lowest))
    computed = _sum((*steps, *lowest, *ceiling))
    override = _override_reason(item, computed)
    level = computed + _sum(override)
    return ItemStrength(
        level=level,
        computed=computed,
        counted=level > EXCLUDED,
        start=start,
        effective_bias=effective_bias(question, item),
        bias_step=-steps[1].levels,
        directness_step=-steps[2].levels,
        size_step=-steps[3].levels,
        effective_n=effective_n(item, question.constants.paired),
        floors=tuple(words for _, words in bias_floors(question, item)),
        reasons=(*steps, *lowest, *ceiling, *override),
    )


def _sum(reasons: Iterable[Reason]) -> int:
    return sum(reason.levels for reason in reasons)


def start_rung(question: Question, item: Item) -> int:
    """Return the rung the design starts at for this kind of claim, 1-4. METHOD 1.3."""
    design = REVIEWED_DESIGN[item.review_of] if item.design in REVIEW_DESIGNS else item.design
    return START[design][question.kind]


def effective_n(item: Item, paired_factor: int = PAIRED_FACTOR) -> int | None:
    """Return people (or animals), doubled where each is their own control; None if unknown."""
    if item.n_analysed is None:
        return None
    paired = item.paired or item.design in PAIRED_DESIGNS
    return item.n_analysed * (paired_factor if paired else 1)


def material(item: Item) -> str:
    """Return "people", "animals" or "cells": what the result was measured in. METHOD 1.5."""
    if item.design == "in-vitro" or item.species == "cell-culture":
        return "cells"
    animals = item.design == "animal-experiment" or item.species not in PEOPLE
    return "animals" if animals else "people"


def _refusal(item: Item) -> str:
    if item.status in RETRACTED:
        return "Retracted or withdrawn: shown, never counted."
    if item.design in CONTEXT_DESIGNS:
        return "Narrative review: shown as context, never counted."
    if item.risk_of_bias == "critical":
        return "Critical risk of bias: too problematic to count."
    return ""


def _start_words(question: Question, item: Item, start: int) -> str:
    rung = Strength(STRENGTH_WORDS[start]).label.lower()
    design = DESIGN_WORDS[item.design]
    if item.design in REVIEW_DESIGNS:
        design += f" of {REVIEWED_WORDS[item.review_of]}"
    return f"Starts at {rung}: {design}, {question.kind} claim."


def _bias_reason(question: Question, item: Item, start: int) -> Reason:
    level = effective_bias(question, item)
    steps = bias_table(start)[level]
    raised = [words for floor, words in bias_floors(question, item) if floor == level]
    judged = "" if item.risk_of_bias == "not-assessed" else "judged "
    words = f"Risk of bias, {signed(-steps)}: {judged}{_level_words(item.risk_of_bias)}"
    if level != item.risk_of_bias:
        words += f", counted as {_level_words(level)} because {listed(raised)}"
    if start <= LOW_START and level != "low":
        words += "; the start is already low"
    return Reason("risk of bias", -steps, words + ".")


def _level_words(level: str) -> str:
    return RiskOfBias(level).label.lower()


def _directness_reason(question: Question, item: Item) -> Reason:
    levels = {dimension: getattr(item, f"d_{dimension}") for dimension in DIMENSIONS}
    distant = {name: level for name, level in levels.items() if DIRECTNESS_STEP[level]}
    steps = max(DIRECTNESS_STEP[level] for level in levels.values())
    steps += len(distant) >= question.constants.several_not_direct
    named = listed(f"{name} {level}" for name, level in distant.items())
    words = f"Directness, {signed(-steps)}: {named or 'direct in all four dimensions'}."
    return Reason("directness", -steps, words)


def _wanted_sizes(question: Question, item: Item) -> tuple[int, ...]:
    """Return the sizes that each save a step, the largest first."""
    numbers = question.constants
    if material(item) == "animals":
        return (numbers.size_animals,)
    if question.kind == "mechanism":
        return numbers.size_mechanism, numbers.size_mechanism_few
    return numbers.size_people, numbers.size_people_few


def _size_reason(question: Question, item: Item) -> Reason:
    unit = material(item)
    if unit == "cells":
        return Reason("size", 0, "Size, 0: not counted in people or animals.")
    number = effective_n(item, question.constants.paired)
    if number is None:
        down = -question.constants.size_unknown
        words = f"Size, {signed(down)}: the number of {several([unit])} is not known."
        return Reason("size", down, words)
    wanted = _wanted_sizes(question, item)
    steps = missed(number, wanted)
    doubled = "" if number == item.n_analysed else f" (each their own control, so {number:,})"
    words = f"Size, {signed(-steps)}: {amount(item.n_analysed, [unit])}{doubled}"
    words += f"; {max(wanted):,} or more wanted." if steps else "."
    return Reason("size", -steps, words)


def _lowest_reason(level: int) -> tuple[Reason, ...]:
    """Where the steps would end below very weak, what makes them add up."""
    if level >= VERY_WEAK:
        return ()
    return (Reason("lowest", VERY_WEAK - level, "Never below very weak, however many steps."),)


def _concern_reason(item: Item, level: int) -> tuple[Reason, ...]:
    if item.status != CONCERN:
        return ()
    down = min(0, CONCERN_CEILING - level)
    return (Reason("ceiling", down, "Its journal has expressed concern: at most weak."),)


def _override_reason(item: Item, level: int) -> tuple[Reason, ...]:
    if item.strength_override is None:
        return ()
    change = STRENGTH_LEVELS[item.strength_override] - level
    word = Strength(item.strength_override).label.lower()
    return (Reason("override", change, f"Set to {word} by a reviewer, whose reason is public."),)
