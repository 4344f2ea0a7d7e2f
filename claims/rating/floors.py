"""The effective risk of bias: the judged level, raised to the floors of METHOD 1.3."""

from .items import Item, Question
from .tables import (
    BIAS_ORDER,
    BIAS_STEP,
    BIAS_STEP_LOW_START,
    LOW_START,
    RATED_BY_PEOPLE,
    REVIEW_DESIGNS,
    SEEN_THROUGH,
)

FOUND_EFFECT = {"effect": ("supports", "mixed"), "no-effect": ("contradicts", "mixed")}


def found_effect(question: Question, item: Item) -> bool:
    """Return whether the result found the effect; the blinding floors are one-sided on purpose."""
    return item.direction in FOUND_EFFECT[question.asserts]


def _rated(item: Item) -> bool:
    return item.outcome_kind in RATED_BY_PEOPLE


def _scored(item: Item) -> bool:
    return item.outcome_kind == "performance-task"


def _seen_through(item: Item) -> bool:
    return item.blinding in SEEN_THROUGH


# METHOD 1.3, "Effective risk of bias": the level, the reason, and when. `perceived-effect`
# outcomes are in neither group: guessing right is the finding.
FLOORS_ALWAYS = (
    ("some-concerns", "nobody has assessed it", lambda i: i.risk_of_bias == "not-assessed"),
    ("some-concerns", "only the abstract was read", lambda i: i.basis == "abstract"),
    ("some-concerns", "people blinded themselves", lambda i: i.design == "self-blinded-rct"),
)
FLOORS_FOUND_EFFECT = (
    (
        "some-concerns",
        "it found the effect on an outcome that was not planned",
        lambda i: i.outcome_role in ("exploratory", "post-hoc"),
    ),
    (
        "some-concerns",
        "it found the effect by rating and blinding was not tested",
        lambda i: _rated(i) and i.blinding == "untested",
    ),
    (
        "some-concerns",
        "it found the effect on a scored test and people could tell what they took",
        lambda i: _scored(i) and _seen_through(i),
    ),
    (
        "high",
        "it found the effect by rating and people could tell what they took",
        lambda i: _rated(i) and _seen_through(i),
    ),
)


def bias_table(start: int) -> dict[str, int]:
    """Return the steps of each level: fewer where the start rung is low. METHOD 1.3."""
    return BIAS_STEP_LOW_START if start <= LOW_START else BIAS_STEP


def judged_bias(item: Item) -> str:
    """Return the level before any floor: low when nobody judged, as a floor then applies."""
    return "low" if item.risk_of_bias == "not-assessed" else item.risk_of_bias


def bias_floors(question: Question, item: Item) -> list[tuple[str, str]]:
    """Return (level, reason in words) for every floor that applies. METHOD 1.3."""
    floors = FLOORS_ALWAYS
    if found_effect(question, item):
        floors += FLOORS_FOUND_EFFECT
    applying = [(level, words) for level, words, applies in floors if applies(item)]
    if item.design in REVIEW_DESIGNS:
        applying.append(_inside_review(item))
    return applying


def _inside_review(item: Item) -> tuple[str, str]:
    if item.included_rob == "not-assessed":
        return "some-concerns", "the bias of the studies inside the review was not assessed"
    return item.included_rob, "that is what the review reports of the studies inside it"


def effective_bias(question: Question, item: Item) -> str:
    """Return the judged level or the highest floor, whichever is worse. METHOD 1.3."""
    levels = [judged_bias(item), *(level for level, _ in bias_floors(question, item))]
    return max(levels, key=BIAS_ORDER.index)
