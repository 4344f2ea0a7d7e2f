"""From submitted assessments to one state of review (METHOD 1.7). Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from .vocabulary import AssessmentKind, Certainty, ReviewState, Side, Verdict

ONE_STEP = 1


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What the state of review needs of one submitted assessment; `at` orders them in time.

    `verdict` may be empty where the reviewer recused themselves; `certainty` is None where nothing
    counts; `signed_by` holds everybody who signed a consensus; `is_author` says that the reviewer
    wrote a study that decided the evidence they saw.
    """

    reviewer: str
    verdict: str
    certainty: str | None
    fingerprint: str
    at: float
    kind: str = "independent"
    recused: bool = False
    extracted_all: bool = False
    is_author: bool = False
    signed_by: tuple[str, ...] = ()

    @property
    def side(self) -> Side:
        return Verdict(self.verdict).side

    @property
    def level(self) -> int:
        """Return the certainty as a number: 0 without one, 1 very low to 4 high."""
        return Certainty(self.certainty).level if self.certainty else 0

    @property
    def may_count(self) -> bool:
        """Whoever recused themselves or wrote a deciding study is shown and not counted."""
        return not (self.recused or self.is_author)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The state of review; `voices` are the assessments that make it.

    `verdict` and `certainty` are None where there is no single one. When stale, they and `before`
    say what stood when somebody last looked.
    """

    state: ReviewState
    verdict: str | None = None
    certainty: str | None = None
    voices: tuple[Judgement, ...] = ()
    before: ReviewState | None = None

    @property
    def stale(self) -> bool:
        return self.state == ReviewState.STALE


def review_state(judgements: Iterable[Judgement], fingerprint_now: str) -> Standing:
    """Return where the review of a claim stands for the evidence with this fingerprint."""
    counted = counting(judgements)
    current = [one for one in counted if one.fingerprint == fingerprint_now]
    if current:
        return _standing(current)
    then = _last_standing(counted)
    if then is None:
        return Standing(state=ReviewState.NOT_REVIEWED)
    return Standing(
        state=ReviewState.STALE,
        verdict=then.verdict,
        certainty=then.certainty,
        voices=then.voices,
        before=then.state,
    )


def counting(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return what may count, in order of time: nothing of a person whose last word was a recusal."""
    ordered = sorted(judgements, key=lambda one: one.at)
    newest = {one.reviewer: one for one in ordered}
    return [one for one in ordered if one.may_count and newest[one.reviewer].may_count]


def _last_standing(counted: Sequence[Judgement]) -> Standing | None:
    """Return where the review stood when somebody last looked; None if it never stood anywhere."""
    for seen in dict.fromkeys(one.fingerprint for one in reversed(counted)):
        standing = _standing([one for one in counted if one.fingerprint == seen])
        if standing.voices:
            return standing
    return None


def _standing(current: Sequence[Judgement]) -> Standing:
    voices = independent(current)
    if not voices:
        return Standing(state=ReviewState.NOT_REVIEWED)
    state = _state_of(voices)
    if state != ReviewState.DISAGREEMENT:
        lowest = min(voices, key=lambda one: (one.level, -one.at))
        return Standing(
            state=state, verdict=lowest.verdict, certainty=lowest.certainty, voices=voices
        )
    settled = _settlement(current, voices)
    if settled is None:
        return Standing(state=state, voices=voices)
    return Standing(
        state=ReviewState.RESOLVED,
        verdict=settled.verdict,
        certainty=settled.certainty,
        voices=(*voices, settled),
    )


def independent(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the newest independent assessment of each person who is one of the two.

    Whoever had a hand in every item is no second person; alone, they are the one reviewer.
    """
    newest = {one.reviewer: one for one in judgements if one.kind == AssessmentKind.INDEPENDENT}
    voices = sorted(newest.values(), key=lambda one: one.at)
    free = [one for one in voices if not one.extracted_all]
    return tuple(free or voices[:1])


def _state_of(voices: Sequence[Judgement]) -> ReviewState:
    if len(voices) == 1:
        return ReviewState.ONE_REVIEWER
    widest = max(_distance(one, other) for one, other in combinations(voices, 2))
    if widest > ONE_STEP:
        return ReviewState.DISAGREEMENT
    return ReviewState.NEAR_AGREED if widest else ReviewState.AGREED


def _distance(one: Judgement, other: Judgement) -> int:
    """Return the steps of certainty between two assessments; other sides are always too far."""
    if one.side != other.side:
        return ONE_STEP + 1
    return abs(one.level - other.level)


def _settlement(current: Sequence[Judgement], voices: Sequence[Judgement]) -> Judgement | None:
    """Return what settles a disagreement and came after all of it, if anything does."""
    latest = max(one.at for one in voices)
    people = {one.reviewer for one in voices}
    settling = [one for one in current if one.at > latest and _settles(one, people)]
    return settling[-1] if settling else None


def _settles(one: Judgement, people: set[str]) -> bool:
    if one.kind == AssessmentKind.CONSENSUS:
        return people <= set(one.signed_by)
    is_third = one.reviewer not in people and not one.extracted_all
    return one.kind == AssessmentKind.ARBITRATION and is_third
