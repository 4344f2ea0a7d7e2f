"""What the page of a claim shows of one edition: its document sorted, numbered and put beside its sources.

Pure: reads the edition's document and asks the database for nothing.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from claims.figures.forest import ForestPlot, forests
from claims.figures.harvest import PANELS, HarvestPlot, harvest
from claims.figures.steps import StepsPlot, steps
from claims.rating.vocabulary import Basis, Direction, DirectnessDimension, Domain, Lean
from sources import citations

RETRACTED = ("retracted", "withdrawn")
LAST = -1


def _strongest(row):
    return (-row.item["strength"]["rung"], row.item["label"].casefold(), row.item["id"])


def _by_direction(row):
    return (PANELS.index(Direction(row.item["direction"])), _strongest(row))


def _newest(row):
    return (-(row.source["year"] or LAST), _strongest(row))


def _largest(row):
    return (-(LAST if row.item["n"] is None else row.item["n"]), _strongest(row))


ORDERS = {
    "strength": ("Strength", _strongest),
    "direction": ("Direction", _by_direction),
    "year": ("Year, newest first", _newest),
    "n": ("Number of people", _largest),
}


@dataclass(frozen=True)
class Row:
    """One evidence item beside its source, which has `number` among the references."""

    item: Mapping
    source: Mapping
    number: int
    names: Mapping

    @property
    def is_retracted(self):
        return self.source["status"] in RETRACTED

    @property
    def directness(self):
        return [(term, self.item[f"d_{term.value}"]) for term in DirectnessDimension]

    @property
    def effect(self):
        """Return the estimate as numbers in words; empty if none was extracted."""
        effect = self.item["effect"] or {}
        if effect.get("estimate") is None:
            return ""
        words = f"{effect['measure'] or 'Estimate'} {_number(effect['estimate'])}"
        if effect["ci_low"] is not None and effect["ci_high"] is not None:
            words += f" (95 % interval {_number(effect['ci_low'])} to {_number(effect['ci_high'])})"
        return words + (f", P {_number(effect['p'])}" if effect["p"] is not None else "")

    @property
    def use_reason(self):
        return with_names(self.item["use_reason"], self.names)

    @property
    def reasons(self):
        """Return the steps of the strength, each a sentence."""
        return [with_names(one["words"], self.names) for one in self.item["strength"]["reasons"]]

    @property
    def place(self):
        """Return where in the source it stands, unless that only repeats what was read."""
        locator, basis = self.item["locator"] or "", Basis(self.item["basis"])
        return "" if locator.casefold() == basis.label.casefold() else locator

    @property
    def effect_note(self):
        return (self.item["effect"] or {}).get("note")

    @property
    def is_as_shipped(self):
        return self.item["origin"] == "corpus" and self.item["verified_by"] is None


def with_names(text, names):
    """Return the rule's words with each source's key replaced by its name."""
    return re.sub(r"[\w-]+", lambda word: names.get(word[0], word[0]), text)


def _number(value):
    return str(value).replace("-", "−")


@dataclass(frozen=True)
class StepRow:
    """A line of the domain table."""

    step: Mapping
    studies: list

    @property
    def label(self):
        return Domain(self.step["domain"]).label

    @property
    def is_start(self):
        return self.step["domain"] == Domain.START

    @property
    def reason(self):
        """Return the sentence without the name and the number, which stand in cells of their own."""
        words = self.step["words"]
        reason = words.partition(": ")[2] if words.startswith(self.label) else words
        return reason[:1].upper() + reason[1:]


@dataclass(frozen=True)
class ClaimPage:
    """An edition as its page shows it; `newest` is the number of the claim's last edition."""

    edition: object
    newest: int
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
        return [Row(item, line["source"], line["number"], self.names) for item, line in lines]

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
            key=lambda row: (not row.is_retracted, row.item["use"] != "excluded", _strongest(row)),
        )

    @cached_property
    def anchors(self):
        """Return {study key: id of its first item on the page}."""
        return {study["key"]: study["items"][0] for study in self.document["studies"]}

    @cached_property
    def steps(self):
        return [StepRow(step, self._linked(step["studies"])) for step in self.suggestion["steps"]]

    @property
    def notes(self):
        """Return the rule's notes with the sources by their names."""
        return [with_names(note, self.names) for note in self.suggestion["notes"]]

    @cached_property
    def names(self):
        """Return {key: name} of the sources."""
        return {key: source["label"] for key, source in self.document["sources"].items()}

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
        return steps(self.document)
