"""Files of citations into the library: looked through, decided on, and taken in or not.

What a file brought is taken out again by `sources.intake.undoing`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from sources.intake import bulk, reading
from sources.intake.library import LibraryError
from sources.intake.matching import Known, Shelf, rewritten
from sources.intake.record import Problem
from sources.keys import FreeKeys
from sources.models import Finding, Import, ImportedRecord, Source, State

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
CAN_BE_TAKEN = (Finding.NEW, Finding.PERHAPS)
CHANGED = (Finding.PERHAPS, Finding.NEW)
FOUND = ("finding", "why", "like", "twin", "is_wanted")


class Closed(LibraryError):
    """An import that nobody decides on any more."""


def _plain_name(name):
    return CONTROL.sub(" ", name).strip()[:255] or "a file without a name"


def library() -> tuple[Shelf, FreeKeys]:
    """Return what the library knows, for comparing, and its keys."""
    shelf, keys = Shelf(), set()
    names = ("pk", "merged_into", "key", "title", "doi", "pmid", "pmcid", "url")
    for pk, merged_into, key, *told in Source.objects.order_by("pk").values_list(*names).iterator():
        shelf.put(Known(pk=merged_into or pk), dict(zip(names[3:], told, strict=True)))
        keys.add(key)
    return shelf, FreeKeys(keys)


def _compared(items, shelf):
    """Yield each item with what it is to the library and to the records before it."""
    for item in items:
        is_problem = isinstance(item, Problem)
        yield item, shelf.find(item.fields) if is_problem else shelf.meet(item.number, item.fields)


def _row(batch, item, match):
    """Return the unsaved row of a record, or of a Problem, and what was found on it."""
    row = ImportedRecord(
        batch=batch, number=item.number, line=item.line, record=dict(item.fields) or None,
        like_id=match.like.pk, twin=match.like.number,
    )  # fmt: skip
    if isinstance(item, Problem):
        row.finding, row.remedy = Finding.UNREADABLE, item.remedy
        row.why = " ".join(filter(None, [item.what, match.why]))
    else:
        row.finding, row.is_wanted = match.finding, match.finding == Finding.NEW
        row.why = " ".join(filter(None, [match.why, *item.notes]))
    return row


def _begin(read, name, by, **state):
    return Import.objects.create(
        file_name=_plain_name(name), format=read.format, sha256=read.sha256, size=read.size,
        by=by, at=timezone.now(), **state,
    )  # fmt: skip


@transaction.atomic
def stage(*, stream, name: str, by, format: str = "") -> Import:
    """Look through a file and store what each record is to the library; nothing is taken in yet.

    Raises reading.BadFile, and stores nothing, if the file cannot be read at all.
    """
    read = reading.read(stream, name=name, format=format)
    batch = _begin(read, name, by)
    shelf, _ = library()
    for some in bulk.chunks(_compared(read, shelf)):
        ImportedRecord.objects.bulk_create([_row(batch, *each) for each in some])
    return batch


@transaction.atomic
def bring(*, stream, name: str, by, format: str = "", watch: Callable[[Iterable], Iterable] = iter):
    """Take in what is new in a file at once; as its records are stored what is left out and what has notes.

    `watch` sees every record pass. Raises reading.BadFile, and stores nothing, if the file cannot be read.
    """
    read = reading.read(stream, name=name, format=format)
    batch = _begin(read, name, by)
    _hold_library()
    shelf, keys = library()
    new = _storing_what_needs_words(batch, _compared(watch(read), shelf))
    _take(batch, by, new, keys)
    return batch


def _storing_what_needs_words(batch, compared):
    """Yield the new records; store the others, and those that were not read without notes."""
    told = []
    for item, match in compared:
        is_new = match.finding == Finding.NEW and not isinstance(item, Problem)
        if is_new:
            yield item.fields
        if not is_new or item.notes:
            told.append(_row(batch, item, match))
        if len(told) == bulk.CHUNK:
            ImportedRecord.objects.bulk_create(told)
            told.clear()
    ImportedRecord.objects.bulk_create(told)


def _hold_library():
    """Let one import write at a time: the oldest import is everybody's, and held until the end."""
    Import.objects.select_for_update(no_key=True).order_by("pk").first()


def held(batch, *states) -> Import:
    """Return the stored import, held until the transaction ends; else raise Closed."""
    _hold_library()
    stored = Import.objects.select_for_update(no_key=True, of=("self",)).get(pk=batch.pk)
    if stored.state not in states:
        raise Closed(
            f"Nothing was done: the import of {stored.file_name} is closed"
            f" ({stored.get_state_display().lower()}). Import the file again to decide anew."
        )
    return stored


