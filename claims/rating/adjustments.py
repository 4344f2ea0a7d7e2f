"""What raises the certainty and what limits it, after the domains (METHOD 1.5)."""

from collections.abc import Callable, Iterable

from .body import Body
from .domains import DomainStep, information
from .studies import Study
from .tables import (
    CERTAINTY_LEVELS,
    CERTAINTY_WORDS,
)
from .vocabulary import Certainty, Domain
from .votes import FOR
from .wording import MATERIAL_WORDS, listed


def _large_effect(body: Body) -> bool:
    needed = body.question.constants.large_effect
    return sum(study.item.large_effect for study in body.leading) >= needed


def _dose_response(body: Body) -> bool:
    return any(study.item.dose_response for study in body.leading)


def _opposing_bias(body: Body) -> bool:
    return all(study.item.opposing_bias for study in body.leading)


GRADE_RAISES = (
    ("the effect is large in at least two studies", _large_effect),
    ("the effect grows with the dose", _dose_response),
    ("the biases left would have hidden the effect rather than made it", _opposing_bias),
)


def raises(body: Body, start: int, taken_off: int) -> list[DomainStep]:
    """Return the steps up: GRADE's where nothing was taken off, else convergence of materials.

    `start` is the start level, `taken_off` the levels the five domains took off (0 or more).
    """
    numbers = body.question.constants
    if start <= numbers.raise_start and not taken_off:
        reasons = [words for words, applies in GRADE_RAISES if applies(body)]
        return [_raise(words, body.leading) for words in reasons[: numbers.raise_most]]
    if taken_off and _converges(body):
        supporting = _supporting(body)
        materials = {study.material for study in supporting}
        named = listed(name for name in MATERIAL_WORDS if name in materials)
        return [_raise(f"{named}, studied apart, point the same way", supporting)]
    return []


def _raise(words: str, studies: Iterable[Study]) -> DomainStep:
    keys = tuple(study.key for study in studies)
    return DomainStep(Domain.RAISED_FOR, 1, f"Raised for, +1: {words}.", keys)


def _supporting(body: Body) -> list[Study]:
    return [study for study in body.counted if study.share == FOR]


def _converges(body: Body) -> bool:
    """Mechanism claims leaning for, with at least three supporting studies in two materials."""
    if body.question.kind != "mechanism" or body.lean != "for":
        return False
    numbers, supporting = body.question.constants, _supporting(body)
    materials = {study.material for study in supporting}
    return (
        len(supporting) >= numbers.convergence_studies
        and len(materials) >= numbers.convergence_materials
        and all(study.share == FOR for study in body.counted if study.is_sound)
    )


def is_single_study(body: Body) -> bool:
    """Return whether one independent study stands alone on the leading side."""
    return information(body)["k"] == 1


def is_review_only(body: Body) -> bool:
    """Return whether one review decides alone."""
    return len(body.deciding) == 1 and body.deciding[0].is_review


def is_abstract_only(body: Body) -> bool:
    """Return whether every leading study was read only as an abstract."""
    return all(study.item.basis == "abstract" for study in body.leading)


def is_bias_not_assessed(body: Body) -> bool:
    """Return whether nobody judged the bias of more than half of the leading weight."""
    unjudged = [study for study in body.leading if study.item.risk_of_bias == "not-assessed"]
    return sum(s.weight for s in unjudged) * 2 > sum(s.weight for s in body.leading)


def has_no_people(body: Body) -> bool:
    """Return whether a claim that needs people has none on its leading side.

    A mechanism claim needs them only when it is about microdoses.
    """
    needs_people = body.question.kind != "mechanism" or body.question.scope == "microdose"
    return needs_people and all(study.material != "people" for study in body.leading)


def has_no_microdose(body: Body) -> bool:
    """Return whether every leading study of a microdose claim is full-dose."""
    is_microdose = body.question.scope == "microdose"
    return is_microdose and all(study.item.d_dose == "indirect" for study in body.leading)


def has_no_direct_dose(body: Body) -> bool:
    """Return whether no deciding study of a microdose claim is squarely in its dose range."""
    is_microdose = body.question.scope == "microdose"
    return is_microdose and not any(study.item.d_dose == "direct" for study in body.deciding)


def _is_mechanism_without_people(body: Body) -> bool:
    return body.question.kind == "mechanism" and has_no_people(body)


def _is_claim_without_people(body: Body) -> bool:
    return body.question.kind != "mechanism" and has_no_people(body)


SINGLE_STUDY = "one independent study"
UNKNOWN_REVIEW = "one review with an unknown number of studies"

# METHOD 1.5, "Limit | At most".
LIMITS: tuple[tuple[str, str, Callable[[Body], bool]], ...] = (
    ("moderate", SINGLE_STUDY, is_single_study),
    ("moderate", "one review alone", is_review_only),
    ("moderate", "read from abstracts only", is_abstract_only),
    ("moderate", "bias not assessed for more than half of the weight", is_bias_not_assessed),
    ("low", "no deciding study is known to be squarely in the microdose range", has_no_direct_dose),
    (
        "low",
        "a microdose mechanism, and no study in people carries the answer",
        _is_mechanism_without_people,
    ),
    ("low", "the evidence points both ways", lambda body: body.lean == "split"),
    ("very-low", "every study that carries the answer used full doses", has_no_microdose),
    ("very-low", "no study in people carries the answer", _is_claim_without_people),
)


def limits(body: Body, level: int) -> list[DomainStep]:
    """Return a step for every limit that applies, each with the levels it takes off (0 or less).

    `level` is the certainty reached before the limits, 1-4.
    """
    steps = []
    keys = tuple(study.key for study in body.leading)
    for most, words, applies in LIMITS:
        if applies(body):
            down = min(0, CERTAINTY_LEVELS[most] - level)
            level += down
            told = _limit_words(most, _told(words, body), down)
            steps.append(DomainStep(Domain.LIMIT, down, told, keys))
    return steps


def _told(words: str, body: Body) -> str:
    """A review that does not say how many studies it has counts as one, and is none."""
    is_unknown = any(study.is_of_unknown_number for study in body.leading)
    return UNKNOWN_REVIEW if words == SINGLE_STUDY and is_unknown else words


def _limit_words(most: str, words: str, down: int) -> str:
    already = "" if down else "; it is no higher already"
    return f"At most {Certainty(most).label}: {words}{already}."


def clamp(level: int) -> int:
    """Return the level held between 1 (very low) and 4 (high)."""
    return max(min(CERTAINTY_WORDS), min(max(CERTAINTY_WORDS), level))
