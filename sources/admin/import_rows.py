"""What the preview of an import shows: each record beside the one that it is or may be."""

from dataclasses import dataclass

from sources import citations
from sources.intake import importing
from sources.models import Finding, ImportedRecord


@dataclass(frozen=True)
class Row:
    """A record in words, and the other one in words if there is one."""

    record: ImportedRecord
    reference: str
    other: str
    has_other_doi: bool

    @property
    def can_be_wanted(self):
        return self.record.finding in importing.CAN_BE_TAKEN


def shown(batch, records):
    """Return the Rows of some records, with the earlier records of the file that they resemble."""
    numbers = {record.twin for record in records if record.twin}
    twins = {}
    if numbers:
        twins.update(batch.records.filter(number__in=numbers).values_list("number", "record"))
    return [_row(record, twins) for record in records]


def _row(record, twins):
    told = record.record or {}
    other = record.like.__dict__ if record.like else twins.get(record.twin) or {}
    return Row(
        record=record,
        reference=citations.vancouver(told) if told else "",
        other=citations.vancouver(other) if other else "",
        has_other_doi=len({told.get("doi") or None, other.get("doi") or None} - {None}) == 2,
    )


def tallies(batch):
    """Return [(code, label, number of records)] of each finding that the import has."""
    counts = importing.counts(batch)
    return [(code, label, counts[code]) for code, label in Finding.choices if counts[code]]
