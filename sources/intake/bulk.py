"""Many sources written at once, each with its history; one statement writes the history of them all."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection
from django.db.models import SET_NULL
from django.utils.text import slugify

from sources.models import Source

CHUNK = 500


def chunks(items: Iterable) -> Iterator[list]:
    """Yield the items in lists of at most CHUNK."""
    items = iter(items)
    while some := list(islice(items, CHUNK)):
        yield some


def as_source(fields, *, batch, keys):
    """Return the source that a record becomes: what the file tells, and nothing described yet."""
    key = keys.take(fields)
    registration = fields.get("registration")
    study = slugify(registration) if registration else key
    return Source(key=key, study=study, taken_in=batch, **fields)


def write(sources):
    Source.objects.bulk_create(sources, batch_size=CHUNK)


def write_history(*, batch, by, at, reason):
    """Write the first history row of every source that the batch brought."""
    _copy_to_history("taken_in_id = %s", [batch.pk], type="+", by=by, at=at, reason=reason)


def remove(sources, *, by, at, reason):
    """Delete at most CHUNK sources that nothing holds in place, each with a last history row.

    What may let go of them does; what still refers to one makes the database refuse with IntegrityError.
    """
    keys = [source.pk for source in sources]
    among = f"id IN ({', '.join(['%s'] * len(keys))})"
    _copy_to_history(among, keys, type="-", by=by, at=at, reason=reason)
    for relation in Source._meta.get_fields(include_hidden=True):
        if relation.one_to_many and getattr(relation, "on_delete", None) is SET_NULL:
            name = relation.field.name
            held = relation.related_model._base_manager.filter(**{f"{name}__in": keys})
            held.update(**{name: None})
    rows = Source.objects.filter(pk__in=keys)
    rows._raw_delete(rows.db)


def _copy_to_history(condition, parameters, *, type, by, at, reason):
    """Write a history row of every source that meets the condition in SQL.

    Copied within the database: as rows of Python they would take longer than the sources themselves.
    """
    history = Source.history.model
    own = [field.column for field in history.tracked_fields]
    told = {
        "history_date": connection.ops.adapt_datetimefield_value(at),
        "history_type": type,
        "history_change_reason": reason,
        "history_user_id": by.pk,
    }
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, [*own, *told]))
    values = ", ".join([*map(quote, own), *["%s"] * len(told)])
    statement = [
        "INSERT INTO", quote(history._meta.db_table), f"({columns}) SELECT", values,
        "FROM", quote(Source._meta.db_table), f"WHERE {condition} ORDER BY id",
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(" ".join(statement), [*told.values(), *parameters])
