"""Checks of single fields."""

import pytest
from django.core.exceptions import ValidationError

from sources.validators import no_control_characters, validate_authors, validate_texts


@pytest.mark.parametrize("character", ["\0", "\x1b", "\r", "\x7f", "\x85", "\x9f", "\ud800"])
def test_control_character_is_refused(character):
    with pytest.raises(ValidationError, match="Remove the control characters"):
        no_control_characters(f"a{character}b")


@pytest.mark.parametrize("text", ["", None, "a\tb", "a\nb", "5-HT₂A", "naïve", "\xa0", "🍄"])
def test_text_is_accepted(text):
    no_control_characters(text)


@pytest.mark.parametrize("validate", [validate_authors, validate_texts])
def test_control_character_inside_a_list_is_refused(validate):
    value = [{"family": "a\x85b"}] if validate is validate_authors else ["a\x85b"]
    with pytest.raises(ValidationError, match="Remove the control characters"):
        validate(value)


def test_longest_list_of_longest_names_is_accepted():
    validate_authors([{"family": "F" * 200, "given": "G" * 200}] * 1000)


@pytest.mark.parametrize("part", ["family", "given", "suffix"])
def test_longer_name_is_refused(part):
    with pytest.raises(ValidationError, match="within 200 characters"):
        validate_authors([{"family": "Hutten"} | {part: "x" * 201}])


def test_more_authors_are_refused():
    with pytest.raises(ValidationError, match="at most 1000 authors"):
        validate_authors([{"family": "Hutten"}] * 1001)


@pytest.mark.parametrize(
    "value", [None, {}, ["Hutten"], [{}], [{"given": "Nadia"}], [{"family": 5}]]
)
def test_what_is_no_list_of_names_is_refused(value):
    with pytest.raises(ValidationError, match="Give a list of names"):
        validate_authors(value)
