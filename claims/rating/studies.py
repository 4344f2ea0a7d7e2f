"""From items to independent studies: one study, one vote; no participant counted twice (1.4)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from .items import Item, Question
from .reviews import place_reviews
from .strength import ItemStrength, Reason, effective_n, material, rate_item
from .tables import (
    RETRACTED,
    REVIEW_DESIGNS,
    REVIEW_OF_RETRACTED_CEILING,
    STRENGTH_WORDS,
    WEAK,
)
from .vocabulary import Strength
from .votes import FOR, HALF, is_uninformative_null, joint_direction, joint_vote, point


@dataclass(frozen=True, kw_only=True)
class Study:
    """One independent study (or one review counted as a unit) with its vote and strength.

    `share` is the part of its vote that is for the claim; `n` is effective (doubled where each
    was their own control); `k` is the number of studies it stands for; `weight` is that of METHOD 1.5; `item` is the result
    whose design, bias and directness speak for the study; `voters` are the results that vote.
    """

    key: str
    share: Fraction
    direction: str
    point: str
    rung: int
    n: int | None
    k: int
    items: tuple[str, ...]
    voters: tuple[str, ...]
    item: Item
    rating: ItemStrength
    is_review: bool
    is_uninformative: bool
    first_year: int | None
    weight: int | Fraction
    is_deciding: bool = False

    @property
    def vote(self) -> str:
        """Return "for", "against" or "half"."""
        return "half" if self.share == HALF else "for" if self.share == FOR else "against"

    @property
    def strength(self) -> Strength:
        """Return the strength as a term; `rung` is the same as a number."""
        return Strength(STRENGTH_WORDS[self.rung])

    @property
    def is_of_unknown_number(self) -> bool:
        """Return whether it is a review that does not say how many studies it has."""
        return self.is_review and not self.item.n_studies

    @property
    def material(self) -> str:
        """Return "people", "animals" or "cells"."""
        return material(self.item)

    @property
    def is_sound(self) -> bool:
        """Return whether its strength is weak or better."""
        return self.rung >= WEAK


@dataclass(frozen=True, kw_only=True)
class Folded:
    """The studies that count, sorted by key, and what does not count with the reason in words.

    `excluded` and `shown_only` map item ids to reasons; `strengths` maps every item id.
    """

    studies: tuple[Study, ...]
    excluded: Mapping[str, str]
    shown_only: Mapping[str, str]
    notes: tuple[str, ...]
    strengths: Mapping[str, ItemStrength] = field(repr=False)


def fold(question: Question, items: Iterable[Item]) -> Folded:
    """Return the independent studies behind `items`, whatever their order. METHOD 1.4."""
    items = sorted(items, key=lambda item: item.id)
    strengths = _strengths(question, items)
    counted = [item for item in items if strengths[item.id].counted]
    primaries = _studies(question, _by_study(counted), strengths)
    reviews = _studies(question, _by_review(counted), strengths)
    placed = place_reviews(reviews, primaries, limit=question.constants.review_overlap)
    studies = [study for study in (*primaries, *reviews) if study.key not in placed.shown_only]
    return Folded(
        studies=tuple(sorted(studies, key=lambda study: study.key)),
        excluded=_reasons(items, strengths),
        shown_only={
            item: placed.shown_only[study.key]
            for study in (*primaries, *reviews)
            if study.key in placed.shown_only
            for item in study.items
        },
        notes=placed.notes,
        strengths=strengths,
    )


def _reasons(items: list[Item], strengths: Mapping[str, ItemStrength]) -> dict[str, str]:
    ratings = {item.id: strengths[item.id] for item in items}
    return {key: rating.reasons[-1].words for key, rating in ratings.items() if not rating.counted}


def _strengths(question: Question, items: list[Item]) -> dict[str, ItemStrength]:
    retracted = {
        key for item in items if item.status in RETRACTED for key in (item.source, item.study_key)
    }
    return {item.id: _capped(rate_item(question, item), item, retracted) for item in items}


def _capped(rating: ItemStrength, item: Item, retracted: set[str]) -> ItemStrength:
    """A review that contains a retracted study is at most weak, even after an override."""
    inside = retracted.intersection(item.includes) | set(item.retracted_inside)
    if not (rating.counted and item.design in REVIEW_DESIGNS and inside):
        return rating
    level = min(rating.level, REVIEW_OF_RETRACTED_CEILING)
    words = f"It contains retracted work ({', '.join(sorted(inside))}): at most weak."
    reason = Reason("ceiling", level - rating.level, words)
    return replace(rating, level=level, reasons=(*rating.reasons, reason))


def _by_study(items: list[Item]) -> dict[str, list[Item]]:
    groups = defaultdict(list)
    for item in items:
        if item.design not in REVIEW_DESIGNS:
            groups[item.study_key].append(item)
    return groups


def _by_review(items: list[Item]) -> dict[str, list[Item]]:
    groups = defaultdict(list)
    for item in items:
        if item.design in REVIEW_DESIGNS:
            groups[f"review:{item.source}"].append(item)
    return groups


def _studies(question, groups, strengths) -> list[Study]:
    return [_study(question, key, groups[key], strengths) for key in sorted(groups)]


def _study(question: Question, key: str, items: list[Item], strengths) -> Study:
    """Primary outcomes vote if any are marked, of these the strongest; n is the largest."""
    pool = [item for item in items if item.outcome_role == "primary"] or items
    rung = max(strengths[item.id].level for item in pool)
    voters = [item for item in pool if strengths[item.id].level == rung]
    first = voters[0]
    is_review = first.design in REVIEW_DESIGNS
    each = question.constants.paired
    numbers = [effective_n(item, each) for item in ([first] if is_review else items)]
    return Study(
        key=key,
        share=joint_vote(question, voters),
        direction=joint_direction(question, voters),
        point=point(first),
        rung=rung,
        n=max((number for number in numbers if number is not None), default=None),
        k=(first.n_studies or 1) if is_review else 1,
        items=tuple(item.id for item in items),
        voters=tuple(item.id for item in voters),
        item=first,
        rating=strengths[first.id],
        is_review=is_review,
        is_uninformative=all(is_uninformative_null(question, item) for item in voters),
        first_year=min((item.year for item in items if item.year is not None), default=None),
        weight=question.constants.weight(rung),
    )
