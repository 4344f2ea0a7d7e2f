"""From lean and certainty to the verdict and its reason (METHOD 1.5, last table)."""

from .adjustments import has_no_microdose, has_no_people
from .body import Body
from .tables import IMPRECISION_PEOPLE
from .votes import AGAINST, FOR

# Lean by certainty level: 4 High, 3 Moderate, 2 Low, 1 Very low.
VERDICT = {
    "for": {
        4: "supported",
        3: "probably-supported",
        2: "possibly-supported",
        1: "insufficient",
    },
    "against": {
        4: "not-supported",
        3: "probably-not-supported",
        2: "possibly-not-supported",
        1: "insufficient",
    },
}


def conclude(body: Body, level: int) -> tuple[str, str]:
    """Return (verdict, reason code) for a body whose certainty is `level`, 1-4."""
    if body.lean == "split":
        if _stands_on_both_sides(body):
            return "contested", "studies-disagree"
        return "insufficient", "inconclusive"
    verdict = VERDICT[body.lean][level]
    return verdict, _doubt(body) if verdict == "insufficient" else "rated"


def _stands_on_both_sides(body: Body) -> bool:
    votes = {study.share for study in body.deciding if study.is_sound}
    return FOR in votes and AGAINST in votes


def is_underpowered(body: Body, imprecision: int) -> bool:
    """Return whether the leading side is only uninformative nulls and too small to see much.

    `imprecision` is what that domain took off, 0-2.
    """
    nulls_only = all(study.is_uninformative for study in body.leading)
    return body.lean != "split" and nulls_only and imprecision == max(IMPRECISION_PEOPLE.values())


def _doubt(body: Body) -> str:
    if has_no_microdose(body):
        return "no-microdose-evidence"
    return "no-human-evidence" if has_no_people(body) else "very-low-certainty"
