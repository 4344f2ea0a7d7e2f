"""Bodies of evidence whose sentences the tests read."""

from claims.rating.certainty import suggest
from claims.rating.items import Item, Question

MOOD = Question(slug="microdose-mood", kind="effect", scope="microdose")


def make_trial(name, **fields):
    """A large, well-run trial; each test spoils one thing."""
    sound = {
        "direction": "supports",
        "design": "rct-parallel",
        "n_analysed": 150,
        "blinding": "intact",
        "risk_of_bias": "low",
        "outcome_role": "primary",
    }
    return Item(id=name, source=name, **sound | fields)


def make_trials(count=3, **fields):
    return [make_trial(f"s{number}", **fields) for number in range(count)]


def make_review(name="r", **fields):
    sound = {"design": "meta-analysis", "review_of": "rct", "included_rob": "low"}
    return make_trial(name, **sound | {"includes_checked": True} | fields)


def words(domain, items, question=MOOD):
    return next(step.words for step in suggest(question, items).steps if step.domain == domain)


def both_ways(**fields):
    return [make_trial("a", **fields), make_trial("b", direction="contradicts", **fields)]
