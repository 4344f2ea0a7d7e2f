"""What the page of an import shows: its records in words, beside what they are or became, and sums of them."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Case, Q, Value, When

from sources import citations
from sources.intake import importing
from sources.models import Finding, ImportedRecord, Source, State

# What needs a decision first; what needs none last.
ORDER = (Finding.PERHAPS, Finding.NEW, Finding.UNREADABLE, Finding.HERE)
BY_NEED = Case(*(When(finding=code, then=Value(place)) for place, code in enumerate(ORDER)))
# What names a source that a record became, the surest first.
NAMES = ("doi", "pmid", "pmcid", "url", "title")
TAKEN = (State.DONE, State.UNDONE)


@dataclass(frozen=True)
class Row:
    """A record in words, the other one in words if there is one, and what the record became."""

    record: ImportedRecord
    title: str
    rest: str
    reference: str
    other: str
    other_title: str
    has_other_doi: bool
    is_taken: bool
    source: Source | None

    @property
    def can_be_wanted(self):
        return self.record.finding in importing.CAN_BE_TAKEN


@dataclass(frozen=True)
class Group:
    """The records of one finding on a page; `number` are those of the whole file."""

    code: str
    label: str
    number: int
    rows: list[Row]


def groups(batch, records, counts):
    """Return the Groups of some records, which are in their order."""
    rows = _rows(batch, list(records))
    return [
        Group(code, Finding(code).label, counts[code], list(some))
        for code, some in groupby(rows, lambda row: row.record.finding)
    ]


def _rows(batch, records):
    numbers = {record.twin for record in records if record.twin}
    twins = {}
    if numbers:
        twins.update(batch.records.filter(number__in=numbers).values_list("number", "record"))
    became = _became(batch, records)
    is_closed = batch.state in TAKEN
    return [_row(record, twins, became, is_closed) for record in records]


def _row(record, twins, became, is_closed):
    told = record.record or {}
    other = record.like.__dict__ if record.like else twins.get(record.twin) or {}
    names = [became[name, told[name]] for name in NAMES if (name, told.get(name)) in became]
    return Row(
        record=record,
        title=told.get("title", ""),
        rest=citations.vancouver({**told, "title": ""}) if told else "",
        reference=citations.vancouver(told) if told else "",
        other=citations.vancouver(other) if other else "",
        other_title=other.get("title", ""),
        has_other_doi=len({told.get("doi") or None, other.get("doi") or None} - {None}) == 2,
        is_taken=record.is_wanted and is_closed,
        source=names[0] if record.is_wanted and names else None,
    )


def _became(batch, records):
    """Return {(name, value): source} of the sources that some records became and that are here still."""
    wanted = [record.record for record in records if record.is_wanted]
    if batch.state not in TAKEN or not wanted:
        return {}
    alike = Q()
    for name in NAMES:
        alike |= Q(**{f"{name}__in": {told[name] for told in wanted if told.get(name)}})
    found = {}
    for source in batch.sources.filter(alike).only("key", "taken_in", *NAMES).order_by("pk"):
        for name in NAMES:
            found.setdefault((name, getattr(source, name)), source)
    return found


def tallies(counts):
    """Return [(code, label, number of records)] of each finding that the import has."""
    return [(code, code.label, counts[code]) for code in ORDER if counts[code]]


def summary(counts, wanted):
    """Return what is in a file and what of it is ticked, in sentences; both are counts by finding."""
    like, new, lacking, here = (counts[code] for code in ORDER)
    said = [_ticked(new, wanted[Finding.NEW])] if new or like else []
    if like:
        ticked = f" ({wanted[Finding.PERHAPS]:,} ticked)" if wanted[Finding.PERHAPS] else ""
        said.append(f"{like:,} need{'s' * (like == 1)} a look{ticked}.")
    return " ".join([*said, *_needing_nothing(here, lacking)])


def _ticked(new, wanted):
    """Return how many of the new records are ticked."""
    if not new:
        return "No record is new."
    if wanted == new:
        return "1 new record is ticked." if new == 1 else f"{new:,} new records are ticked."
    return f"{wanted:,} of {new:,} new records {'is' if wanted == 1 else 'are'} ticked."


def _needing_nothing(here, lacking):
    if here:
        yield f"{here:,} {'is' if here == 1 else 'are'} here already."
    if lacking:
        yield f"{lacking:,} cannot be taken in."
