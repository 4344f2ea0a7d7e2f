"""What the search of the site finds: the same answers on both databases."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import SearchDocument
from claims.search import Unsearchable, search, suggest
from tests.claims.search.shelf import (
    ANSWERS,
    BLOOD,
    GROWTH_CLAIM,
    MOOD_CLAIM,
    MOODS,
    RATS,
    REVIEW,
    SPINES,
    found,
    short,
)

MEAN = ["'", '"', '""', '" "', "*", "a*", "(", "NEAR(a b)", "title_stems:mood", "^mood", "mood!"]
MEAN += ["a & b | !c", "mood:*", "mood <-> x", "\\", "%", "_%", "\0", "\u202emood", "🍄", "ﷺ", "½"]
MEAN += ["مزاج", "心情", "--", "-", "- mood", '-"', "{", "' OR 1=1 --", "\ud800", "mood\0", "'s"]


def whole(pieces):
    return "".join(f"[{text}]" if is_hit else text for text, is_hit in pieces)


def test_answers_are_the_same_everywhere(shelf):
    assert {text: found(text) for text in ANSWERS} == ANSWERS


def test_filters_narrow(shelf):
    assert found("spine", type="source") == [RATS]
    assert found("muller", direction="no-effect") == [MOODS, BLOOD]
    assert found("trial", design="narrative-review") == [REVIEW]
    assert found("mood", dose="microdose", type="claim") == [MOOD_CLAIM]
    assert found("spine", mechanism="99") == [SPINES, GROWTH_CLAIM]
    assert found("spine", mechanism="1") == []


def test_counts_leave_out_their_own_filter(shelf):
    counts = search("spine", {"type": "source"}).counts
    assert counts["type"] == {"claim": 1, "evidence": 1, "source": 1}
    assert counts["design"] == {"animal-experiment": 1}


def test_total_counts_what_is_left(shelf):
    assert (search("spine", {}).total, search("spine", {"type": "source"}).total) == (3, 1)


def test_words_are_marked_in_title_and_text(shelf):
    first = search("spine grows", {}).results[0]
    assert whole(first.title) == ("Psychedelics make neurons [grow] through the 5-HT2A receptor.")
    assert "Dendritic [spines]" in whole(first.excerpt)


def test_phrase_is_marked_whole(shelf):
    title = search('"default mode"', {}).results[0].title
    assert title[0] == ("Default mode", True)


def test_words_that_never_meet_are_offered_singly(shelf):
    assert search("serotonin spine", {}).alone == [("serotonin", 1), ("spine", 3)]


def test_suggestions_complete_the_last_word(shelf):
    assert [short(one) for one in suggest("muller bdn")] == [BLOOD]
    assert [short(one) for one in suggest("dendriti")] == [GROWTH_CLAIM, SPINES]


def test_suggestions_are_few(shelf):
    SearchDocument.objects.bulk_create(
        SearchDocument(kind="source", pk=n, name=f"source {n}", key=f"s{n}", title="mice",
                       title_stems="mice")
        for n in range(9)
    )  # fmt: skip
    assert len(suggest("mice")) == 8


@pytest.mark.parametrize("text", MEAN, ids=range(len(MEAN)))
@pytest.mark.django_db
def test_mean_query_has_an_answer(text):
    assert search(text, {}).total == 0
    assert suggest(text) == []


@pytest.mark.parametrize(("text", "remedy"), [("a" * 10_000, "200"), ("word " * 30, "20 words")])
def test_endless_query_is_refused_with_the_remedy(text, remedy):
    with pytest.raises(Unsearchable, match=remedy):
        search(text, {})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_has_an_answer(db, text):
    search(text, {})
    suggest(text)


def test_search_takes_four_queries(shelf, django_assert_num_queries):
    with django_assert_num_queries(4):
        search("trial", {})
