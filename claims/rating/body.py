"""The body of evidence of one claim: which studies decide, which way they lean (METHOD 1.5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from .items import Question
from .studies import Study
from .votes import AGAINST, FOR, HALF


@dataclass(frozen=True)
class Body:
    """All counted studies of a claim, those that decide, and the side they lean to.

    `share` is the part of the deciding weight that is for the claim; `leading` are the deciding
    studies of the leading side with the mixed ones, or all of them when the lean is split.
    """

    question: Question
    counted: tuple[Study, ...]
    deciding: tuple[Study, ...]
    share: Fraction
    lean: str
    leading: tuple[Study, ...]

    @property
    def weight(self) -> int | Fraction:
        """Return the weight of all deciding studies."""
        return sum(study.weight for study in self.deciding)

    def leading_weight(self, study: Study) -> Fraction:
        """Return the weight a study lends to the leading side: half of it for a mixed vote."""
        if self.lean == "split" or study.share != HALF:
            return Fraction(study.weight)
        return study.weight * HALF

    def leading_where(self, step) -> tuple[str, ...]:
        """Return the keys of leading studies for which `step(study)` is not 0."""
        return tuple(study.key for study in self.leading if step(study))

    def median(self, step, *, worst=max) -> int:
        """Return the weighted median of `step(study)` over the leading side; ties to the worst.

        The value at half the weight of the leading side, counted from the worst value.
        """
        ordered = sorted(self.leading, key=step, reverse=worst is max)
        half = sum(self.leading_weight(study) for study in ordered) / 2
        reached = Fraction(0)
        for study in ordered:
            reached += self.leading_weight(study)
            if reached >= half:
                break
        return step(study)


def weigh(question: Question, studies: Iterable[Study]) -> Body:
    """Return the body of evidence of at least one study.

    Deciding are all studies of strength weak or better; only if there are none, the very weak.
    """
    counted = tuple(studies)
    deciding = tuple(study for study in counted if study.is_sound) or counted
    total = sum(study.weight for study in deciding)
    share = sum(study.weight * study.share for study in deciding) / Fraction(total)
    lean = lean_of(share, question.constants.lean)
    votes = {"for": (FOR, HALF), "against": (AGAINST, HALF), "split": (FOR, HALF, AGAINST)}[lean]
    leading = tuple(study for study in deciding if study.share in votes)
    return Body(question, counted, deciding, share, lean, leading)


def lean_of(share: Fraction, smaller: Fraction) -> str:
    """Return "for" or "against" where the smaller side has at most `smaller` of the weight, else "split"."""
    if share >= 1 - smaller:
        return "for"
    return "against" if share <= smaller else "split"


def unweighted_lean(body: Body) -> str:
    """Return the lean if every deciding study had one vote."""
    share = sum(study.share for study in body.deciding) / Fraction(len(body.deciding))
    return lean_of(share, body.question.constants.lean)
