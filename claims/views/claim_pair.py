"""What the page that compares two claims shows of their editions. Pure: asks the database for nothing."""

from dataclasses import dataclass
from functools import cached_property

from claims.figures.chain import chain
from claims.figures.directions import in_order
from claims.rating.vocabulary import ClaimKind, Scope, Stream
from claims.rating.wording import counted

QUESTION = (
    ("population", "In whom"),
    ("dose", "At what dose"),
    ("comparator", "Compared with"),
    ("outcomes", "What is looked at"),
)


@dataclass(frozen=True)
class Side:
    """One of the two claims: its letter and its current edition."""

    letter: str
    edition: object

    @property
    def document(self):
        return self.edition.document

    @property
    def summary(self):
        return self.edition.summary

    @property
    def question(self):
        """Return the claim's yardstick: who, what dose, against what, which outcomes."""
        target = self.document["claim"]["target"]
        return {name: target[name] for name, _ in QUESTION}

    @property
    def kind(self):
        return f"{ClaimKind(self.edition.kind).label}, {Scope(self.edition.scope).label.lower()}"

    @property
    def streams(self):
        """Return (stream, number of studies) where there are any, counted or only shown."""
        counts = self.summary["streams"]
        return [(stream, sum(counts[stream].values())) for stream in Stream if stream in counts]

    @property
    def directions(self):
        found = self.summary["directions"]
        return in_order(found)

    @cached_property
    def studies(self):
        return {study["key"]: study for study in self.document["studies"]}

    def results(self, key):
        """Return what a study is counted for: its vote, its strength and the outcomes behind it."""
        study = self.studies[key]
        outcomes = {item["id"]: item["outcome"] for item in self.document["evidence"]}
        return {
            "side": self,
            "study": study,
            "results": [{"id": item, "outcome": outcomes[item]} for item in study["items"]],
        }


@dataclass(frozen=True)
class Pair:
    """Two claims beside each other, `first` as it was asked for."""

    first: Side
    second: Side

    @property
    def sides(self):
        return self.first, self.second

    @property
    def questions(self):
        return [
            (label, [(side, side.question[name]) for side in self.sides])
            for name, label in QUESTION
        ]

    @cached_property
    def shared(self):
        """Return the studies that count for both, each with what it says for either claim."""
        keys = self.first.studies.keys() & self.second.studies.keys()
        rows = [
            {
                "label": self.first.studies[key]["label"],
                "source": self.first.studies[key]["sources"][0],
                "says": [side.results(key) for side in self.sides],
            }
            for key in keys
        ]
        return sorted(rows, key=lambda row: (row["label"], row["source"]))

    @property
    def overlap(self):
        """Return how much of the two bodies of evidence is the same, in a sentence."""
        both = len(self.shared)
        cited = self.first.document["sources"].keys() & self.second.document["sources"].keys()
        counting = {key for side in self.sides for study in side.studies.values() for key in study["sources"]}  # fmt: skip
        rest = len(cited - counting)
        words = (
            f"{counted(both, 'study counts', 'studies count')} for both claims"
            if both
            else "No study counts for both claims"
        )
        return f"{words}{_cited_too(rest)}."

    @property
    def link(self):
        """Return how the certainty moves between two steps of one mechanism's chain, or ""."""
        mechanisms = {side.edition.mechanism for side in self.sides}
        if len(mechanisms) > 1 or not mechanisms.pop():
            return ""
        editions = sorted((side.edition for side in self.sides), key=lambda one: one.position)
        return _moved(*chain(editions).points)


def _cited_too(number):
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    return f"; {counted(number, 'source')} that neither counts {verb} cited by both"


def _moved(before, after):
    if before.is_open or after.is_open:
        return "One of the two steps has no single verdict for now, so their certainty cannot be compared."
    if before.step == after.step:
        return _twins(before, after)
    names = [point.step.label.lower() for point in (before, after)]
    if after.level == before.level:
        return f"Along the chain, certainty stays at {before.certainty} from the {names[0]} to the {names[1]}."
    verb = "drops" if after.level < before.level else "rises"
    return (
        f"Along the chain, certainty {verb} from {before.certainty} ({names[0]})"
        f" to {after.certainty} ({names[1]})."
    )


def _twins(before, after):
    """Two steps of one name follow nothing from each other, so nothing moves between them."""
    kind = f"Both are {before.step.label.lower()}s"
    if before.level == after.level:
        return f"{kind}; both stand at {before.certainty}."
    return f"{kind}; the first in the chain stands at {before.certainty}, the other at {after.certainty}."
