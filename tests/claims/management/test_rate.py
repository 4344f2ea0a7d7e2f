import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

METHOD = Path(__file__).parents[2] / "data" / "method"


def rate(path):
    output = StringIO()
    call_command("rate", str(path), stdout=output)
    return json.loads(output.getvalue())


def test_rate_gives_the_outputs_of_the_vectors():
    cases = json.loads((METHOD / "vectors.json").read_text(encoding="utf-8"))["cases"]
    outputs = ("name", "strength", "expected")
    assert rate(METHOD / "vectors.json") == {
        "cases": [{name: case[name] for name in outputs} for case in cases]
    }


def test_rate_names_every_problem_with_its_case_and_field(tmp_path):
    content = json.loads((METHOD / "vectors.json").read_text(encoding="utf-8"))
    del content["cases"][2:]
    content["cases"][0]["items"][0]["direction"] = "upwards"
    content["cases"][1]["claim"]["size"] = 3
    path = tmp_path / "sets.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(CommandError) as refusal:
        rate(path)
    words = str(refusal.value)
    assert 'case "random-0", item "i0": `direction` is "upwards"; ' in words
    assert 'case "random-1", claim: `size` is not known; remove it' in words


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON"),
        (b"[]", "write an object"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"cases": 1}', "not a list"),
    ],
)
def test_rate_says_what_is_wrong_with_a_file(tmp_path, content, words):
    path = tmp_path / "sets.json"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=words):
        rate(path)


def test_rate_says_that_a_file_cannot_be_read(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        rate(tmp_path / "nothing.json")
    with pytest.raises(CommandError, match="cannot be read: Is a directory"):
        rate(tmp_path)


HALF = "a\ud800"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda case: case.update(name=HALF), r"case 'a\\ud800': `name`: write whole"),
        (lambda case: case["claim"].update(slug=HALF), "claim: `slug` is .*; write whole"),
        (lambda case: case["items"][0].update(id=HALF), "`id` is .*; write whole characters"),
        (lambda case: case["items"][0].update(includes=[HALF]), "`includes` is .*; write whole"),
    ],
)
def test_rate_refuses_half_a_character(tmp_path, change, words):
    content = json.loads((METHOD / "vectors.json").read_text(encoding="utf-8"))
    del content["cases"][1:]
    change(content["cases"][0])
    path = tmp_path / "sets.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(CommandError, match=words):
        rate(path)
