"""What the page of a claim shows of one edition: its document sorted, numbered and put beside its sources.

Pure: reads the edition's document and asks the database for nothing.
"""

import datetime
from dataclasses import dataclass
from functools import cached_property

from claims.exports.groups import weakest_link
from claims.exports.names import with_names
from claims.figures.effect_directions import EffectDirections, effect_directions
from claims.figures.forest import ForestPlot, forests
from claims.figures.harvest import HarvestPlot, harvest
from claims.figures.steps import StepsPlot, steps
from claims.rating.vocabulary import Lean
from claims.views import assessments
from claims.views.claim_rows import ORDERS, GroupRow, Row, StepRow
from claims.views.dates import four_dates, is_search_old
from claims.views.headline import Headline, suggested_terms
from sources import citations


@dataclass(frozen=True)
class ClaimPage:
    """An edition as its page shows it; `newest` is the number of the claim's last edition."""

    edition: object
    newest: int
    today: datetime.date
    sort: str = "strength"
    as_of: datetime.date | None = None

    @property
    def document(self):
        return self.edition.document

    @property
    def claim(self):
        return self.document["claim"]

    @property
    def suggestion(self):
        return self.document["suggestion"]

    @property
    def headline(self):
        return Headline(self.document)

    @cached_property
    def suggested(self):
        """Return what the rule suggests: `verdict` and `certainty` in words."""
        return suggested_terms(self.suggestion)

    @property
    def dates(self):
        return four_dates(self.edition)

    @property
    def is_search_old(self):
        return is_search_old(self.edition.searched_on, self.today)

    @property
    def standing(self):
        return assessments.standing(self.document)

    @property
    def earlier(self):
        return assessments.earlier(self.document)

    @property
    def is_current(self):
        return self.edition.number == self.newest

    @property
    def orders(self):
        return [(name, words, name == self.sort) for name, (words, _) in ORDERS.items()]

    @property
    def microdose(self):
        """Return what a microdose is here; the claim's own range if it is about microdoses."""
        own = self.claim["target"]["dose"].partition(",")[0]
        is_own = self.claim["scope"] == "microdose" and own
        return f"{own[0].lower()}{own[1:]}" if is_own else "about a tenth of a recreational dose"

    @cached_property
    def references(self):
        """Return the sources in the order of their numbers."""
        return [
            {"number": number, "source": source, **citations.parts(source)}
            for number, (_, source) in enumerate(sorted(self.document["sources"].items()), start=1)
        ]

    @cached_property
    def rows(self):
        numbered = {line["source"]["key"]: line for line in self.references}
        lines = [(item, numbered[item["source"]]) for item in self.document["evidence"]]
        return [Row(item, line["source"], line["number"], self.document) for item, line in lines]

    @cached_property
    def counted(self):
        _, key = ORDERS[self.sort]
        return sorted((row for row in self.rows if row.item["use"] == "counted"), key=key)

    @cached_property
    def set_aside(self):
        """Return what does not count: retracted work first, then what is excluded, then the rest."""
        rows = [row for row in self.rows if row.item["use"] != "counted"]
        return sorted(
            rows,
            key=lambda row: (
                not row.is_retracted,
                row.item["use"] != "excluded",
                row.place_by_strength,
            ),
        )

    @cached_property
    def anchors(self):
        """Return {study key: id of its first item on the page}."""
        return {study["key"]: study["items"][0] for study in self.document["studies"]}

    @cached_property
    def steps(self):
        steps = self.suggestion["steps"]
        return [StepRow(step, self._linked(step["studies"]), self.document) for step in steps]

    @property
    def groups(self):
        return [GroupRow(group, self.document) for group in self.document["groups"]]

    @property
    def weakest_link(self):
        return weakest_link(self.document)

    @property
    def notes(self):
        """Return the rule's notes with the sources by their names."""
        return [with_names(note, self.document) for note in self.suggestion["notes"]]

    @property
    def fragile_to(self):
        return self._linked(self.suggestion["fragile_to"])

    def _linked(self, studies):
        return [study | {"anchor": self.anchors.get(study["key"], "evidence")} for study in studies]

    @property
    def lean(self):
        return self.suggestion["lean"] and Lean(self.suggestion["lean"])

    @property
    def unweighted_lean(self):
        return self.suggestion["unweighted_lean"] and Lean(self.suggestion["unweighted_lean"])

    @cached_property
    def harvest(self) -> HarvestPlot:
        return harvest(self.document)

    @cached_property
    def forests(self) -> tuple[ForestPlot, ...]:
        return forests(self.document)

    @cached_property
    def staircase(self) -> StepsPlot | None:
        return steps({**self.document, **self.suggested})

    @cached_property
    def directions(self) -> EffectDirections:
        return effect_directions(self.document)
