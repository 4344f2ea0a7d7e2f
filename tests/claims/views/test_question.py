"""A claim's question is one sentence made of its target."""

import pytest

from claims.models import Edition
from claims.views.question import question

TARGET = {"population": "Adults", "dose": "A tenth", "comparator": "Placebo", "outcomes": "Mood"}


def asked(kind="effect", **target):
    return question({"kind": kind, "target": TARGET | target})


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("effect", "In adults: does a tenth, compared with placebo, change mood?"),
        ("mechanism", "In adults: does a tenth, compared with placebo, change mood?"),
        ("association", "In adults: do mood differ, compared with placebo?"),
        ("occurrence", "In adults: what do studies show about mood, at a tenth?"),
    ],
)
def test_question_fits_the_kind_of_claim(kind, words):
    assert asked(kind) == words


def test_question_keeps_abbreviations():
    words = asked(outcomes="BDNF; growth; markers")
    assert words.endswith("change BDNF, growth and markers?")


@pytest.mark.parametrize("nothing", ["", None, "Not applicable"])
def test_question_leaves_out_what_does_not_apply(nothing):
    assert asked(comparator=nothing) == "In adults: does a tenth change mood?"


def test_claim_without_outcome_has_no_question():
    assert asked(outcomes="") == ""


def test_every_claim_of_the_corpus_has_a_question(corpus):
    for edition in Edition.objects.current():
        assert question(edition.document["claim"]).endswith("?"), edition.slug
