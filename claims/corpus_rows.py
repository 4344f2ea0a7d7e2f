"""How the records of the corpus files meet the rows that are there already, through the deeds."""

from collections.abc import Callable
from dataclasses import dataclass
from graphlib import TopologicalSorter

from django.db import DatabaseError

from claims import argument, desk, records
from claims.accepted_forms import form_of
from claims.corpus_dump import as_json, source_record
from claims.corpus_files import BadCorpus, Problem, included, named_sources, naming_heirs
from claims.corpus_notices import STANDS_FOR, missing, notices_of
from claims.models import Claim, Evidence, Mechanism
from claims.models.evidence import Origin
from claims.refusals import ChangedMeanwhile, DeskError, OutOfTurn
from claims.roles import CORPUS_ACCOUNT as ACCOUNT
from claims.states import State
from microdose_kb.tagging import names_in_order
from sources import records as source_records
from sources.intake import library
from sources.models import Source
from sources.vocabulary import NoticeKind

REASON = "From the corpus."
# A person was there between our reading the row and our writing it, or had merged it.
OVERTAKEN = (ChangedMeanwhile, OutOfTurn, library.ChangedMeanwhile, library.WasMerged)
REFUSALS = (DatabaseError, DeskError, library.LibraryError)


def touched_by_people(model):
    """Return the ids of rows that anybody but the corpus account has written to."""
    history = model.history.exclude(history_user__username=ACCOUNT)
    return set(history.values_list("id", flat=True))


@dataclass
class _File:
    """How the records of one file meet the rows that are there already."""

    name: str
    model: type
    key_of: Callable
    stored: dict
    is_same: Callable
    add: Callable
    change: Callable

    def load(self, rows, report):
        """Add, change or leave each row; return all rows by key."""
        touched = touched_by_people(self.model)
        for row in rows:
            key = self.key_of(row)
            words = key if isinstance(key, str) else " / ".join(key)
            try:
                report.note(self.name, self._put(key, row, touched), words)
            except REFUSALS as refusal:
                what = f"cannot be written: {str(refusal).strip()}"
                raise BadCorpus([Problem(f"{self.name}.json", words, what)]) from refusal
        return self.stored

    def _put(self, key, row, touched):
        stored = self.stored.get(key)
        if stored is not None and self.is_same(stored, row):
            return "unchanged"
        if stored is not None and stored.pk in touched:
            return "skipped"
        try:
            return self._write(key, row, stored)
        except OVERTAKEN:
            return "skipped"

    def _write(self, key, row, stored):
        if stored is None:
            self.stored[key] = self.add(row)
            return "added"
        self.change(stored, row)
        return "updated"


def _same(record, other):
    """Compare two records as they would be written, numerals included."""
    return as_json(record) == as_json(other)


def _assign(row, fields):
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def _slug(row):
    return row["slug"]


def load_mechanisms(rows, by, report):
    tags = names_in_order(Mechanism)
    fields = records.mechanism_fields

    def is_same(mechanism, row):
        given = records.mechanism_record(Mechanism(**fields(row)), row["tags"])
        return _same(records.mechanism_record(mechanism, tags[mechanism.pk]), given)

    def add(row):
        return argument.add_mechanism(mechanism=Mechanism(**fields(row)), by=by, tags=row["tags"])

    def change(mechanism, row):
        _assign(mechanism, fields(row))
        argument.change_mechanism(mechanism=mechanism, by=by, reason=REASON, tags=row["tags"])

    stored = {row.slug: row for row in Mechanism.objects.all()}
    return _File("mechanisms", Mechanism, _slug, stored, is_same, add, change).load(rows, report)


def load_claims(rows, mechanisms, by, report):
    tags = names_in_order(Claim)

    def fields(row):
        return records.claim_fields(row) | {"mechanism": mechanisms.get(row["mechanism"])}

    def is_same(claim, row):
        given = records.claim_record(Claim(**fields(row)), row["tags"])
        return _same(records.claim_record(claim, tags[claim.pk]), given)

    def add(row):
        return argument.add_claim(claim=Claim(**fields(row)), by=by, tags=row["tags"])

    def change(claim, row):
        _assign(claim, fields(row))
        argument.change_claim(claim=claim, by=by, reason=REASON, tags=row["tags"])

    stored = {row.slug: row for row in Claim.objects.select_related("mechanism")}
    return _File("claims", Claim, _slug, stored, is_same, add, change).load(rows, report)


