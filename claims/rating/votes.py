"""Which way one result, and one study, votes on a claim (METHOD 1.5, "Vote of a study")."""

from fractions import Fraction

from .items import Item, Question

FOR, HALF, AGAINST = Fraction(1), Fraction(1, 2), Fraction(0)
# The share of one vote that goes to the claim. A null needs a closer look: see `vote`.
VOTE = {"supports": FOR, "contradicts": AGAINST, "mixed": HALF}
# What counts as having found nothing: for a claim of no effect, that is what supports it.
NULLS = {"effect": ("no-effect",), "no-effect": ("no-effect", "supports")}
POINT_OF_DIRECTION = {"supports": "toward", "contradicts": "away"}


def vote(question: Question, item: Item) -> Fraction:
    """Return the share of one vote for the claim: 1 for, 1/2 half each, 0 against. METHOD 1.5."""
    if item.direction in VOTE:
        return VOTE[item.direction]
    if question.asserts == "no-effect":
        return FOR
    return HALF if item.point == "toward" and not item.null_informative else AGAINST


def is_uninformative_null(question: Question, item: Item) -> bool:
    """Return whether it found nothing without excluding an effect that would matter."""
    return item.direction in NULLS[question.asserts] and not item.null_informative


def joint_vote(question: Question, items: list[Item]) -> Fraction:
    """Return the vote of results of one study: their common vote, else half each. METHOD 1.4."""
    votes = {vote(question, item) for item in items}
    return votes.pop() if len(votes) == 1 else HALF


def joint_direction(question: Question, items: list[Item]) -> str:
    """Return the direction to show for results of one study: mixed when their votes differ."""
    directions = {item.direction for item in items}
    if len(directions) == 1:
        return directions.pop()
    return "mixed" if joint_vote(question, items) == HALF else items[0].direction


def point(item: Item) -> str:
    """Return where the point estimate lies; when not reported, a clear direction tells."""
    if item.point != "not-reported":
        return item.point
    return POINT_OF_DIRECTION.get(item.direction, "not-reported")
