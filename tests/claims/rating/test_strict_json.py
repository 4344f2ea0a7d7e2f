"""JSON read strictly."""

import pytest

from claims.rating import strict_json


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1, "a": 2}', "'a' stands twice"),
        ("[NaN]", "NaN is not a JSON number"),
        ("[-Infinity]", "-Infinity is not a JSON number"),
        ("[" * 100_000, "nested too deeply"),
        ("1" * 5_000, "digits"),
        ("{", "Expecting"),
    ],
)
def test_parse_refuses(text, words):
    with pytest.raises(ValueError, match=words):
        strict_json.parse(text)


def test_parse_returns_the_content():
    assert strict_json.parse('{"a": [1, null]}') == {"a": [1, None]}