def load_sources(rows, by, report):
    tags = names_in_order(Source)
    there = Source.objects.select_related("version_of", "merged_into")
    there = there.prefetch_related("includes", "notices")
    stored = {row.key: row for row in there}
    heirs = {key: one.merged_into.key for key, one in stored.items() if one.merged_into}
    rows = {row["key"]: naming_heirs(row, heirs) for row in rows}

    def is_same(source, row):
        # What a record says of notices is that they are there, not that there are no others.
        record = source_record(source, tags[source.pk])
        record.pop("notices", None)
        return _same(record, _given_source(row)) and not missing(row, source)

    def relations(row):
        return {"tags": row["tags"], "includes": [stored[key] for key in included(row)]}

    def fields(row):
        article = row.get(source_records.VERSION_OF)
        return source_records.model_fields(row) | {"version_of": article and stored[article]}

    def add(row):
        source = Source(**fields(row))
        library.add(source=source, by=by, reason=REASON, **relations(row))
        _record_notices(source, row, by)
        return source

    def change(source, row):
        _assign(source, fields(row))
        library.update(source=source, by=by, reason=REASON, **relations(row))
        _record_notices(source, row, by)

    named_first = TopologicalSorter({key: named_sources(row) for key, row in rows.items()})
    ordered = [rows[key] for key in named_first.static_order() if key in rows]
    file = _File("sources", Source, lambda row: row["key"], stored, is_same, add, change)
    return file.load(ordered, report)


def _given_source(row):
    article = row.get(source_records.VERSION_OF)
    source = Source(
        **source_records.model_fields(row),
        status=row["status"],
        version_of=article and Source(key=article),
    )
    return source_records.to_record(source, tags=row["tags"], includes=included(row))


def _record_notices(source, row, by):
    """Record the notices that the library lacks, or the one that a bare status stands for."""
    for notice in missing(row, source):
        given = notice | {"url": notice["url"] or "", "reason": notice["reason"] or ""}
        library.record_notice(source=source, by=by, **given)
    if source.status != row["status"] and not notices_of(row):
        kind = STANDS_FOR.get(row["status"], NoticeKind.REINSTATEMENT)
        library.record_notice(source=source, kind=kind, by=by)
    if source.status != row["status"]:
        raise library.LibraryError(
            f"with the notices that the library holds it is {source.status}, not {row['status']};"
            " list all its notices in the order in which they were issued"
        )


def load_evidence(rows, claims, sources, by, report):
    def new(row):
        return Evidence(
            claim=claims[row["claim"]],
            source=sources[row["source"]],
            **records.evidence_fields(row),
        )

    def is_same(evidence, row):
        if evidence.state != State.ACCEPTED:
            return False
        given = _assign(new(row), {"state": State.ACCEPTED, "origin": Origin.CORPUS})
        given.extracted_by = by
        given.accepted_form = form_of(given)
        return _same(records.evidence_record(evidence), records.evidence_record(given))

    def add(row):
        library.refuse_merged(sources[row["source"]])
        evidence = desk.enter(evidence=new(row), by=by, origin=Origin.CORPUS)
        return desk.accept_shipped(evidence=evidence, by=by)

    def change(evidence, row):
        desk.accept_shipped(evidence=_assign(evidence, records.evidence_fields(row)), by=by)

    file = _File("evidence", Evidence, _item_key, _items_by_key(), is_same, add, change)
    return file.load(rows, report)


def _item_key(row):
    return row["claim"], row["source"], row["outcome"]


def _items_by_key():
    """Return the items by every key that they have had: a person may have renamed the outcome."""
    present = Evidence.objects.select_related("claim", "source", "extracted_by")
    items = {row.pk: row for row in present}
    former = Evidence.history.order_by("history_id").values_list(
        "id", "claim__slug", "source__key", "outcome"
    )
    by_key = {tuple(key): items[pk] for pk, *key in former if pk in items}
    return by_key | {(row.claim.slug, row.source.key, row.outcome): row for row in items.values()}
