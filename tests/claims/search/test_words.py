"""Folding, spelling and stemming: the one place where words become stems."""

import pytest

from claims.search.words import spans, stems


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
