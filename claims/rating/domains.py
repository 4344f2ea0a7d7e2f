"""The start and GRADE's five domains, each with a fixed test (METHOD 1.5, first table)."""

from dataclasses import dataclass

from .body import Body
from .tables import (
    CERTAINTY_WORDS,
    IMPRECISION_PEOPLE,
    IMPRECISION_STUDIES,
    INCONSISTENCY_MOST,
    MINORITY_NEGLIGIBLE,
    SMALL_STUDIES_SUSPECT,
    SMALL_STUDY,
    steps_for,
)
from .vocabulary import Certainty, Domain
from .votes import AGAINST, FOR
from .wording import MATERIAL_WORDS, counted, listed, percent, signed


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
    words = f"Start: {word}, from the designs of the studies that carry the answer."
    return DomainStep(Domain.START, level, words, tuple(s.key for s in body.leading))


def risk_of_bias(body: Body) -> DomainStep:
    """Return the weighted median of the bias steps, 0-2."""
    down = body.median(lambda study: study.rating.bias_step)
    responsible = body.leading_where(lambda study: study.rating.bias_step)
    why = _part(body, responsible, "lost steps for risk of bias")
    return _step(Domain.RISK_OF_BIAS, down, why, responsible)


def inconsistency(body: Body) -> DomainStep:
    """Return 0-2 from the minority's share of weight and from differences inside reviews."""
    minority = min(body.share, 1 - body.share)
    down = 0 if minority < MINORITY_NEGLIGIBLE else 1
    down = INCONSISTENCY_MOST if body.lean == "split" else down
    unexplained = [study for study in body.deciding if study.item.inconsistent_inside]
    unexplained_weight = sum(study.weight for study in unexplained)
    divided = unexplained_weight * 2 >= body.weight
    down = min(INCONSISTENCY_MOST, down + divided)
    why = f"{percent(minority)} of the weight is on the smaller side"
    if len(body.deciding) == 1:
        why = f"one study cannot disagree with others; {why}"
    if divided:
        why += f"; differences inside {listed(study.key for study in unexplained)} are unexplained"
    return _step(Domain.INCONSISTENCY, down, why, _dissenting(body))


def _dissenting(body: Body) -> tuple[str, ...]:
    plain = {"for": FOR, "against": AGAINST}.get(body.lean)
    odd = [s for s in body.deciding if s.share != plain or s.item.inconsistent_inside]
    return tuple(study.key for study in odd)


def indirectness(body: Body) -> DomainStep:
    """Return the weighted median of the directness steps, 0-3."""
    down = body.median(lambda study: study.rating.directness_step)
    responsible = body.leading_where(lambda study: study.rating.directness_step)
    why = _part(
        body, responsible, "lost steps for a distant population, dose, outcome or comparator"
    )
    return _step(Domain.INDIRECTNESS, down, why, responsible)


def _part(body: Body, keys: tuple[str, ...], what: str) -> str:
    if not keys:
        return f"no study that carries the answer {what}"
    return f"{len(keys)} of {counted(len(body.leading), 'study', 'studies')} {what}"


def information(body: Body) -> dict[str, int]:
    """Return what stands on the leading side: effective n (unknown as 0) and studies k."""
    return {
        "n": sum(study.n or 0 for study in body.leading),
        "k": sum(study.k for study in body.leading),
    }


def imprecision(body: Body) -> DomainStep:
    """Return 0-2: people on the leading side, or independent studies for a mechanism."""
    size = information(body)
    keys = tuple(study.key for study in body.leading)
    if body.question.kind == "mechanism":
        down = steps_for(size["k"], IMPRECISION_STUDIES)
        why = (
            f"{counted(size['k'], 'independent study', 'independent studies')} on the leading side"
        )
        why += f"; {max(IMPRECISION_STUDIES)} or more wanted" if down else ""
        return _step(Domain.IMPRECISION, down, why, keys)
    down = steps_for(size["n"], IMPRECISION_PEOPLE)
    why = f"{size['n']:,} {_units(body)} count towards the leading side"
    why += " (doubled where each was their own control)" if any(_doubled(body)) else ""
    why += f"; {max(IMPRECISION_PEOPLE)} or more wanted" if down else ""
    return _step(Domain.IMPRECISION, down, why, keys)


def _units(body: Body) -> str:
    materials = {study.material for study in body.leading}
    return listed(words for name, words in MATERIAL_WORDS.items() if name in materials)


def _doubled(body: Body):
    return (study.rating.effective_n != study.item.n_analysed for study in body.leading)


def publication_bias(body: Body) -> DomainStep:
    """Return 1 if a reviewer flagged it, or an effect claim has only small studies for it."""
    keys = tuple(study.key for study in body.deciding)
    if body.question.publication_bias_flag:
        why = "a reviewer suspects that results the other way were not published"
        return _step(Domain.PUBLICATION_BIAS, 1, why, ())
    if _only_small_studies_for(body):
        why = f"all {len(keys)} studies are for the claim and each has fewer than {SMALL_STUDY}"
        return _step(Domain.PUBLICATION_BIAS, 1, f"{why} {_units(body)}", keys)
    return _step(Domain.PUBLICATION_BIAS, 0, "nothing points to it in the studies entered", ())


def _only_small_studies_for(body: Body) -> bool:
    enough = len(body.deciding) >= SMALL_STUDIES_SUSPECT
    return (
        enough
        and body.question.kind == "effect"
        and all(study.share == FOR for study in body.deciding)
        and all(study.n is not None and study.n < SMALL_STUDY for study in body.deciding)
    )


DOMAINS = (risk_of_bias, inconsistency, indirectness, imprecision, publication_bias)
