"""The flags of a suggestion: what it rests on, and what would change it (METHOD 1.5)."""

from collections.abc import Iterable

from .adjustments import (
    has_no_direct_dose,
    has_no_microdose,
    has_no_people,
    is_abstract_only,
    is_bias_not_assessed,
    is_review_only,
    is_single_study,
)
from .body import Body, unweighted_lean
from .items import Item, Question
from .judgement import Judgement, judge
from .studies import Study, fold
from .tables import CONCERN
from .vocabulary import Verdict


def _has_missing_size(body: Body) -> bool:
    return any(study.n is None and study.material != "cells" for study in body.counted)


def _depends_on_weights(body: Body) -> bool:
    return unweighted_lean(body) != body.lean


def _lacks_direct_dose(body: Body) -> bool:
    return has_no_direct_dose(body) and not has_no_microdose(body)


FLAGS = (
    ("abstract-only", is_abstract_only),
    ("bias-not-assessed", is_bias_not_assessed),
    ("depends-on-weights", _depends_on_weights),
    ("no-direct-dose", _lacks_direct_dose),
    ("no-human-evidence", has_no_people),
    ("no-microdose-evidence", has_no_microdose),
    ("review-only", is_review_only),
    ("sample-size-missing", _has_missing_size),
    ("single-study", is_single_study),
)


def flags_of(
    question: Question, items: Iterable[Item], judgement: Judgement, fragile: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the flags in alphabetical order; `rob-not-assessed` carries its count."""
    flags = [flag for flag, applies in FLAGS if applies(judgement.body)]
    studies = judgement.body.counted
    unjudged = sum(study.item.risk_of_bias == "not-assessed" for study in studies)
    if unjudged:
        flags.append(f"rob-not-assessed:{unjudged}")
    if fragile:
        flags.append("fragile")
    if _depends_on_concern(question, items, judgement):
        flags.append("depends-on-expression-of-concern")
    return tuple(sorted(flags))


def fragile_to(
    question: Question, items: Iterable[Item], studies: tuple[Study, ...], judgement: Judgement
) -> tuple[str, ...]:
    """Return the keys of studies whose removal changes the side; none if there is only one."""
    if len(studies) == 1:
        return ()
    removed = {study.key: _without(items, study) for study in studies}
    return tuple(
        key for key, rest in removed.items() if _side(question, rest, judgement) != judgement.side
    )


def _without(items: Iterable[Item], study: Study) -> list[Item]:
    return [item for item in items if item.id not in study.items]


def _side(question: Question, items: list[Item], judgement: Judgement) -> str:
    """The side of what is left after folding again: a removed review gives back its studies."""
    studies = fold(question, items).studies
    return judge(question, studies).side if studies else judgement.side


def _depends_on_concern(question: Question, items: Iterable[Item], judgement: Judgement) -> bool:
    undisputed = [item for item in items if item.status != CONCERN]
    if len(undisputed) == len(list(items)):
        return False
    studies = fold(question, undisputed).studies
    verdict = judge(question, studies).verdict if studies else Verdict.INSUFFICIENT
    return verdict != judgement.verdict