@transaction.atomic
def decide(*, batch, shown: Iterable[int], wanted: Iterable[int]) -> None:
    """Of the records `shown`, by number, want those in `wanted` and no others."""
    batch = held(batch, State.PREVIEW)
    rows = batch.records.filter(number__in=list(shown), finding__in=CAN_BE_TAKEN)
    rows.filter(number__in=list(wanted)).update(is_wanted=True)
    rows.exclude(number__in=list(wanted)).update(is_wanted=False)


@transaction.atomic
def want_all_new(*, batch) -> None:
    """Want every new record of the file, besides what is wanted already."""
    held(batch, State.PREVIEW).records.filter(finding=Finding.NEW).update(is_wanted=True)


@transaction.atomic
def want_none(*, batch) -> None:
    """Want no record of the file."""
    held(batch, State.PREVIEW).records.filter(is_wanted=True).update(is_wanted=False)


@transaction.atomic
def take_in(*, batch, by) -> list[ImportedRecord]:
    """Take in the wanted records, all or none; return those that became known meanwhile.

    If one of these is only perhaps here, nothing is taken in and the import stays open: somebody looks.
    """
    batch = held(batch, State.PREVIEW)
    shelf, keys = library()
    wanted = batch.records.filter(is_wanted=True).order_by("number")
    late = list(_known_meanwhile(wanted.iterator(bulk.CHUNK), shelf))
    ImportedRecord.objects.bulk_update(late, FOUND, batch_size=bulk.CHUNK)
    if not any(row.finding == Finding.PERHAPS for row in late):
        records = wanted.values_list("record", flat=True)
        _take(batch, by, records.iterator(bulk.CHUNK), keys)
    return late


def _known_meanwhile(rows, shelf):
    """Yield the rows that the library has got since, or perhaps has, with what is found now."""
    for row in rows:
        match = shelf.meet(row.number, row.record)
        if match.finding == Finding.HERE or (match.finding, row.finding) == CHANGED:
            _find(row, match)
            row.why = f"Since the file was looked through: {row.why}"
            yield row


@transaction.atomic
def look_again(*, batch) -> int:
    """Compare every record of a preview with the library as it is now; return how many changed."""
    batch = held(batch, State.PREVIEW)
    shelf, _ = library()
    rows = batch.records.exclude(finding=Finding.UNREADABLE).order_by("number")
    changed = list(_found_otherwise(rows.iterator(bulk.CHUNK), shelf))
    ImportedRecord.objects.bulk_update(changed, FOUND, batch_size=bulk.CHUNK)
    return len(changed)


def _found_otherwise(rows, shelf):
    for row in rows:
        match = shelf.meet(row.number, row.record)
        now = match.finding, match.like.pk, match.like.number
        if now != (row.finding, row.like_id, row.twin):
            _find(row, match)
            yield row


def _find(row, match):
    """Let the row say what it is now; a decision stays where it can, and what is new is wanted."""
    stays = row.is_wanted and match.finding == row.finding
    row.finding, row.like_id, row.twin = match.finding, match.like.pk, match.like.number
    row.is_wanted = stays or match.finding == Finding.NEW
    row.why = rewritten(row.why, match)


def _take(batch, by, records, keys):
    """Write the records as sources, each with its history, and close the import."""
    batch.state, batch.closed_by, batch.closed_at = State.DONE, by, timezone.now()
    for some in bulk.chunks(records):
        bulk.write([bulk.as_source(fields, batch=batch, keys=keys) for fields in some])
    bulk.write_history(
        batch=batch, by=by, at=batch.closed_at, reason=f"Imported from {batch.file_name}."
    )
    batch.save(update_fields=["state", "closed_by", "closed_at"])


@transaction.atomic
def discard(*, batch, by) -> None:
    """Close an import without taking anything in; what was in the file stays on record."""
    batch = held(batch, State.PREVIEW)
    batch.state, batch.closed_by, batch.closed_at = State.DISCARDED, by, timezone.now()
    batch.save(update_fields=["state", "closed_by", "closed_at"])


def counts(batch, **condition) -> Counter:
    """Return how many records of the import there are of each finding."""
    found = batch.records.filter(**condition).order_by().values_list("finding")
    return Counter(dict(found.annotate(Count("pk"))))


def same_file(batch) -> Import | None:
    """Return the last earlier import of the same bytes, if there is one."""
    same = Import.objects.filter(sha256=batch.sha256, pk__lt=batch.pk).select_related("by")
    return same.order_by("-pk").first()
