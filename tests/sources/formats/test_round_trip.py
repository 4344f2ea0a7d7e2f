"""What leaves in a reference format comes back through our own readers as it was."""

import io

import pytest
from hypothesis import HealthCheck, example, given, settings

from sources.citations import authors_line
from sources.formats import formats
from sources.intake.reading import read
from sources.intake.record import KEYS, Record
from tests.sources.formats.records import CORPUS, HOSTILE, records

# Absent in what is read means this; what is absent elsewhere is not known.
ABSENT = {
    "authors": [],
    "authors_complete": True,
    "authors_in_order": True,
    "peer_reviewed": True,
}
PLAIN = [key for key in KEYS if key not in ("authors", "url")]

each_format = pytest.mark.parametrize("name", formats())


def back(name, written):
    """Return what our readers make of records in a format."""
    data = "".join(formats()[name].write(written, "Where it is from: a@b.org")).encode()
    return list(read(io.BytesIO(data), name=f"x.{formats()[name].suffix}"))


def known(record, key):
    value = record.get(key)
    return ABSENT.get(key) if value is None else value


def address(record):
    """Return the address; the one that only repeats the DOI is not kept twice."""
    is_doi = record.get("doi") and record["url"] == f"https://doi.org/{record['doi']}"
    return None if is_doi else record["url"]


@each_format
def test_every_record_of_the_corpus_comes_back(name):
    found = back(name, CORPUS)
    assert len(found) == len(CORPUS)
    assert all(isinstance(one, Record) and not one.notes for one in found)


@each_format
@pytest.mark.parametrize("key", PLAIN)
def test_field_of_the_corpus_comes_back(name, key):
    pairs = zip(CORPUS, back(name, CORPUS), strict=True)
    lost = [
        (r["key"], r.get(key), b.fields.get(key))
        for r, b in pairs
        if known(r, key) != known(b.fields, key)
    ]
    assert lost == []


@each_format
def test_address_of_the_corpus_comes_back(name):
    for record, found in zip(CORPUS, back(name, CORPUS), strict=True):
        assert found.fields.get("url") in (address(record), record["url"])


@each_format
def test_authors_of_the_corpus_come_back(name):
    for record, found in zip(CORPUS, back(name, CORPUS), strict=True):
        assert authors_line(found.fields, at_most=99) == authors_line(record, at_most=99)


@each_format
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(record=records())
@example(record=CORPUS[0] | {"type": "article", "peer_reviewed": True})
def test_a_made_record_comes_back(name, record):
    [found] = back(name, [record])
    fields = found.fields
    assert {key: known(fields, key) for key in PLAIN} == {key: known(record, key) for key in PLAIN}
    assert known(fields, "authors") == record["authors"]
    assert fields.get("url") in (address(record), record["url"])


@each_format
def test_a_hostile_record_stays_one_record(name):
    found = back(name, [HOSTILE, CORPUS[1]])
    assert [one.fields["doi"] for one in found] == [HOSTILE["doi"], CORPUS[1]["doi"]]


@each_format
def test_a_group_with_a_comma_stays_a_group(name):
    [found] = back(name, [HOSTILE])
    assert found.fields["authors"][0] == HOSTILE["authors"][0]


@each_format
def test_unknown_authors_are_told(name):
    [found] = back(name, [CORPUS[0] | {"authors_complete": False}])
    assert found.fields["authors_complete"] is False
    assert len(found.fields["authors"]) == len(CORPUS[0]["authors"])


@each_format
def test_a_list_of_which_no_author_is_known_is_told(name):
    [found] = back(name, [CORPUS[0] | {"authors": [], "authors_complete": False}])
    assert found.fields["authors_complete"] is False
