"""An import taken back: its sources leave the library where nobody has used them since."""

from django.db import transaction
from django.db.models import DO_NOTHING, SET_NULL, Count
from django.utils import timezone

from sources.intake import bulk
from sources.intake.importing import held
from sources.intake.library import LibraryError, NoReason
from sources.models import Source, State

# What refers so to a source does not keep it.
LETS_GO = (SET_NULL, DO_NOTHING)


class NothingToUndo(LibraryError):
    """Every source that the import brought has been used since, or none is left."""


@transaction.atomic
def undo(*, batch, by, reason: str) -> list[Source]:
    """Remove what the import brought and nobody has changed or used since; return what stays.

    The history of a removed source is kept and ends with who undid the import, and why. What stays can
    be removed by another undo, once it is not used any more.
    """
    if not reason.strip():
        raise NoReason("Say why the import is undone, for example: the wrong file.")
    batch = _held(batch)
    # Held so that nobody begins to refer to one of them meanwhile.
    brought = batch.sources.only("key", "taken_in").select_for_update(of=("self",)).order_by("pk")
    used = _used(batch)
    unused = [source for source in brought if source.pk not in used]
    if not unused:
        raise NothingToUndo(
            "Nothing was undone: this import brought no source that nobody has changed, described"
            " or used since. What should not count any more is withdrawn where it is used."
        )
    batch.state, batch.undone_by, batch.undone_at = State.UNDONE, by, timezone.now()
    words = f"{_opening(batch)}{reason.strip()}"
    for some in bulk.chunks(unused):
        bulk.remove(some, by=by, at=batch.undone_at, reason=words)
    batch.save(update_fields=["state", "undone_by", "undone_at"])
    return [source for source in brought if source.pk in used]


def _held(batch):
    """Return the import, held; one that was undone is closed only when none of its sources is left."""
    batch = held(batch, State.DONE, State.UNDONE)
    return batch if batch.sources.exists() else held(batch, State.DONE)


def can_be_undone(batch) -> bool:
    return batch.state == State.DONE or (batch.state == State.UNDONE and batch.sources.exists())


def _opening(batch):
    """What the reason begins with in the history of a removed source."""
    return f"Import of {batch.file_name} undone: "


def reason_of(batch) -> str:
    """Return why the import was undone, as somebody wrote it; nothing if it was not."""
    if batch.state != State.UNDONE:
        return ""
    removed = Source.history.filter(taken_in_id=batch.pk, history_type="-")
    words = removed.values_list("history_change_reason", flat=True).first() or ""
    return words.removeprefix(_opening(batch))


def _used(batch):
    """Return the primary keys of those that were changed, tagged, or that something refers to."""
    brought = batch.sources.order_by().values("pk")
    histories = Source.history.filter(id__in=brought).order_by().values("id")
    changed = histories.annotate(rows=Count("history_id")).filter(rows__gt=1)
    used = set(changed.values_list("id", flat=True))
    used.update(batch.sources.filter(tags__isnull=False).values_list("pk", flat=True))
    for model, field in _references():
        found = model._base_manager.filter(**{f"{field}__in": brought})
        used.update(found.values_list(field, flat=True))
    return used


def _references():
    """Yield (model, field) of everything that holds a source in place, whoever's it is."""
    for relation in Source._meta.get_fields(include_hidden=True):
        if relation.one_to_many and getattr(relation, "on_delete", SET_NULL) not in LETS_GO:
            yield relation.related_model, relation.field.name
