import json
from dataclasses import fields

import pytest

from claims.rating import evidence_sets
from claims.rating.evidence_fields import ITEM_FIELDS, QUESTION_FIELDS
from claims.rating.items import Item, Question

ITEM = {"id": "a", "source": "s1", "direction": "supports", "design": "rct-parallel"}
CLAIM = {"slug": "microdose-mood", "kind": "effect", "scope": "microdose"}


def make_file(*items, claim=CLAIM, **top):
    case = {"name": "one", "claim": claim, "items": list(items)}
    return json.dumps({"cases": [case]} | top)


def problems(text):
    with pytest.raises(evidence_sets.BadEvidenceSets) as caught:
        evidence_sets.read(text)
    return caught.value.problems


def test_fields_absent_have_the_built_in_defaults():
    (case,) = evidence_sets.read(make_file(ITEM))
    assert case.items == (Item(**ITEM),)


def test_defaults_of_the_file_replace_the_built_in_ones():
    (case,) = evidence_sets.read(make_file(ITEM, defaults={"blinding": "intact"}))
    assert case.items[0].blinding == "intact"


def test_outputs_written_beside_the_inputs_are_ignored():
    text = make_file(ITEM)
    case = json.loads(text)["cases"][0] | {"strength": {}, "expected": {}, "why": "because"}
    assert evidence_sets.read(json.dumps({"cases": [case]})) == evidence_sets.read(text)


def test_answer_has_the_form_of_the_vectors():
    (answer,) = evidence_sets.answer(evidence_sets.read(make_file(ITEM)))["cases"]
    assert list(answer) == ["name", "strength", "expected"]


def test_answer_gives_each_item_its_strength():
    (answer,) = evidence_sets.answer(evidence_sets.read(make_file(ITEM)))["cases"]
    assert answer["strength"] == {"a": {"level": "weak", "counted": True}}


def test_no_cases_are_no_problem():
    assert evidence_sets.answer(evidence_sets.read('{"cases": []}')) == {"cases": []}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "The file holds a list"),
        ("{}", "`cases` is missing"),
        ('{"cases": {}}', "`cases` is missing or not a list"),
        ('{"cases": [], "defaults": []}', "`defaults` is not an object"),
        ('{"cases": [], "rule": "2.0"}', "this is rule"),
        ('{"cases": [], "extra": 1}', "`extra` is not known"),
        ('{"cases": [1]}', "cases[0] is a number"),
        ('{"cases": [{"name": "one"}]}', 'case "one": `claim` is missing'),
        ('{"cases": [{"claim": {}}]}', "cases[0]: `name` is missing"),
        ('{"cases": [{"name": ""}]}', "write a text that is not empty"),
        ('{"cases": [{"name": "one", "claim": 3}]}', "`claim` is a number"),
        ('{"cases": [{"name": "one", "items": null}]}', "`items` is null"),
        ('{"cases": [{"name": "one", "items": ["a"]}]}', "items[0] is a text"),
        ('{"cases": [{"name": "one", "sure": true}]}', "`sure` is not known"),
        ('{"cases": [{"name": "one"}, {"name": "one"}]}', 'the name "one" is used twice'),
        (make_file(ITEM, defaults={"source": "s"}), "defaults: `source` is not known"),
        (make_file(ITEM, defaults={"basis": 1}), "defaults: `basis` is 1"),
    ],
)
def test_faulty_file_is_refused_with_the_place(text, problem):
    assert any(problem in line for line in problems(text))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"direction": "up"}, '`direction` is "up"; write one of supports, no-effect, mixed'),
        ({"design": "rct"}, '`design` is "rct"; write one of rct-parallel'),
        ({"n_analysed": -1}, "`n_analysed` is -1; write a whole number, 0 or more or null."),
        ({"n_analysed": True}, "`n_analysed` is true"),
        ({"n_analysed": 2.5}, "`n_analysed` is 2.5"),
        ({"n_analysed": float("nan")}, "`n_analysed` is NaN"),
        ({"n_analysed": float("inf")}, "`n_analysed` is Infinity"),
        ({"year": "2020"}, '`year` is "2020"'),
        ({"paired": 1}, "`paired` is 1; write true or false."),
        ({"paired": None}, "`paired` is null"),
        ({"includes": "s1"}, "`includes` is"),
        ({"includes": [1]}, "`includes` is [1]; write a list of source keys."),
        ({"study": ""}, "`study` is"),
        ({"source": ""}, "write a text that is not empty."),
        ({"overlap_group": 3}, "`overlap_group` is 3; write a text."),
        ({"strength_override": "superb"}, "or null."),
        ({"weight": 3}, "`weight` is not known; remove it or write one of id, source"),
    ],
)
def test_faulty_item_field_is_refused_with_the_remedy(fields, problem):
    (line,) = problems(make_file(ITEM | fields))
    assert line.startswith('case "one", item "a": ')
    assert problem in line


@pytest.mark.parametrize("name", ["id", "source", "direction", "design"])
def test_item_without_a_required_field_is_refused(name):
    item = {key: value for key, value in ITEM.items() if key != name}
    (line,) = problems(make_file(item))
    assert f"`{name}` is missing; add it." in line


def test_item_id_used_twice_is_refused():
    assert problems(make_file(ITEM, ITEM)) == (
        'case "one": the item id "a" is used twice; give each its own.',
    )


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        ({"kind": "opinion"}, '`kind` is "opinion"'),
        ({"asserts": None}, "`asserts` is null"),
        ({"publication_bias_flag": 0}, "`publication_bias_flag` is 0; write true or false."),
        ({"tone": "dry"}, "`tone` is not known"),
    ],
)
def test_faulty_claim_is_refused(claim, problem):
    (line,) = problems(make_file(claim=CLAIM | claim))
    assert problem in line


def test_all_problems_are_listed_at_once():
    assert len(problems(make_file(ITEM | {"paired": 1, "year": -3}, {}))) == 6


def test_every_item_field_can_be_read():
    assert set(ITEM_FIELDS) == {field.name for field in fields(Item)}


def test_every_claim_field_can_be_read():
    assert set(QUESTION_FIELDS) == {field.name for field in fields(Question)}
