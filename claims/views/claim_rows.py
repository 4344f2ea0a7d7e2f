"""The rows of a claim's page: results, steps and outcomes, in words. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claims.exports.footnotes import reasons
from claims.exports.names import with_names
from claims.figures.directions import DIRECTIONS
from claims.rating.vocabulary import Basis, Direction, DirectnessDimension, Domain
from claims.streams import stream_of

RETRACTED = ("retracted", "withdrawn")
LAST = -1
# Not within markup, and not after "vs." or an initial: the next sentence begins with a capital.
SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-Z“])|(?<=[\d)%][.!?])\s+(?=[A-Z“])")
MARKUP = re.compile(r"[*_`\[<>\n]")


def _strongest(row):
    return (-row.item["strength"]["rung"], row.item["label"].casefold(), row.item["id"])


def _by_direction(row):
    return (DIRECTIONS.index(Direction(row.item["direction"])), _strongest(row))


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
    document: Mapping

    @property
    def is_retracted(self):
        return self.source["status"] in RETRACTED

    @property
    def place_by_strength(self):
        return _strongest(self)

    @property
    def stream(self):
        """Return the column of the gap map in which the result is counted."""
        studies = self.document["studies"]
        of_study = [study["stream"] for study in studies if self.item["id"] in study["items"]]
        return of_study[0] if of_study else stream_of(self.source).value

    @property
    def directness(self):
        return [(term, self.item[f"d_{term.value}"]) for term in DirectnessDimension]

    @property
    def found(self):
        """Return the first sentence of what was found; all of it if an editor marked it up."""
        return self._findings[0]

    @property
    def found_besides(self):
        return "".join(self._findings[1:])

    @property
    def _findings(self):
        text = self.item["finding"]
        return [text] if MARKUP.search(text) else SENTENCE.split(text, maxsplit=1)

    @property
    def unreviewed(self):
        """Return what kind of publication it is if nobody reviewed it before it came out."""
        kind = self.source["words"]["type"]
        return "" if self.source["peer_reviewed"] else f"{kind}, not peer reviewed"

    @property
    def effect(self):
        """Return the estimate as numbers in words; empty if none was extracted."""
        effect = self.item["effect"] or {}
        if effect.get("estimate") is None:
            return ""
        words = _measured(effect)
        if effect["ci_low"] is not None and effect["ci_high"] is not None:
            words += f" (95 % interval {_number(effect['ci_low'])} to {_number(effect['ci_high'])})"
        return words + (f", P {_number(effect['p'])}" if effect["p"] is not None else "")

    @property
    def use_reason(self):
        return with_names(self.item["use_reason"], self.document)

    @property
    def reasons(self):
        """Return the steps of the strength, each a sentence."""
        return [with_names(one["words"], self.document) for one in self.item["strength"]["reasons"]]

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


def _measured(effect):
    """Return "SMD −0.3"; a share has its sign behind it."""
    number = _number(effect["estimate"])
    if effect["measure"] == "percent":
        return f"{number} %"
    return f"{effect['measure'] or 'Estimate'} {number}"


def _number(value):
    return str(value).replace("-", "−")


@dataclass(frozen=True)
class StepRow:
    """A line of the domain table."""

    step: Mapping
    studies: list
    document: Mapping

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
        return with_names(reason[:1].upper() + reason[1:], self.document)


@dataclass(frozen=True)
class GroupRow:
    """One outcome of a bundled claim, rated on its own evidence."""

    group: Mapping
    document: Mapping

    @property
    def reasons(self):
        """Return what took certainty off or gave some back, each a sentence."""
        return reasons(self.group["suggestion"], self.document)
