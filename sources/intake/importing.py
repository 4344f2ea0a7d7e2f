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
from sources.intake.matching import Known, Match, Shelf
from sources.intake.record import Problem
from sources.keys import FreeKeys
from sources.models import Finding, Import, ImportedRecord, Source, State

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
CAN_BE_TAKEN = (Finding.NEW, Finding.PERHAPS)


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
    """Yield each record with what it is to the library and to those before it; None if it is unreadable."""
    for item in items:
        yield item, None if isinstance(item, Problem) else shelf.meet(item.number, item.fields)


def _row(batch, item, match):
    """Return the unsaved row of a record and what was found on it."""
    if match is None:
        return ImportedRecord(
            batch=batch, number=item.number, line=item.line, finding=Finding.UNREADABLE,
            why=item.what, remedy=item.remedy,
        )  # fmt: skip
    return ImportedRecord(
        batch=batch,
        number=item.number,
        line=item.line,
        finding=match.finding,
        why=" ".join(filter(None, [match.why, *item.notes])),
        record=dict(item.fields),
        like_id=match.like.pk,
        twin=match.like.number,
        is_wanted=match.finding == Finding.NEW,
    )


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
    """Take in what is new in a file at once; only what is left out is stored as its records.

    `watch` sees every record pass. Raises reading.BadFile, and stores nothing, if the file cannot be read.
    """
    read = reading.read(stream, name=name, format=format)
    batch = _begin(read, name, by)
    _hold_library()
    shelf, keys = library()
    new = _leaving_the_others(batch, _compared(watch(read), shelf))
    _take(batch, by, new, keys)
    return batch


def _leaving_the_others(batch, compared):
    """Yield the new records, and store the others."""
    left = []
    for item, match in compared:
        if match is not None and match.finding == Finding.NEW:
            yield item.fields
            continue
        left.append(_row(batch, item, match))
        if len(left) == bulk.CHUNK:
            ImportedRecord.objects.bulk_create(left)
            left.clear()
    ImportedRecord.objects.bulk_create(left)


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
def decide_on_new(*, batch, is_wanted: bool) -> None:
    """Want every new record of the file, or none."""
    held(batch, State.PREVIEW).records.filter(finding=Finding.NEW).update(is_wanted=is_wanted)


@transaction.atomic
def take_in(*, batch, by) -> list[ImportedRecord]:
    """Take in the wanted records, all or none; return those that became known meanwhile and were left."""
    batch = held(batch, State.PREVIEW)
    shelf, keys = library()
    late = []
    wanted = batch.records.filter(is_wanted=True).order_by("number")
    _take(batch, by, _still_missing(wanted.iterator(bulk.CHUNK), shelf, late), keys)
    ImportedRecord.objects.bulk_update(
        late, ["finding", "why", "like", "twin", "is_wanted"], batch_size=bulk.CHUNK
    )
    return late


def _still_missing(rows, shelf, late):
    """Yield the records that the library still lacks; note the others in `late`."""
    for row in rows:
        match = shelf.meet(row.number, row.record)
        if match.finding == Finding.HERE or (match.finding, row.finding) == CHANGED:
            late.append(_known_meanwhile(row, match))
        else:
            yield row.record


CHANGED = (Finding.PERHAPS, Finding.NEW)


def _known_meanwhile(row: ImportedRecord, match: Match) -> ImportedRecord:
    row.finding, row.is_wanted = match.finding, False
    row.like_id, row.twin = match.like.pk, match.like.number
    row.why = f"Since the file was looked through: {match.why}"
    return row


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


def counts(batch) -> Counter:
    """Return how many records of the import there are of each finding."""
    found = batch.records.order_by().values_list("finding").annotate(Count("pk"))
    return Counter(dict(found))


def same_file(batch) -> Import | None:
    """Return the last earlier import of the same bytes, if there is one."""
    same = Import.objects.filter(sha256=batch.sha256, pk__lt=batch.pk).select_related("by")
    return same.order_by("-pk").first()
