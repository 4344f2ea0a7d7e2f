import pytest

from claims.search import search


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("serotnin", "serotonin"), ("mode netwrok", "mode network"), ("dendrties", "dendrites")],
)
def test_misspelling_offers_the_nearest_word(shelf, typed, meant):
    assert search(typed, {}).nearest == meant


def test_far_word_offers_nothing(shelf):
    assert search("quasars", {}).nearest == ""


def test_nearest_is_offered_only_if_it_finds(shelf):
    answer = search("serotnin spine", {})
    assert (answer.nearest, answer.alone) == ("", [("spine", 3)])
