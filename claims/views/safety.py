"""Risks and interactions: what the current editions hold, and by name what they do not."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.shortcuts import render

from claims.figures.directions import DIRECTIONS
from claims.models import Citation, Edition
from claims.rating.vocabulary import Direction
from claims.streams import TRIALS
from claims.views.filters import refuse_parameters

CLAIM = "microdose-risks"
# What each direction means for a claim that says there are risks.
FOUND = {
    Direction.SUPPORTS: "Found a risk or a side effect",
    Direction.MIXED: "Found it in one way of looking and not in another",
    Direction.NO_EFFECT: "Looked, and could not tell it from nothing",
    Direction.CONTRADICTS: "Found less of it than without the substance",
}
# What a reader may ask about, and the words by which our records would name it.
TOPICS = (
    ("taking antidepressants at the same time", r"antidepressant|\bSSRIs?\b|serotonin reuptake"),
    ("taking lithium at the same time", r"lithium"),
    ("alcohol", r"alcohol"),
    ("cannabis", r"cannabis"),
    ("pregnancy or breastfeeding", r"pregnan|breast-?feeding|lactati"),
    ("people under 18", r"adolescent|teenage|children|under 18|paediatric|pediatric"),
    ("older people", r"\bolder (?:people|adults|volunteers|age)|elderly"),
    ("the heart and blood pressure", r"\bheart\b|cardiac|cardiovascular|valv|blood pressure"),
    ("psychosis or mania", r"psychosis|psychotic|\b(?:hypo)?mania\b|\bmanic\b|bipolar|schizo"),
    ("suicidal thoughts", r"suicid"),
    ("dependence", r"addict|drug dependence|withdrawal symptom"),
    ("driving", r"\bdriving\b"),
    ("what the substance taken really contained", r"tested what|drug checking|purity"),
)


def safety(request):
    refuse_parameters(request)
    edition = Edition.objects.current().filter(slug=CLAIM).first()
    return render(request, "claims/safety.html", {"risks": Risks(edition) if edition else None})


@dataclass(frozen=True)
class Risks:
    """The claim about risks as it is published, and a look through everything else."""

    edition: Edition

    @property
    def document(self):
        return self.edition.document

    @cached_property
    def results(self):
        """Return every public item beside its source."""
        sources = self.document["sources"]
        return [
            {"item": item, "source": sources[item["source"]]} for item in self.document["evidence"]
        ]

    @property
    def directions(self):
        """Return (direction, what it means here, results) where it occurs, the strongest result first."""
        ordered = sorted(self.results, key=lambda one: -one["item"]["strength"]["rung"])
        groups = [
            (way, FOUND[way], [one for one in ordered if one["item"]["direction"] == way])
            for way in DIRECTIONS
        ]
        return [group for group in groups if group[-1]]

    @property
    def trial_sizes(self):
        """Return how many people the counted trials had, smallest and largest; None if nobody says."""
        sizes = [
            one["item"]["n"]
            for one in self.results
            if one["item"]["use"] == "counted" and one["source"]["design"] in TRIALS
        ]
        known = [size for size in sizes if size is not None]
        return (min(known), max(known)) if known else None

    @cached_property
    def topics(self):
        """Return each topic with the results of this claim and the other sources that name it."""
        own = [(one, _words(one["item"], one["source"])) for one in self.results]
        library = _library()
        return [_looked_for(topic, pattern, own, library) for topic, pattern in TOPICS]


def _looked_for(topic, pattern, own, library):
    names = re.compile(pattern, re.IGNORECASE)
    results = [one for one, words in own if names.search(words)]
    shown = {one["source"]["key"] for one in results}
    return {
        "words": topic,
        "results": results,
        "elsewhere": [
            one for one, words in library if one["key"] not in shown and names.search(words)
        ],
    }


def _words(item, source):
    parts = (item["outcome"], item["finding"], item["limitations"])
    return " ".join([*(part or "" for part in parts), source["title"], source["population"] or ""])


def _library():
    """Return every source that readers see, with its own words and those of its results."""
    said = {}
    for items in Edition.objects.current().values_list("document__evidence", flat=True):
        for item in items:
            said.setdefault(item["source"], []).append(item)
    return [
        (one.record, " ".join(_words(item, one.record) for item in said.get(one.key, [])))
        for one in Citation.objects.one_per_source()
    ]
