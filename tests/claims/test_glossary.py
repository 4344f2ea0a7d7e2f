"""The words of the site: complete, each once, and the vocabulary's own where it has them."""

from collections import Counter
from pathlib import Path

import pytest

from claims import glossary
from claims.rating import vocabulary

ENUMERATIONS = [
    getattr(vocabulary, name)
    for name in vocabulary.__all__
    if isinstance(getattr(vocabulary, name), type) and name != "Term"
]


def names_of(text):
    return [one.term.slug for one in glossary.pieces(text) if isinstance(one, glossary.Mention)]


def test_no_name_is_given_twice():
    names = Counter(name.casefold() for one in glossary.TERMS for name in one.names)
    assert [name for name, times in names.items() if times > 1] == []


def test_no_slug_is_given_twice():
    assert len(glossary.BY_SLUG) == len(glossary.TERMS)


def test_every_see_leads_to_another_term():
    lost = [
        (one.slug, to) for one in glossary.TERMS for to in one.see if to not in glossary.BY_SLUG
    ]
    assert lost == []
    assert [one.slug for one in glossary.TERMS if one.slug in one.see] == []


@pytest.mark.parametrize("enumeration", ENUMERATIONS)
def test_every_enumeration_is_explained(enumeration):
    shown = {value for one in glossary.TERMS for value in one.values}
    missing = [term for term in enumeration if term not in shown and term.definition]
    assert missing == []


def test_no_definition_repeats_the_vocabulary_by_hand():
    source = Path(glossary.__file__).read_text()
    definitions = {term.definition for enumeration in ENUMERATIONS for term in enumeration} - {""}
    assert [definition for definition in definitions if definition in source] == []


def test_every_definition_is_a_sentence():
    wrong = [one.slug for one in glossary.TERMS if not one.definition.endswith(".")]
    assert wrong == []


def test_definitions_give_no_figures():
    with_figures = [
        one.slug
        for one in glossary.TERMS
        if any(mark.isdigit() for mark in one.definition.replace("5-HT2A", "").replace("5-HT", ""))
    ]
    assert with_figures == []


def test_terms_stand_from_a_to_z():
    letters = [letter for letter, _ in glossary.by_letter()]
    assert letters == sorted(set(letters))
    assert sum(len(terms) for _, terms in glossary.by_letter()) == len(glossary.TERMS)


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("They raise BDNF.", ["bdnf"]),
        ("a randomised crossover trial", ["crossover"]),
        ("Randomised trials and placebos", ["randomised-trial", "placebo"]),
        ("brain-derived neurotrophic factor", ["bdnf"]),
        ("5-HT2A receptors, and 5-HT", ["5-ht2a", "serotonin"]),
        ("a placebo-controlled test", []),
        ("a strong direction, with certainty", []),
        ("", []),
    ],
)
def test_text_yields_the_words_of_research(text, slugs):
    assert names_of(text) == slugs


def test_pieces_lose_nothing_of_the_text():
    text = "LSD (a psychedelic) at a microdose, <b>not</b> a placebo."
    parts = [getattr(piece, "words", piece) for piece in glossary.pieces(text)]
    assert "".join(parts) == text
