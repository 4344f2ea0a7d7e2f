"""The rule's constants, each halved and doubled, and what the rule says with them (METHOD 4, attack 7)."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from fractions import Fraction
from functools import lru_cache

from .constants import METHOD, Constants
from .items import Item, Question, Trial
from .judgement import judge
from .studies import Study, fold

HALVED, DOUBLED = "halved", "doubled"
# Beyond a half both sides would lead at once.
MOST = {"lean": Fraction(1, 2)}


@dataclass(frozen=True)
class Variation:
    """The constants with one of them changed: its name, how, and what it becomes."""

    name: str
    change: str
    value: int | Fraction
    constants: Constants


@dataclass(frozen=True)
class Answer:
    """What the rule says: verdict and certainty; the certainty is None where nothing counts."""

    verdict: str
    certainty: str | None


def variations() -> Iterator[Variation]:
    """Yield every constant halved, then doubled."""
    for field in fields(METHOD):
        value = getattr(METHOD, field.name)
        for change, other in ((HALVED, _half(field.name, value)), (DOUBLED, value * 2)):
            held = min(other, MOST.get(field.name, other))
            constants = replace(METHOD, **{field.name: held})
            yield Variation(field.name, change, held, constants)


def _half(name: str, value: int | Fraction) -> int | Fraction:
    """Shares and weights are halved exactly, numbers of things rounded up."""
    exact = isinstance(value, Fraction) or name.startswith("weight")
    return Fraction(value) / 2 if exact else -(-value // 2)


# Enough for every claim twice over; an edition that differs in nothing rated is not asked again.
@lru_cache(maxsize=128)
def answers(question: Question, items: tuple[Item, ...]) -> dict[tuple[str, str], Answer]:
    """Return {(constant, change): answer}, and under ("", "") the rule's own answer."""
    own = asdict(question)
    changed = {
        (one.name, one.change): answer(Trial(**own, constants=one.constants), items)
        for one in variations()
    }
    return {("", ""): answer(question, items), **changed}


def answer(question: Question, items: tuple[Item, ...]) -> Answer:
    """Return verdict and certainty as `suggest` gives them, without its reasons."""
    return conclusion(question, fold(question, items).studies)


def conclusion(question: Question, studies: tuple[Study, ...]) -> Answer:
    """Return the answer that counted studies give."""
    if not studies:
        return Answer("insufficient", None)
    judgement = judge(question, studies)
    return Answer(judgement.verdict, judgement.certainty)
