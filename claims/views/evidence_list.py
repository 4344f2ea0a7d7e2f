"""The evidence of a claim's page: narrowed, sorted and opened as its address asks. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from claims.rating.vocabulary import Direction, RiskOfBias, Stream, Strength
from claims.views.claim_rows import ORDERS
from claims.views.filters import Filter, Selection, one_of, select
from sources.vocabulary import Design, DoseRegime

VALUES = {
    "direction": lambda row: row.item["direction"],
    "strength": lambda row: row.item["strength"]["code"],
    "stream": lambda row: row.stream,
    "design": lambda row: row.source["design"],
    "dose": lambda row: row.source["dose_regime"],
    "bias": lambda row: row.item["risk_of_bias"],
}
WORDS = {
    "direction": ("Direction", {term.value: term.label for term in Direction}),
    "strength": ("Strength", {term.value: term.label for term in Strength}),
    "stream": ("Kind of evidence", {term.value: term.label for term in Stream}),
    "design": ("Design", dict(Design.choices)),
    "dose": ("Dose", dict(DoseRegime.choices)),
    "bias": ("Risk of bias", {term.value: term.label for term in RiskOfBias}),
}
CLOSED, OPEN = "none", "all"
PARAMETERS = ("open", "sort", *VALUES)
PLACE = "#evidence"


@dataclass(frozen=True)
class Asked:
    """What the address of a claim's page asks of its evidence; `kept` is the rest of the address."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    sort: str = next(iter(ORDERS))
    open: str = CLOSED
    kept: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_open(self):
        return self.open == OPEN

    def opens(self, name):
        return self.open in (OPEN, name)

    def address(self, place=PLACE, **changes):
        """Return the address with one thing changed and the others kept."""
        asked = {"sort": self.sort, "open": self.open, **self.chosen, **changes}
        usual = {"sort": next(iter(ORDERS)), "open": CLOSED}
        told = {name: value for name, value in asked.items() if value and value != usual.get(name)}
        return f"?{urlencode({**self.kept, **told})}{place}"

    @property
    def address_of_all(self):
        return Asked(sort=self.sort, open=self.open, kept=self.kept).address()


def asked_of(query, document):
    """Return what a query asks of the evidence of a document. Raises BadRequest, saying what is allowed."""
    filters = [Filter(name, label, words, ()) for name, (label, words) in WORDS.items()]
    own = query.copy()
    for name in set(query) - set(VALUES):
        del own[name]
    chosen = {name: value for name, value in select(own, filters).chosen.items() if value}
    return Asked(
        chosen,
        one_of(query, "sort", list(ORDERS)),
        one_of(query, "open", [CLOSED, OPEN, *(item["id"] for item in document["evidence"])]),
        {name: value for name, value in query.items() if name not in PARAMETERS},
    )


@dataclass(frozen=True)
class EvidenceList:
    """The counted results, those that fit what was asked before those that do not."""

    counted: tuple
    set_aside: tuple
    asked: Asked

    @cached_property
    def selection(self):
        rows = [*self.counted, *self.set_aside]
        filters = [
            Filter(name, label, words, {VALUES[name](row) for row in rows})
            for name, (label, words) in WORDS.items()
        ]
        return Selection(tuple(filters), self.asked.chosen)

    @property
    def fields(self):
        """Return the filters that can tell results apart, and those that were used."""
        return [one for one in self.selection.fields if len(one["options"]) > 1 or self._used(one)]

    def _used(self, one):
        return one["name"] in self.asked.chosen

    @property
    def hidden(self):
        """Return what the filter form hands on with the choices."""
        usual = Asked()
        own = {"sort": self.asked.sort, "open": self.asked.open}
        changed = {name: value for name, value in own.items() if value != getattr(usual, name)}
        return {**self.asked.kept, **changed}.items()

    @cached_property
    def shown(self):
        return sorted(filter(self._fits, self.counted), key=ORDERS[self.asked.sort][1])

    @property
    def lines(self):
        """Return (row, whether its details are open, the address that opens or folds them)."""
        return [(row, *self._fold(row.item["id"])) for row in self.shown]

    def _fold(self, name):
        is_open = self.asked.opens(name)
        return is_open, self.asked.address(f"#{name}", open=CLOSED if is_open else name)

    @cached_property
    def left_out(self):
        return [row for row in self.counted if not self._fits(row)]

    @property
    def beside(self):
        """Return what fits but does not count."""
        return [row for row in self.set_aside if self.selection.is_narrowed and self._fits(row)]

    @property
    def fitting(self):
        """Return every result that fits: those that count in the order asked for, then the others."""
        return [*self.shown, *filter(self._fits, self.set_aside)]

    def _fits(self, row):
        return all(VALUES[name](row) == value for name, value in self.asked.chosen.items())

    @property
    def sortings(self):
        """Return (address, words, whether it is the present one) of every order."""
        return [
            (self.asked.address(sort=name), words, name == self.asked.sort)
            for name, (words, _) in ORDERS.items()
        ]

    @property
    def toggle(self):
        """Return the address that opens every result, or folds them again."""
        return self.asked.address(open=CLOSED if self.asked.is_open else OPEN)
