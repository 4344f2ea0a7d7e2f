"""The studies of a document as the harvest plot, its strips and their tables show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.rating.vocabulary import Direction, Point, Strength

# What was studied, with the fill that tells it apart; people are plain.
MATERIALS = {"people": "", "animals": "lines", "cells": "dots", "review": "checks"}
PEOPLE = ("human", "mixed", "not-applicable")
REVIEWS = ("systematic-review", "meta-analysis", "narrative-review")
VOTES = {"for": "For", "against": "Against", "half": "Half each", "": "None"}


@dataclass(frozen=True)
class Study:
    """One study as the plot and its table show it; `items` are ids of its rows on the page."""

    key: str
    label: str
    direction: Direction
    strength: Strength
    material: str
    n: int | None
    use: str
    items: tuple[str, ...]
    point: Point
    vote: str = ""

    @property
    def vote_words(self) -> str:
        return VOTES[self.vote]

    @property
    def is_counted(self) -> bool:
        return self.use in ("decides", "counted")

    @property
    def use_words(self) -> str:
        return {
            "decides": "Decides",
            "counted": "Counted; too weak to decide",
            "shown": "Shown, not counted",
            "excluded": "Excluded",
        }[self.use]

    @property
    def words(self) -> str:
        use = "" if self.is_counted else ", not counted"
        return f"{self.label} ({self.strength.label.lower()}, {self.material}{use})"

    @property
    def pattern(self) -> str:
        """Return the name of the fill that tells what was studied; empty: a plain fill, or none."""
        return MATERIALS[self.material] if self.is_counted else ""

    @property
    def label_class(self) -> str:
        return "" if self.is_counted else "soft"

    @property
    def css_class(self) -> str:
        if not self.is_counted:
            return "mark-off"
        return "" if self.pattern else f"mark-{self.direction}"


def studies_of(document: Mapping) -> tuple[Study, ...]:
    """Return what counts and what is only shown, the strongest first."""
    return tuple(sorted((*_counted(document), *_uncounted(document)), key=_weightiest_first))


def _weightiest_first(study: Study) -> tuple:
    return (-study.strength.rung, not study.is_counted, study.label.casefold(), study.key)


def _counted(document: Mapping) -> Iterable[Study]:
    for study in document["studies"]:
        yield Study(
            key=study["key"],
            label=study["label"],
            direction=Direction(study["direction"]),
            strength=Strength(study["strength"]["code"]),
            material=_material_of(study, document["sources"]),
            n=study["n"],
            use="decides" if study["is_deciding"] else "counted",
            items=tuple(study["items"]),
            point=Point(study["point"]),
            vote=study["vote"],
        )


def _uncounted(document: Mapping) -> Iterable[Study]:
    """What is shown or excluded, one bar for each source."""
    groups = defaultdict(list)
    for item in document["evidence"]:
        if item["use"] != "counted":
            groups[item["source"]].append(item)
    for key, items in groups.items():
        directions = {item["direction"] for item in items}
        best = max(items, key=lambda item: item["strength"]["rung"])
        yield Study(
            key=key,
            label=best["label"],
            direction=Direction(directions.pop() if len(directions) == 1 else "mixed"),
            strength=Strength(best["strength"]["code"]),
            material=_material(document["sources"][key]),
            n=best["n"],
            use=best["use"],
            items=tuple(item["id"] for item in items),
            point=Point(best["point"]),
        )


def _material_of(study: Mapping, sources: Mapping) -> str:
    """A review counted as a unit has one source, which says what it gathers."""
    return _material(sources[study["sources"][0]]) if study["is_review"] else study["material"]


def _material(record: Mapping) -> str:
    """Return what was studied; a review of people or of several kinds is a review first."""
    kinds = (record["design"], (record["review"] or {}).get("review_of"))
    if "in-vitro" in kinds or record["species"] == "cell-culture":
        return "cells"
    if "animal-experiment" in kinds or "animal" in kinds or record["species"] not in PEOPLE:
        return "animals"
    return "review" if record["design"] in REVIEWS else "people"
