"""What corpus files say of two sources: refused in which words, and written of the library."""

import pytest

from claims import corpus_dump
from claims.corpus_pairs import problems_of
from sources.intake import merging
from tests.claims.corpus_files import edit, problems
from tests.people import make_source

pytestmark = pytest.mark.django_db
WHY = "Looked at both in full text."


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ({"merged": "old"}, "merged: must be a list of keys"),
        ({"merged": [1]}, "merged: must be a list of keys"),
        ({"merged": ["no slug"]}, "merged: 'no slug': Enter a valid “slug”"),
        ({"merged": ["x" * 61]}, "has at most 60 characters"),
        ({"merged": ["own"]}, "merged: 'own' is the source itself"),
        ({"told_apart": ["other"]}, "told_apart: must be a list of objects with the texts key and"),
        ({"told_apart": [{"key": "other"}]}, "told_apart: must be a list of objects"),
        ({"told_apart": [{"key": 1, "reason": WHY}]}, "told_apart: must be a list of objects"),
        ({"told_apart": [{"key": "own", "reason": WHY}]}, "'own' is the source itself"),
        ({"told_apart": [{"key": "other", "reason": "two"}]}, "in at least 10 characters"),
        ({"told_apart": [{"key": "other", "reason": "x" * 501}]}, "at most 500 characters"),
    ],
)
def test_wrong_pair_is_named_with_its_remedy(pairs, words):
    (problem,) = problems_of({"key": "own"} | pairs)
    assert words in problem


def test_record_without_pairs_is_right():
    assert list(problems_of({"key": "own"})) == []


def spoilt(directory, name, value):
    edit(directory, "sources", lambda rows: rows[0].update({name: value(rows)}))
    (problem,) = problems(directory)
    return problem


def test_former_key_that_is_a_source_of_the_files_is_refused(small_files):
    problem = spoilt(small_files, "merged", lambda rows: [rows[1]["key"]])
    assert "is in the files once more; a key leads to one source" in problem


def test_other_one_told_apart_is_in_the_files(small_files):
    pair = {"key": "nobody1900", "reason": WHY}
    assert "unknown source 'nobody1900'" in spoilt(small_files, "told_apart", lambda rows: [pair])


@pytest.fixture
def three(editor):
    return [make_source(by=editor, key=key) for key in ("one", "two", "zero")]


def test_pair_told_apart_is_written_once(three, editor):
    merging.tell_apart(one=three[1], other=three[0], by=editor, reason=WHY)
    one, two, _ = corpus_dump.dumped()["sources"]
    assert one["told_apart"] == [{"key": "two", "reason": WHY}]
    assert "told_apart" not in two


def test_pair_told_apart_is_that_of_the_kept_source(three, editor):
    one, two, zero = three
    merging.tell_apart(one=one, other=two, by=editor, reason=WHY)
    merging.merge(kept=zero, merged=one, by=editor, reason=WHY)
    assert corpus_dump.dumped()["sources"][0]["told_apart"] == [{"key": "zero", "reason": WHY}]


def test_pair_that_was_merged_after_all_is_not_told_apart(three, editor):
    one, two, _ = three
    merging.tell_apart(one=one, other=two, by=editor, reason=WHY)
    merging.merge(kept=one, merged=two, by=editor, reason=WHY)
    assert "told_apart" not in corpus_dump.dumped()["sources"][0]
