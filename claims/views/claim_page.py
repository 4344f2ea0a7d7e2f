"""What the page of a claim shows of one edition: its document sorted, numbered and put beside its sources.

Pure: reads the edition's document and asks the database for nothing.
"""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from claims import who_decided
from claims.article import retold
from claims.exports.gaps import gaps
from claims.exports.groups import weakest_link
from claims.exports.names import with_names
from claims.figures.effect_directions import EffectDirections, effect_directions
from claims.figures.forest import ForestPlot, forests
from claims.figures.harvest import HarvestPlot, harvest
from claims.figures.steps import StepsPlot, steps
from claims.rating.vocabulary import Flag, Lean
from claims.views import assessments
from claims.views.claim_rows import GroupRow, Row, StepRow
from claims.views.dates import four_dates, is_search_old
from claims.views.evidence_list import Asked, EvidenceList
from claims.views.headline import Headline, suggested_terms
from claims.views.question import question
from claims.what_would_change import closer_reading, ladder, new_studies, reviews
from sources import citations


@dataclass(frozen=True)
class ClaimPage:
    """An edition as its page shows it; `newest` is the number of the claim's last edition."""

    edition: object
    newest: int
    today: datetime.date
    asked: Asked = field(default_factory=Asked)
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
    def question(self):
        return question(self.claim)

    @property
    def answer(self):
        """Return the answer in one sentence, with the day on which it stood; the address goes after it."""
        day = self.edition.published_at.date()
        if self.is_current:
            day = min(self.as_of or self.today, self.today)
        return self.headline.answer(day)

    @property
    def who_decided(self):
        return who_decided.who_decided(self.document)

    @property
    def not_found(self):
        return who_decided.not_found(self.document)

    @property
    def carriers(self):
        return who_decided.carriers(self.document)

    @property
    def retold(self):
        return retold(self.claim["slug"])

    @property
    def flags(self):
        """Return the flags in words; bias that nobody judged in most of the evidence is said once."""
        flags = self.suggestion["flags"]
        is_said = Flag.BIAS_NOT_ASSESSED in {flag["code"] for flag in flags}
        return [one for one in flags if not (is_said and _is_of_unjudged(one))]

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
    def evidence(self):
        """Return the counted results as the address asks for them."""
        return EvidenceList(tuple(self.counted), tuple(self.set_aside), self.asked)

    @cached_property
    def counted(self):
        rows = [row for row in self.rows if row.item["use"] == "counted"]
        return sorted(rows, key=lambda row: row.place_by_strength)

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
    def taken_off(self):
        """Return the steps after the start that moved the certainty."""
        return [row for row in self.steps if row.step["levels"] and not row.is_start]

    @property
    def ladder(self):
        return ladder(self.document)

    @property
    def reviews(self):
        return reviews(self.document)

    @property
    def new_studies(self):
        return new_studies(self.document)

    @property
    def closer_reading(self):
        return closer_reading(self.document)

    @property
    def gaps(self):
        """Return what the evidence cannot tell, as Markdown without the heading of the export."""
        return gaps(self.document).partition("\n\n")[2]

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


def _is_of_unjudged(flag):
    return flag["code"].partition(":")[0] == Flag.ROB_NOT_ASSESSED
