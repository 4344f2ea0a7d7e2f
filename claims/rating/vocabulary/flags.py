"""The flags a suggestion may carry (METHOD 1.5), each in words for readers."""

from collections.abc import Iterable

from .term import Term


class Flag(Term):
    ABSTRACT_ONLY = (
        "abstract-only",
        "Abstracts only",
        "Every study that carries the answer was read only as an abstract.",
    )
    BIAS_NOT_ASSESSED = (
        "bias-not-assessed",
        "Bias not assessed",
        "Nobody has yet judged the risk of bias of most of the evidence behind this answer.",
    )
    DEPENDS_ON_EXPRESSION_OF_CONCERN = (
        "depends-on-expression-of-concern",
        "Depends on questioned work",
        "Without the work its journal has expressed concern about, the answer would change.",
    )
    DEPENDS_ON_WEIGHTS = (
        "depends-on-weights",
        "Depends on weights",
        "If every study counted the same, the evidence would lean differently.",
    )
    FRAGILE = (
        "fragile",
        "Fragile",
        "Leaving out one study would change which side the answer is on.",
    )
    NO_DIRECT_DOSE = (
        "no-direct-dose",
        "No study at a microdose",
        "No study that decides is known to have used a dose squarely in the microdose range.",
    )
    NO_HUMAN_EVIDENCE = (
        "no-human-evidence",
        "No people",
        "No study in people carries this answer.",
    )
    NO_MICRODOSE_EVIDENCE = (
        "no-microdose-evidence",
        "Full doses only",
        "Every study that carries this answer used full doses, not microdoses.",
    )
    REVIEW_ONLY = "review-only", "One review", "The answer rests on one review alone."
    ROB_NOT_ASSESSED = (
        "rob-not-assessed",
        "Studies not assessed for bias",
        "Some counted studies have not yet been assessed for risk of bias.",
    )
    SAMPLE_SIZE_MISSING = (
        "sample-size-missing",
        "Numbers missing",
        "For at least one counted study we do not know how many took part.",
    )
    SINGLE_STUDY = (
        "single-study",
        "One study or review",
        "Only one study or review carries this answer.",
    )


def flag_words(flag: str, fragile_to: Iterable[str] = ()) -> str:
    """Return one plain sentence for a flag as `suggest` gives it.

    `rob-not-assessed:3` carries its count after the colon; `fragile_to` names the studies that
    `fragile` speaks of. Raises ValueError for an unknown flag. METHOD 1.5.
    """
    code, _, count = flag.partition(":")
    term = Flag(code)
    if count:
        have = "study has" if count == "1" else "studies have"
        return f"{count} counted {have} not yet been assessed for risk of bias."
    names = ", ".join(fragile_to)
    if term is Flag.FRAGILE and names:
        return f"{term.definition[:-1]}: {names}."
    return term.definition
