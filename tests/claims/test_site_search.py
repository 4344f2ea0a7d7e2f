"""What the search of the site finds: the same answers on both databases."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import desk, search_index
from claims.models import SearchDocument, SearchWord
from claims.search import Unsearchable, search, suggest
from sources.intake import library
from tests.claims.site_search import GROWTH, MOOD, make_shelf
from tests.people import make_accepted, make_draft, make_proposed, make_source

MOOD_CLAIM, GROWTH_CLAIM = f"claim {MOOD}", f"claim {GROWTH}"
TRIAL, REVIEW, RATS = "source muller2021trial", "source smith2024review", "source jones2019rats"
MOODS, BLOOD = "result muller2021trial in mood", "result muller2021trial in growth"
ANXIETY, SPINES = "result smith2024review in mood", "result jones2019rats in growth"
ANSWERS = {
    "mood": [MOOD_CLAIM, MOODS],
    "MOODS": [MOOD_CLAIM, MOODS],
    "anxiety": [ANXIETY, MOOD_CLAIM],
    "spine": [SPINES, RATS, GROWTH_CLAIM],
    "randomized trials": [TRIAL],
    "randomised trial": [TRIAL],
    "behavior": [REVIEW],
    "behaviour": [REVIEW],
    "Müller": [MOODS, BLOOD, TRIAL],
    "muller": [MOODS, BLOOD, TRIAL],
    "NAI\u0308VE": [TRIAL],
    "5-HT2A": [GROWTH_CLAIM],
    "receptor grow": [GROWTH_CLAIM],
    '"default mode"': [REVIEW],
    "“default mode network”": [REVIEW],
    '"mode default"': [],
    "default-mode": [REVIEW],
    "dendr*": [GROWTH_CLAIM, SPINES],
    "spin*": [SPINES, RATS, GROWTH_CLAIM],
    "microdos* -mood": [TRIAL],
    "trial": [TRIAL, REVIEW, RATS],
    "trial -2021": [REVIEW, RATS],
    "spine -more": [RATS, GROWTH_CLAIM],
    "does microdosing help with mood?": [MOOD_CLAIM],
    "doi:10.1000/xyz.123": [TRIAL],
    "10.1000/xyz.123": [TRIAL],
    "serotonin": [MOOD_CLAIM],
    "AND OR NOT trial": [TRIAL, REVIEW, RATS],
    "zebra": [],
    "-mood": [],
    "": [],
    "?!": [],
}
MEAN = ["'", '"', '""', '" "', "*", "a*", "(", "NEAR(a b)", "title_stems:mood", "^mood", "mood!"]
MEAN += ["a & b | !c", "mood:*", "mood <-> x", "\\", "%", "_%", "\0", "\u202emood", "🍄", "ﷺ", "½"]
MEAN += ["مزاج", "心情", "--", "-", "- mood", '-"', "{", "' OR 1=1 --", "\ud800", "mood\0", "'s"]


@pytest.fixture
def shelf(editor, reviewer):
    return make_shelf(editor=editor, reviewer=reviewer)


def short(document):
    if document.kind != "evidence":
        return document.name
    return f"result {document.key} in {'mood' if document.slug == MOOD else 'growth'}"


def found(text, **filters):
    return [short(result.document) for result in search(text, filters).results]


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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("serotnin", "serotonin"), ("mode netwrok", "mode network"), ("dendrties", "dendrites")],
)
def test_misspelling_offers_the_nearest_word(shelf, typed, meant):
    assert search(typed, {}).nearest == meant


def test_far_word_offers_nothing(shelf):
    assert search("quasars", {}).nearest == ""


def test_words_that_never_meet_are_offered_singly(shelf):
    assert search("serotonin spine", {}).alone == [("serotonin", 1), ("spine", 3)]


def test_nearest_is_offered_only_if_it_finds(shelf):
    answer = search("serotnin spine", {})
    assert (answer.nearest, answer.alone) == ("", [("spine", 3)])


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


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=60))
def test_any_text_has_an_answer(db, text):
    search(text, {})
    suggest(text)


def test_draft_and_proposed_items_are_not_found(shelf, editor):
    mood, _ = shelf
    source = make_source(by=editor, key="hidden2024", title="Hidden quokkas")
    make_draft(claim=mood, source=source, by=editor, finding="Quokkas were happy.")
    make_proposed(claim=mood, source=source, by=editor, outcome="x", finding="Quokkas again.")
    assert found("quokkas") == []
    assert not SearchWord.objects.filter(word__startswith="quokka").exists()


def test_accepted_item_is_found_at_once(shelf, editor, reviewer):
    source = make_source(by=editor, key="new2024", title="Quokkas at play")
    make_accepted(
        claim=shelf[0], source=source, by=editor, accepted_by=reviewer, finding="Quokkas sang."
    )
    assert found("quokkas") == ["source new2024", "result new2024 in mood"]


def test_withdrawn_item_is_gone_and_so_is_its_source(shelf, editor, reviewer):
    source = make_source(by=editor, key="new2024", title="Quokkas at play")
    evidence = make_accepted(
        claim=shelf[0], source=source, by=editor, accepted_by=reviewer, finding="Quokkas sang."
    )
    desk.withdraw(evidence=evidence, by=reviewer, reason="Entered for another claim.")
    assert found("quokkas") == []


def test_source_that_another_claim_cites_stays(shelf, reviewer):
    evidence = shelf[0].evidence.get(source__key="muller2021trial")
    desk.withdraw(evidence=evidence, by=reviewer, reason="Entered for another claim.")
    assert found("muller") == [BLOOD, TRIAL]


def test_corrected_source_is_found_by_its_new_title(shelf, editor):
    source = shelf[0].evidence.get(source__key="muller2021trial").source
    source.title = "Quokkas in a naïve group"
    library.update(source=source, by=editor, reason="Title as printed.")
    assert (found("quokkas"), found('"trial of microdoses"')) == ([TRIAL], [])


def test_rebuilding_changes_nothing(shelf):
    def stored():
        return set(SearchDocument.objects.values_list("name", "pk", "title", "body", "claim"))

    before = stored()
    search_index.rebuild()
    assert stored() == before
    assert {text: found(text) for text in ANSWERS} == ANSWERS


def test_search_takes_four_queries(shelf, django_assert_num_queries):
    with django_assert_num_queries(4):
        search("trial", {})
