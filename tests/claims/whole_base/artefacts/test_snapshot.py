import json
import sqlite3
from contextlib import closing

import pytest

from claims import argument
from claims.exports.tables import tables
from claims.models import Citation, Claim, Edition
from claims.whole_base.artefacts import snapshot
from claims.whole_base.shelf import Shelf


def written(shelf, path):
    snapshot.write(shelf, path)
    return closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True))


@pytest.fixture
def ask(shelf, tmp_path):
    """A function: SQL to the rows that the snapshot answers with."""
    with written(shelf, tmp_path / "kb.sqlite3") as database:
        yield lambda sql, *values: database.execute(sql, values).fetchall()


def test_snapshot_is_sound(ask):
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []


def test_snapshot_has_every_table_with_its_columns_keys_and_references(ask):
    for table in tables().values():
        columns = ask(f'PRAGMA table_info("{table.name}")')
        assert [name for _, name, *_ in columns] == [column.name for column in table.columns]
        assert {name for _, name, *_, key in columns if key} == set(table.key)
        references = ask(f'PRAGMA foreign_key_list("{table.name}")')
        assert {row[3]: (row[2], row[4]) for row in references} == dict(table.foreign)


def test_snapshot_explains_every_column(ask):
    explained = ask('SELECT "table", name FROM columns')
    assert set(explained) == {
        (table.name, column.name) for table in tables().values() for column in table.columns
    }
    assert ask("SELECT codes FROM columns WHERE name = 'use'") == [("counted, shown, excluded",)]


def test_snapshot_counts_what_the_pages_count(ask):
    assert ask("SELECT count(*) FROM claims") == [(Edition.objects.current().count(),)]
    assert ask("SELECT count(*) FROM sources") == [(Citation.objects.one_per_source().count(),)]
    verdicts = ask("SELECT verdict, count(*) FROM claims GROUP BY verdict")
    current = Edition.objects.current().values_list("verdict", flat=True)
    assert dict(verdicts) == {verdict: list(current).count(verdict) for verdict in current}


def test_snapshot_holds_each_document_whole(ask):
    found = {
        claim: json.loads(text) for claim, text in ask("SELECT claim, document FROM documents")
    }
    assert found == {edition.slug: edition.document for edition in Edition.objects.current()}


def test_snapshot_says_where_it_is_from(ask):
    about = dict(ask("SELECT name, value FROM about"))
    assert (about["count"], about["address"]) == (19, "https://kb.example.org/export/")
    assert about["as_of"] == Edition.objects.latest("published_at").published_at.isoformat()


def test_snapshot_lists_former_editions_up_to_its_own(corpus, reviewer, tmp_path):
    shelf = None
    for words in ("Microdosing lifts mood.", "Microdosing lifts the mood."):
        claim = Claim.objects.get(slug="microdose-mood")
        claim.statement = words
        argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
        shelf = shelf or Shelf()
    with written(shelf, tmp_path / "kb.sqlite3") as database:
        sql = "SELECT number FROM editions WHERE claim = 'microdose-mood'"
        assert database.execute(sql).fetchall() == [(1,), (2,)]
