"""One run of the claim rule over counted studies: steps, certainty, verdict (METHOD 1.5)."""

from collections.abc import Iterable
from dataclasses import dataclass

from .adjustments import clamp, limits, raises
from .body import Body, weigh
from .domain_words import null_words
from .domains import DOMAINS, DomainStep, start
from .items import Question
from .studies import Study
from .tables import CERTAINTY_LEVELS, CERTAINTY_WORDS
from .verdict import conclude, is_underpowered
from .vocabulary import Certainty, Domain, Verdict

VERY_LOW = CERTAINTY_LEVELS["very-low"]


@dataclass(frozen=True)
class Judgement:
    """A body of evidence with every step, the certainty level (1-4), verdict and reason code.

    `last` is empty, or the step by which nulls too small to see much end at Very low.
    """

    body: Body
    steps: tuple[DomainStep, ...]
    level: int
    verdict: str
    reason_code: str
    last: tuple[DomainStep, ...] = ()

    @property
    def certainty(self) -> str:
        """Return the certainty as a code."""
        return CERTAINTY_WORDS[self.level]

    @property
    def side(self) -> str:
        """Return the side of the verdict: for, against, contested or insufficient."""
        return Verdict(self.verdict).side


def judge(question: Question, studies: Iterable[Study]) -> Judgement:
    """Return what the rule makes of at least one counted study. METHOD 1.5."""
    body = weigh(question, studies)
    begin = start(body)
    domains = [domain(body) for domain in DOMAINS]
    taken_off = -sum(step.levels for step in domains)
    ups = raises(body, begin.levels, taken_off)
    level = _reached(begin.levels, taken_off, len(ups))
    caps = limits(body, level)
    level += sum(step.levels for step in caps)
    steps = (begin, *domains, *ups, *caps)
    if is_underpowered(body, -_levels(domains, Domain.IMPRECISION)):
        last = (_underpowered_step(body, level),)
        return Judgement(body, steps, VERY_LOW, "insufficient", "underpowered-null", last)
    return Judgement(body, steps, level, *conclude(body, level))


def _reached(start: int, taken_off: int, raised: int) -> int:
    """Convergence gives back what was taken off, never above the start."""
    level = start - taken_off + raised
    return clamp(min(level, start) if taken_off else level)


def _levels(steps: Iterable[DomainStep], domain: Domain) -> int:
    return sum(step.levels for step in steps if step.domain is domain)


def _underpowered_step(body: Body, level: int) -> DomainStep:
    label = Certainty("very-low").label
    words = f"{label}: {null_words(body)}."
    return DomainStep(Domain.LIMIT, VERY_LOW - level, words, tuple(s.key for s in body.leading))
