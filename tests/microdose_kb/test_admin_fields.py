import pytest
from django.core.exceptions import ValidationError

from microdose_kb.admin_fields import Lines, TagNames


def test_lines_skip_empty_ones():
    assert Lines().clean(" one \r\n\r\n two ") == ["one", "two"]


def test_lines_show_a_list_as_text():
    assert Lines().prepare_value(["one", "two"]) == "one\ntwo"


@pytest.mark.parametrize(
    ("initial", "typed", "is_changed"),
    [
        (["a", "b"], "a\r\nb\r\n", False),
        (["a"], "a\nb", True),
        (None, "", False),
        (["a"], None, True),
    ],
)
def test_lines_know_what_changed(initial, typed, is_changed):
    assert Lines().has_changed(initial, typed) is is_changed


def test_tags_keep_their_order_and_come_once():
    assert TagNames().clean("zinc, Acid ,, acid,  zinc") == ["zinc", "Acid"]


def test_tags_know_that_only_their_order_changed():
    assert TagNames().has_changed(["a", "b"], "b, a")


@pytest.mark.parametrize("typed", ["x" * 101, "a\x00b", "mood, 日本"])
def test_tags_refuse_what_cannot_be_one(typed):
    with pytest.raises(ValidationError):
        TagNames().clean(typed)
