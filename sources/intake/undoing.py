"""An import taken back: its sources leave the library where nobody has used them since."""

from django.db import transaction
from django.db.models import DO_NOTHING, SET_NULL, Count
from django.db.models.deletion import Collector
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

    The history of a removed source is kept and ends with who undid the import, and why.
    """
    if not reason.strip():
        raise NoReason("Say why the import is undone, for example: the wrong file.")
    batch = held(batch, State.DONE)
    brought = batch.sources.select_for_update(no_key=True, of=("self",)).order_by("pk")
    used = _used(batch)
    unused = [source for source in brought if source.pk not in used]
    if not unused:
        raise NothingToUndo(
            "Nothing was undone: this import brought no source that nobody has changed, described"
            " or used since. What should not count any more is withdrawn where it is used."
        )
    words = f"Import of {batch.file_name} undone: {reason.strip()}"
    for some in bulk.chunks(unused):
        _remove(some, by, words)
    batch.state, batch.undone_by, batch.undone_at = State.UNDONE, by, timezone.now()
    batch.save(update_fields=["state", "undone_by", "undone_at"])
    return [source for source in brought if source.pk in used]


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


def _remove(sources, by, reason):
    """Delete the rows; what still holds one of them in place raises ProtectedError."""
    for source in sources:
        source._history_user, source._change_reason = by, reason
    collector = Collector(using=sources[0]._state.db, origin=sources[0])
    collector.collect(sources)
    collector.delete()
