"""Reviews and double counting: a study counts alone or inside a review, never both (1.4)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .tables import REVIEW_OVERLAP_LIMIT
from .wording import listed

if TYPE_CHECKING:
    from .studies import Study


@dataclass(frozen=True)
class Placed:
    """The keys of studies and reviews that are shown but not counted, with reasons; and notes."""

    shown_only: Mapping[str, str]
    notes: tuple[str, ...]


def place_reviews(reviews: "Sequence[Study]", primaries: "Sequence[Study]") -> Placed:
    """Return which reviews and studies are shown only, so that nobody is counted twice.

    A study taken up by a review stays out even if another review of its group counts instead.
    """
    shown_only, notes, units = {}, [], []
    for review in reviews:
        reason = _duplicate_reason(review, primaries)
        if reason:
            shown_only[review.key] = reason
            continue
        if _overlap_unchecked(review, primaries):
            shown_only[review.key] = "Overlap not checked: it may contain studies counted here."
            notes.append(f"overlap not checked: {review.item.source}")
            continue
        units.append(review)
        for study in _linked(review, primaries):
            shown_only[study.key] = f"Counted inside the review {review.item.source}."
    return Placed({**shown_only, **_outranked(units)}, tuple(notes))


def _linked(review: "Study", primaries: "Sequence[Study]") -> "list[Study]":
    return [study for study in primaries if study.key in review.item.includes]


def _duplicate_reason(review: "Study", primaries: "Sequence[Study]") -> str:
    linked = _linked(review, primaries)
    total = review.item.n_studies
    if not linked or (total and len(linked) < total * REVIEW_OVERLAP_LIMIT):
        return ""
    of = f"of its {total:,} studies" if total else "of its studies (how many it has is not known)"
    names = listed(study.key for study in linked)
    return f"{len(linked)} {of} counted here one by one: {names}."


def _overlap_unchecked(review: "Study", primaries: "Sequence[Study]") -> bool:
    if _linked(review, primaries) or review.item.includes_checked:
        return False
    return any(_may_contain(review, study) for study in primaries)


def _may_contain(review: "Study", study: "Study") -> bool:
    """An unknown year may be as old as the review."""
    if review.first_year is None or study.first_year is None:
        return True
    return study.first_year <= review.first_year


def _outranked(units: "list[Study]") -> dict[str, str]:
    """Of reviews in one overlap group only one counts: strongest, then newest, then largest."""
    groups = defaultdict(list)
    for review in units:
        groups[review.item.overlap_group].append(review)
    return {
        other.key: f"Overlaps with the review {best.item.source}, which counts instead."
        for best, *others in (sorted(group, key=_rank) for group in groups.values())
        for other in others
    }


def _rank(review: "Study") -> tuple:
    return (-review.rung, -(review.first_year or 0), -(review.n or 0), review.key)
