import json

from claims.exports.table_formats.json import write
from tests.claims.exports.table_formats.made import export


def loaded(*rows, **given):
    return json.loads("".join(write(export(*rows, **given))))


def test_statement_stands_at_the_top():
    found = loaded({}, filters=("Year: 2024",))
    assert next(iter(found)) == "statement"
    assert found["statement"] == {
        "list": "things",
        "filters": ["Year: 2024"],
        "count": 1,
        "as_of": "2026-03-01T12:00:00+00:00",
        "editions": [{"claim": "a-claim", "edition": 2}, {"claim": "b-claim", "edition": 1}],
        "address": "https://example.org/things/",
    }


def test_rows_stand_under_the_name_of_the_table():
    assert [row["name"] for row in loaded({"name": "a"}, {"name": "b"})["things"]] == ["a", "b"]


def test_values_keep_their_types():
    row = loaded({"count": 5, "effect": -0.3, "is_so": False})["things"][0]
    assert (row["count"], row["effect"], row["is_so"]) == (5, -0.3, False)


def test_row_names_its_editions():
    assert loaded({})["things"][0]["export_editions"] == [{"claim": "a-claim", "edition": 2}]


def test_what_the_list_belongs_to_stands_before_the_rows():
    assert list(loaded({}, about={"source": {"key": "a"}})) == ["statement", "source", "things"]


def test_nothing_is_an_empty_list():
    assert loaded()["things"] == []


def test_any_text_comes_back():
    name = '"\\\u2028\x00\u202e</script>=1'
    assert loaded({"name": name})["things"][0]["name"] == name
