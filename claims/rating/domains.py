"""The start and GRADE's five domains, each with a fixed test (METHOD 1.5, first table)."""

from dataclasses import dataclass

from .body import Body
from .carriers import the_carriers
from .causes import bias_words, distance_words
from .constants import missed
from .domain_words import (
    agreement_words,
    size_words,
    small_words,
    studies_words,
    unexplained_words,
)
from .tables import CERTAINTY_WORDS
from .vocabulary import Certainty, Domain
from .votes import AGAINST, FOR
from .wording import signed


@dataclass(frozen=True)
class DomainStep:
    """One step from the start to the certainty: the domain, its levels (negative takes off; at
    the start the level itself, 1-4), a sentence, and the keys of the studies responsible."""

    domain: Domain
    levels: int
    words: str
    studies: tuple[str, ...] = ()


def _step(domain: Domain, down: int, why: str, studies: tuple[str, ...]) -> DomainStep:
    return DomainStep(domain, -down, f"{domain.label}, {signed(-down)}: {why}.", studies)


def start(body: Body) -> DomainStep:
    """Return the weighted median of the start rungs, 1-4; ties to the lower."""
    level = body.median(lambda study: study.rating.start, worst=min)
    word = Certainty(CERTAINTY_WORDS[level]).label
    designs = "design" if len(body.leading) == 1 else "designs"
    words = f"Start: {word}, from the {designs} of {the_carriers(body)}."
    return DomainStep(Domain.START, level, words, tuple(s.key for s in body.leading))


def risk_of_bias(body: Body) -> DomainStep:
    """Return the weighted median of the bias steps, 0-2."""
    down = body.median(lambda study: study.rating.bias_step)
    responsible = body.leading_where(lambda study: study.rating.bias_step)
    return _step(Domain.RISK_OF_BIAS, down, bias_words(body, down), responsible)


def inconsistency(body: Body) -> DomainStep:
    """Return 0-2 from the minority's share of weight and from differences inside reviews."""
    minority = min(body.share, 1 - body.share)
    numbers = body.question.constants
    down = 0 if minority < numbers.minority else 1
    down = numbers.inconsistency_most if body.lean == "split" else down
    unexplained = [study for study in body.deciding if study.item.inconsistent_inside]
    unexplained_weight = sum(study.weight for study in unexplained)
    divided = unexplained_weight * 2 >= body.weight
    down = min(numbers.inconsistency_most, down + divided)
    why = agreement_words(body, minority)
    if divided:
        why += f"; {unexplained_words(body, unexplained)}"
    return _step(Domain.INCONSISTENCY, down, why, _dissenting(body))


def _dissenting(body: Body) -> tuple[str, ...]:
    plain = {"for": FOR, "against": AGAINST}.get(body.lean)
    odd = [s for s in body.deciding if s.share != plain or s.item.inconsistent_inside]
    return tuple(study.key for study in odd)


def indirectness(body: Body) -> DomainStep:
    """Return the weighted median of the directness steps, 0-3."""
    down = body.median(lambda study: study.rating.directness_step)
    responsible = body.leading_where(lambda study: study.rating.directness_step)
    return _step(Domain.INDIRECTNESS, down, distance_words(body, down), responsible)


def information(body: Body) -> dict[str, int]:
    """Return what stands on the leading side: effective n (unknown as 0) and studies k."""
    return {
        "n": sum(study.n or 0 for study in body.leading),
        "k": sum(study.k for study in body.leading),
    }


def imprecision(body: Body) -> DomainStep:
    """Return 0-2: people on the leading side, or independent studies for a mechanism."""
    size, keys = information(body), tuple(study.key for study in body.leading)
    numbers = body.question.constants
    if body.question.kind == "mechanism":
        enough, down = numbers.studies, missed(size["k"], (numbers.studies, numbers.studies_few))
        why = studies_words(body, size["k"])
    else:
        enough, down = numbers.people, missed(size["n"], (numbers.people, numbers.people_few))
        why = size_words(body, size["n"])
    why += f"; {enough} or more wanted" if down else ""
    return _step(Domain.IMPRECISION, down, why, keys)


def publication_bias(body: Body) -> DomainStep:
    """Return 1 if a reviewer flagged it, or an effect claim has only small studies for it."""
    keys = tuple(study.key for study in body.deciding)
    if body.question.publication_bias_flag:
        why = "a reviewer suspects that results the other way were not published"
        return _step(Domain.PUBLICATION_BIAS, 1, why, ())
    if _only_small_studies_for(body):
        return _step(Domain.PUBLICATION_BIAS, 1, small_words(body), keys)
    return _step(Domain.PUBLICATION_BIAS, 0, "nothing points to it in the studies entered", ())


def _only_small_studies_for(body: Body) -> bool:
    numbers = body.question.constants
    enough = len(body.deciding) >= numbers.small_studies
    return (
        enough
        and body.question.kind == "effect"
        and all(study.share == FOR for study in body.deciding)
        and all(study.n is not None and study.n < numbers.small_study for study in body.deciding)
    )


DOMAINS = (risk_of_bias, inconsistency, indirectness, imprecision, publication_bias)
