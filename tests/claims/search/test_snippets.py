from claims.search.snippets import WORDS, excerpt
from claims.search.words import stems


def test_excerpt_begins_near_the_words():
    text = "filler " * 100 + "serotonin " + "filler " * 100
    pieces = excerpt(text, stems(text), [("serotonin",)])
    assert ("serotonin", True) in pieces
    assert (pieces[0][0][:2], pieces[-1][0]) == ("… ", " …")
    assert sum(len(piece.split()) for piece, _ in pieces) <= WORDS + 2


def test_excerpt_to_the_end_has_no_ellipsis():
    text = "filler " * (WORDS - 1) + "serotonin."
    assert excerpt(text, stems(text), [("filler",)])[-1][0].endswith("serotonin.")


def test_excerpt_of_one_word_more_goes_on():
    text = "filler " * WORDS + "serotonin."
    assert excerpt(text, stems(text), [("filler",)])[-1] == (" …", False)
