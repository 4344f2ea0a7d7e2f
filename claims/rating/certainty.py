"""The claim rule: what the evidence suggests, how certain, and why (METHOD 1.4-1.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .body import unweighted_lean
from .domains import DomainStep, information
from .flags import flags_of, fragile_to
from .items import Item, Question
from .judgement import Judgement, judge
from .strength import ItemStrength
from .studies import Folded, Study, fold
from .tables import CERTAINTY_WORDS, RETRACTED
from .vocabulary import Domain, Point, lay_sentence

DOMAINS_SHOWN = tuple(domain for domain in Domain if domain is not Domain.START)
ALWAYS_SHOWN = DOMAINS_SHOWN[:5]


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What the rule suggests for one claim, with everything a reader needs to follow it.

    The fields from `verdict` to `fragile_to` are those of `expected` in vectors.json. `steps`
    are in readers' order from the start; `studies` are all counted studies; `excluded_reasons`
    and `shown_only` map item ids to reasons; `strengths` maps every item id to its rating.
    """

    verdict: str
    certainty: str | None
    reason_code: str
    lean: str | None
    share_for: float | None
    start: str | None
    deciding: tuple[str, ...]
    counted_studies: int
    excluded: tuple[str, ...]
    information: Mapping[str, int] | None
    points: Mapping[str, int] | None
    domains: tuple[tuple[str, int], ...]
    flags: tuple[str, ...]
    fragile_to: tuple[str, ...]
    steps: tuple[DomainStep, ...]
    studies: tuple[Study, ...]
    unweighted_lean: str | None
    excluded_reasons: Mapping[str, str]
    shown_only: Mapping[str, str]
    notes: tuple[str, ...]
    strengths: Mapping[str, ItemStrength]

    @property
    def sentence(self) -> str:
        """Return the sentence for readers: the verdict's, or its reason's when insufficient."""
        return lay_sentence(self.verdict, self.reason_code)

    def as_expected(self) -> dict:
        """Return exactly the `expected` form of vectors.json, keys in its order."""
        listed = {"deciding", "excluded", "flags", "fragile_to"}
        form = {name: getattr(self, name) for name in EXPECTED}
        form |= {name: list(form[name]) for name in listed}
        form["domains"] = [list(domain) for domain in self.domains]
        return form


EXPECTED = tuple(Suggestion.__dataclass_fields__)[:14]


def suggest(question: Question, items: Iterable[Item]) -> Suggestion:
    """Return the suggested verdict and certainty with every step; order of items never matters.

    Raises KeyError for a code outside METHOD's tables. METHOD 1.4-1.5.
    """
    items = tuple(items)
    folded = fold(question, items)
    if not folded.studies:
        return _nothing_counted(items, folded)
    judgement = judge(question, folded.studies)
    body = judgement.body
    fragile = fragile_to(question, items, folded.studies, judgement)
    start, *_ = judgement.steps
    return Suggestion(
        verdict=judgement.verdict,
        certainty=judgement.certainty,
        reason_code=judgement.reason_code,
        lean=body.lean,
        share_for=round(float(body.share), 2),
        start=CERTAINTY_WORDS[start.levels],
        deciding=tuple(study.key for study in body.deciding),
        counted_studies=len(folded.studies),
        information=information(body),
        points=_points(folded.studies),
        domains=_domains(judgement),
        flags=flags_of(question, items, judgement, fragile),
        fragile_to=fragile,
        steps=(*judgement.steps, *judgement.last),
        studies=_marked(folded.studies, body.deciding),
        unweighted_lean=unweighted_lean(body),
        **_not_counted(folded),
    )


def _nothing_counted(items: tuple[Item, ...], folded: Folded) -> Suggestion:
    return Suggestion(
        verdict="insufficient",
        certainty=None,
        reason_code=_absence(items),
        lean=None,
        share_for=None,
        start=None,
        deciding=(),
        counted_studies=0,
        information=None,
        points=None,
        domains=(),
        flags=(),
        fragile_to=(),
        steps=(),
        studies=(),
        unweighted_lean=None,
        **_not_counted(folded),
    )


def _absence(items: tuple[Item, ...]) -> str:
    if not items:
        return "no-evidence"
    all_retracted = all(item.status in RETRACTED for item in items)
    return "all-retracted" if all_retracted else "no-countable-evidence"


def _not_counted(folded: Folded) -> dict:
    return {
        "excluded": tuple(sorted(folded.excluded)),
        "excluded_reasons": folded.excluded,
        "shown_only": folded.shown_only,
        "notes": folded.notes,
        "strengths": folded.strengths,
    }


def _points(studies: Iterable[Study]) -> dict[str, int]:
    found = [study.point for study in studies]
    return {point: found.count(point) for point in Point.values()}


def _domains(judgement: Judgement) -> tuple[tuple[str, int], ...]:
    """The five domains always; raises and limits only where they changed the level."""
    totals = {
        domain: sum(step.levels for step in judgement.steps if step.domain is domain)
        for domain in DOMAINS_SHOWN
    }
    return tuple(
        (domain.value, levels)
        for domain, levels in totals.items()
        if levels or domain in ALWAYS_SHOWN
    )


def _marked(studies: Iterable[Study], deciding: tuple[Study, ...]) -> tuple[Study, ...]:
    keys = {study.key for study in deciding}
    return tuple(replace(study, is_deciding=study.key in keys) for study in studies)
