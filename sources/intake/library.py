"""The deeds that change the library. Each is whole or not at all, and is announced."""

from django.db import transaction
from django.utils import timezone

from microdose_kb.tagging import set_in_order
from sources import records
from sources.models import Notice, Source
from sources.signals import source_changed
from sources.vocabulary import status_after


class LibraryError(Exception):
    """A deed that the library refuses; the text says why and what to do."""


class ChangedMeanwhile(LibraryError):
    """Somebody else changed the source after it was opened."""


class NoReason(LibraryError):
    """A change to the record needs a reason."""


class Undescribed(LibraryError):
    """What was described stays described: results are rated by it."""


class CircularReview(LibraryError):
    """A review cannot contain a review that contains it."""


class WasMerged(LibraryError):
    """The source lives on in another one."""


def write(source, by, reason):
    source._history_user = by
    source._change_reason = reason
    source.save()


def relate(source, tags, includes):
    if includes is not None:
        refuse_circle(source, includes)
        source.includes.set(includes)
    if tags is not None:
        set_in_order(source, tags)


def refuse_circle(source, includes):
    """Follow what the included sources include; the source itself may not be among it."""
    reached = {included.pk for included in includes}
    while reached and source.pk not in reached:
        below = Source.objects.filter(included_in__in=reached).values_list("pk", flat=True)
        reached = set(below) - reached
    if reached:
        raise CircularReview(
            f"{source.key} would include itself, directly or by way of another review; remove the"
            " one that leads back to it."
        )


def lock(source):
    """Return the stored form of `source`, held until the transaction ends; refuse one that was merged."""
    stored = Source.objects.select_for_update(no_key=True).get(pk=source.pk)
    refuse_merged(stored)
    return stored


def refuse_merged(source):
    if source.merged_into_id:
        kept = source.merged_into.key
        raise WasMerged(f"{source.key} was merged into {kept} and stays as it was; open {kept}.")


def check_version(seen, stored):
    if stored.version != seen.version:
        raise ChangedMeanwhile(
            f"{stored.key} was changed by somebody else meanwhile; open it again and repeat your"
            " change."
        )


@transaction.atomic
def add(*, source, by, tags=(), includes=(), reason="Added to the library."):
    """Store a new source with its tags and, for a review, the sources it includes."""
    write(source, by, reason)
    relate(source, tags, includes)
    return source


@transaction.atomic
def update(*, source, by, reason, tags=None, includes=None):
    """Store a changed source; `tags` and `includes` of None stay as they are.

    Raises NoReason without a reason and ChangedMeanwhile if `source.version` is not the stored one.
    """
    if not reason.strip():
        raise NoReason("Say why the record changes, for example: title corrected from the PDF.")
    stored = lock(source)
    check_version(source, stored)
    if stored.is_described and not source.is_described:
        raise Undescribed(
            f"Design, species and dose of {source.key} can be changed, but not emptied: results are"
            " rated by them."
        )
    source.version += 1
    write(source, by, reason)
    relate(source, tags, includes)
    source_changed.send(sender=Source, source=source, by=by, cause=f"{source.label}: {reason}")
    return source


@transaction.atomic
def record_notice(*, source, kind, by, issued_on=None, url="", reason="", reference=""):
    """Record an editorial notice; the source's status follows from all its notices."""
    stored = lock(source)
    notice = Notice.objects.create(
        source=stored, kind=kind, issued_on=issued_on, url=url, reason=reason, reference=reference,
        recorded_by=by, recorded_at=timezone.now(),
    )  # fmt: skip
    stored.status = standing(stored)
    stored.version += 1
    write(stored, by, f"{notice.get_kind_display()} recorded. {reason}".strip())
    source.status, source.version = stored.status, stored.version
    source_changed.send(
        sender=Source,
        source=stored,
        by=by,
        cause=f"{stored.label}: {notice.get_kind_display().lower()} recorded.",
    )
    return notice


def standing(source):
    """Return the status that follows from all notices of the source, in the order in which they count."""
    notices = source.notices.order_by("recorded_at", "pk")
    recorded = [records.notice_record(notice) for notice in notices]
    return status_after(notice["kind"] for notice in records.in_order(recorded))
