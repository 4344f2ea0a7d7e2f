"""What holds for every table, found through the registry and filled from the corpus."""

import datetime
import json

import pytest

from claims.exports.tables import tables
from claims.models import Citation, Edition

TYPES = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "date": str,
    "datetime": str,
}
each_table = pytest.mark.parametrize("name", tables())
pytestmark = pytest.mark.usefixtures("corpus")


@pytest.fixture
def editions():
    return list(Edition.objects.current().in_reading_order())


@pytest.fixture
def values(editions):
    def of(name):
        table = tables()[name]
        return [table.values(row) for row in table.rows(editions)]

    return of


@each_table
def test_values_are_of_the_types_that_the_columns_name(values, name):
    columns = tables()[name].columns
    wrong = [
        (column.name, row[column.name])
        for row in values(name)
        for column in columns
        if row[column.name] is not None and not isinstance(row[column.name], TYPES[column.type])
    ]
    assert wrong == []


@each_table
def test_codes_are_those_that_the_columns_list(values, name):
    columns = [column for column in tables()[name].columns if column.values]
    wrong = [
        (column.name, row[column.name])
        for row in values(name)
        for column in columns
        if row[column.name] not in (None, *column.values)
    ]
    assert wrong == []


@each_table
def test_key_tells_rows_apart(values, name):
    keys = [tuple(row[column] for column in tables()[name].key) for row in values(name)]
    assert len(set(keys)) == len(keys)
    assert None not in {part for key in keys for part in key}


@each_table
def test_foreign_keys_lead_somewhere(values, name):
    for column, (other, its) in tables()[name].foreign.items():
        there = {row[its] for row in values(other)}
        assert {row[column] for row in values(name)} - {None} <= there


@each_table
def test_every_column_is_described(name):
    table = tables()[name]
    assert all(column.description.endswith(".") for column in table.columns)
    assert len({column.name for column in table.columns}) == len(table.columns)
    assert {*table.brief, *table.key, *table.foreign} <= {column.name for column in table.columns}


@each_table
def test_values_go_into_json(values, name):
    assert json.dumps(values(name))


def test_dates_are_dates(values):
    for name, table in tables().items():
        read = {"date": datetime.date.fromisoformat, "datetime": datetime.datetime.fromisoformat}
        for column in (one for one in table.columns if one.type in read):
            for row in values(name):
                assert row[column.name] is None or read[column.type](row[column.name])


def test_every_cited_source_is_there_once(values):
    assert len(values("sources")) == Citation.objects.one_per_source().count()


def test_every_result_is_there(values, editions):
    assert len(values("evidence")) == sum(len(one.document["evidence"]) for one in editions)


def test_mechanism_counts_its_claims(values):
    claims = [row["mechanism"] for row in values("claims")]
    assert all(row["claims"] == claims.count(row["slug"]) for row in values("mechanisms"))


def test_authors_are_told_in_one_cell(values):
    row = next(row for row in values("sources") if row["key"] == "nau2013serotonin")
    assert row["authors"].startswith("Nau, Felix, Jr; Yu, Bangning; ")


def test_sentences_name_sources_by_label(values, editions):
    keys = [key for edition in editions for key in edition.document["sources"]]
    told = " ".join(filter(None, (row["use_reason"] for row in values("evidence"))))
    assert not [key for key in keys if f" {key} " in told]
