"""The tour for newcomers: each idea with an example that the current editions supply, chosen by rule."""

from dataclasses import dataclass
from functools import cached_property

from django.shortcuts import render

from claims.models import Edition
from claims.rating.vocabulary import JUDGED_BY_TWO, Certainty, Direction, Stream, Verdict
from claims.views.filters import refuse_parameters

SHOWN = (Direction.SUPPORTS, Direction.NO_EFFECT)


def tour(request):
    refuse_parameters(request)
    claims = list(Edition.objects.current().without_documents().in_reading_order())
    return render(request, "claims/tour.html", {"tour": Tour(claims)})


def trials_at_microdose(claim):
    """Return how many trials at microdose a claim has, counted or only shown."""
    return sum(claim.summary["streams"].get(Stream.TRIALS_MICRODOSE, {}).values())


@dataclass(frozen=True)
class Tour:
    """The examples; `claims` are the current editions in reading order, perhaps none."""

    claims: list

    @cached_property
    def example(self):
        """Return the claim with the most trials at microdose; the first of several, None if there is none."""
        return max(self.claims, key=trials_at_microdose, default=None)

    @property
    def trials(self):
        return trials_at_microdose(self.example)

    @cached_property
    def results(self):
        """Return the strongest counted result of each direction shown."""
        sources = {way: self._claim_with(way) for way in SHOWN}
        wanted = {claim.pk for claim in sources.values() if claim}
        editions = {one.pk: one for one in Edition.objects.filter(pk__in=wanted)}
        found = [
            strongest(editions[claim.pk], way)
            for way, claim in sources.items()
            if claim is not None
        ]
        return [result for result in found if result]

    def _claim_with(self, way):
        """Return the example if it has such a study, else the first claim that has."""
        in_order = sorted(self.claims, key=lambda claim: claim is not self.example)
        return next((one for one in in_order if one.summary["directions"].get(way)), None)

    @property
    def levels(self):
        """Return each certainty, highest first, with the first claim that stands there."""
        return [(level, self._first("certainty", level)) for level in reversed(Certainty)]

    @property
    def unknown(self):
        """Return the first claim to which the answer is that nobody knows."""
        return self._first("verdict", Verdict.INSUFFICIENT)

    def _first(self, column, code):
        return next((claim for claim in self.claims if getattr(claim, column) == code), None)

    @property
    def by_two(self):
        return sum(claim.review_state in JUDGED_BY_TWO for claim in self.claims)


def strongest(edition, way):
    """Return the strongest counted item of that direction beside its claim; people before animals."""
    sources = edition.document["sources"]
    items = [
        item
        for item in edition.document["evidence"]
        if item["use"] == "counted" and item["direction"] == way
    ]
    item = max(
        items,
        key=lambda item: (item["strength"]["rung"], sources[item["source"]]["species"] == "human"),
        default=None,
    )
    return item and {"claim": edition, "item": item, "step": largest_step(item)}


def largest_step(item):
    """Return the sentence of what took most off the strength; empty if nothing did."""
    steps = [reason for reason in item["strength"]["reasons"] if reason["levels"] < 0]
    return min(steps, key=lambda step: step["levels"], default={"words": ""})["words"]
