"""Folding, spelling and stemming: the one place where words become stems."""

import pytest

from claims.search_query import parse
from claims.search_snippets import WORDS, excerpt
from claims.search_words import spans, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("studies", "study"),
        ("Naïve", "naive"),
        ("NAI\u0308VE", "naïve"),
        ("randomised", "randomized"),
        ("behaviour", "behavior"),
        ("tumours", "tumor"),
        ("Parkinson’s", "parkinson"),
        ("don't", "dont"),
        ("β", "beta"),
        ("Søren", "soren"),
        ("ﬁnding", "finding"),
        ("２０２４", "2024"),
    ],
)
def test_words_meet(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("hour", "hor"), ("rise", "rize"), ("four", "for")])
def test_short_words_keep_their_spelling(one, other):
    assert stems(one) != stems(other)


@pytest.mark.parametrize("text", ["心情", "مزاج", "настроение", "½", "ﷺ", "ŉ"])
def test_stems_are_plain_letters_and_digits(text):
    assert all(stem.isascii() and stem.isalnum() for stem in stems(text).split())


def test_each_word_has_one_stem():
    text = "26 µg of LSD, don’t you think? ½ 5-HT2A ’ — naïve"
    assert len(list(spans(text))) == len(stems(text).split())


def test_query_keeps_stop_words_if_there_is_nothing_else():
    assert [clause.typed for clause in parse("what is it").wanted] == ["what", "is", "it"]


def test_unclosed_quotation_is_a_phrase():
    assert parse('"default mode').wanted[0].alternatives == (("default", "mode"),)


def test_excerpt_begins_near_the_words():
    text = "filler " * 100 + "serotonin " + "filler " * 100
    pieces = excerpt(text, stems(text), [("serotonin",)])
    assert ("serotonin", True) in pieces
    assert (pieces[0][0][:2], pieces[-1][0]) == ("… ", " …")
    assert sum(len(piece.split()) for piece, _ in pieces) <= WORDS + 2
