"""Reviews and double counting: a study counts alone or inside a review, never both (1.4)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from .tables import REVIEW_OVERLAP_LIMIT
from .wording import counted, listed

if TYPE_CHECKING:
    from .studies import Study


UNCHECKED = "Overlap not checked: it may contain studies counted here."


@dataclass(frozen=True)
class Placed:
    """The keys of studies and reviews that are shown but not counted, with reasons; and notes."""

    shown_only: Mapping[str, str]
    notes: tuple[str, ...]


def place_reviews(
    reviews: "Sequence[Study]",
    primaries: "Sequence[Study]",
    *,
    limit: Fraction = REVIEW_OVERLAP_LIMIT,
) -> Placed:
    """Return which reviews and studies are shown only, so that nobody is counted twice.

    A study taken up by a review stays out even if another review of its group counts instead.
    """
    duplicates = [review for review in reviews if _is_duplicate(review, primaries, limit)]
    others = [review for review in reviews if review not in duplicates]
    unchecked = [review for review in others if _overlap_unchecked(review, primaries)]
    units = [review for review in others if review not in unchecked]
    instead = _outranked(units)
    inside = _inside(units, primaries, instead)
    shown_only = {review.key: _duplicate_reason(review, primaries, inside) for review in duplicates}
    shown_only |= dict.fromkeys((review.key for review in unchecked), UNCHECKED)
    shown_only |= inside
    shown_only |= {
        key: f"Overlaps with the review {best.item.source}, which counts instead."
        for key, best in instead.items()
    }
    notes = tuple(f"overlap not checked: {review.item.source}" for review in unchecked)
    return Placed(shown_only, notes)


def _inside(units, primaries, instead: "Mapping[str, Study]") -> dict[str, str]:
    """Return the reason of every study that reviews take up; a review that counts comes first."""
    reasons = {}
    for review in sorted(units, key=lambda review: review.key in instead):
        for study in _linked(review, primaries):
            reasons.setdefault(study.key, _inside_reason(review, instead.get(review.key)))
    return reasons


def _inside_reason(review: "Study", best: "Study | None") -> str:
    if not best:
        return f"Counted inside the review {review.item.source}."
    return (
        f"Taken up by the review {review.item.source}, for which {best.item.source} counts instead."
    )


def _linked(review: "Study", primaries: "Sequence[Study]") -> "list[Study]":
    return [study for study in primaries if study.key in review.item.includes]


def _is_duplicate(review: "Study", primaries: "Sequence[Study]", limit: Fraction) -> bool:
    linked, total = len(_linked(review, primaries)), review.item.n_studies
    return bool(linked) and not (total and linked < total * limit)


def _duplicate_reason(
    review: "Study", primaries: "Sequence[Study]", inside: Mapping[str, str]
) -> str:
    linked = _linked(review, primaries)
    names = listed(study.item.source for study in linked)
    are = "is" if len(linked) == 1 else "are"
    is_elsewhere = any(study.key in inside for study in linked)
    where = "also entered here" if is_elsewhere else "counted here one by one"
    return f"{len(linked):,} of its {_size(review, len(linked))} {are} {where}: {names}."


def _size(review: "Study", linked: int) -> str:
    """Return "3 studies"; without the number where it is not known or cannot be right."""
    total = review.item.n_studies
    if not total:
        return "studies (how many it has is not known)"
    return "studies" if total < linked else counted(total, "study", "studies")


def _overlap_unchecked(review: "Study", primaries: "Sequence[Study]") -> bool:
    if _linked(review, primaries) or review.item.includes_checked:
        return False
    return any(_may_contain(review, study) for study in primaries)


def _may_contain(review: "Study", study: "Study") -> bool:
    """An unknown year may be as old as the review."""
    if review.first_year is None or study.first_year is None:
        return True
    return study.first_year <= review.first_year


def _outranked(units: "list[Study]") -> "dict[str, Study]":
    """Of reviews in one overlap group only one counts: strongest, then newest, then largest.

    Return which one counts instead of each of the others.
    """
    groups = defaultdict(list)
    for review in units:
        groups[review.item.overlap_group].append(review)
    return {
        other.key: best
        for best, *others in (sorted(group, key=_rank) for group in groups.values())
        for other in others
    }


def _rank(review: "Study") -> tuple:
    return (-review.rung, -(review.first_year or 0), -(review.n or 0), review.key)
