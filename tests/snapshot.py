"""The loaded corpus as plain rows: loading takes seconds, putting the rows back does not."""

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from claims import corpus

# Far from the numbers of accounts that a test makes for itself.
ACCOUNT_NUMBER = 900_001

_rows = {}


def put_corpus():
    """Leave the shipped corpus in a database without claims, as `load_corpus` would."""
    # Content types get new numbers when a test empties the tables.
    state = tuple(ContentType.objects.order_by("pk").values_list("pk", flat=True))
    account = get_user_model()(pk=ACCOUNT_NUMBER, username=corpus.ACCOUNT, is_active=False)
    account.first_name, account.last_name = "the shipped", "corpus"
    account.set_unusable_password()
    account.save()
    if _rows.get("state") == state:
        _insert()
    else:
        corpus.load()
        _rows.update(state=state, tables=list(_read()))
    _count_rows()


def _tables():
    for label in ("taggit", "sources", "claims"):
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            yield connection.ops.quote_name(model._meta.db_table)


def _read():
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f"SELECT * FROM {table}")
            columns = [connection.ops.quote_name(column[0]) for column in cursor.description]
            yield table, columns, cursor.fetchall()


def _insert():
    with connection.cursor() as cursor:
        for table, columns, rows in _rows["tables"]:
            marks = ", ".join(["%s"] * len(columns))
            sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
            if rows:
                cursor.executemany(sql, rows)


def _count_rows():
    """Tell PostgreSQL how many rows there are; what it remembers of rows rolled back leads it astray."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(_tables())}")
