"""The search page and its suggestions, over HTTP."""

import pytest

from claims.models import Edition, SearchDocument
from claims.search.facets import number
from tests.claims.search.shelf import make_shelf

FACETS = {"type": "source", "design": "animal-experiment"}


@pytest.fixture
def shelf(editor, reviewer):
    return make_shelf(editor=editor, reviewer=reviewer)


def page(client, query, status=200):
    response = client.get(f"/search/?{query}")
    assert response.status_code == status
    return response.content.decode()


def test_words_are_marked(client, shelf):
    assert "<mark>mood</mark>" in page(client, "q=moods")


def test_markup_in_a_finding_is_escaped(client, shelf):
    words = page(client, "q=dendrites")
    assert "&lt;b&gt;<mark>dendrites</mark>&lt;/b&gt;" in words


def test_markup_in_the_query_is_escaped(client, shelf):
    assert "<script>alert" not in page(client, "q=<script>alert(1)</script>")


def test_result_leads_to_its_place_on_the_claim(client, shelf):
    item = SearchDocument.objects.get(kind="evidence", key="jones2019rats").item
    assert f'href="/claims/neuron-growth/#{item}"' in page(client, "q=spines&type=evidence")


def test_result_pages_stay_out_of_other_search_engines(client, shelf):
    assert '<meta name="robots" content="noindex">' in page(client, "q=mood")


def test_number_found_is_said(client, shelf):
    assert "2 results for “mood”" in page(client, "q=mood")


def test_filters_say_how_many_they_leave(client, shelf):
    words = page(client, "q=mood")
    assert "Claims 1</a>" in words
    assert "No clear effect (1)" in words


def test_filters_that_leave_nothing_offer_the_way_back(client, shelf):
    words = page(client, "q=mood&design=in-vitro")
    assert "Nothing is left with these filters" in words
    assert 'href="?q=mood"' in words


def test_misspelling_offers_a_link(client, shelf):
    assert 'Did you mean <a href="?q=serotonin">serotonin</a>?' in page(client, "q=serotnin")


def test_words_that_never_meet_are_links(client, shelf):
    assert '<a href="?q=spine">spine</a>: 3 results' in page(client, "q=serotonin+spine")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "as they are published"),
        ("q=", "as they are published"),
        ("q=!!!", "There is no word in “!!!”"),
        ("q=🍄", "There is no word in “🍄”"),
        ("q=-mood", "add a word to look for"),
    ],
)
def test_page_without_a_word_helps(client, db, query, words):
    assert words in page(client, query)


@pytest.mark.parametrize(
    ("query", "remedy"),
    [
        ("q=" + "a" * 10_000, "200 characters at most"),
        ("q=" + "word+" * 30, "20 words at most"),
        ("q=a%00b", "NUL"),
        ("q=mood&design=nonsense", "no value of “design”"),
        ("q=mood&page=0", "give a number from 1"),
        ("q=mood&q=sleep", "more than once"),
        ("colour=red", "There is no parameter"),
    ],
)
def test_senseless_request_names_the_remedy(client, db, query, remedy):
    assert remedy in page(client, query, status=400)


@pytest.mark.parametrize(
    "text", ["%22", "%27", "%2A", "(", "NEAR(a+b)", "a%26b%7C!c", "%E2%80%AEa"]
)
def test_operators_are_only_signs(client, shelf, text):
    page(client, f"q={text}")


def make_many(many):
    SearchDocument.objects.bulk_create(
        SearchDocument(kind="source", pk=number(str(n), n, FACETS), name=f"source {n}", key=f"s{n}", title=f"Mice {n}",
                       title_stems=f"mice {n}", design="animal-experiment")
        for n in range(many)
    )  # fmt: skip


def test_results_are_paged(client, db):
    make_many(45)
    words = page(client, "q=mice&page=2")
    assert "Page 2 of 3" in words
    assert '<ol class="listing results" start="21">' in words
    assert 'href="?q=mice&amp;page=3"' in words


def test_page_beyond_the_last_is_not_found(client, db):
    make_many(3)
    page(client, "q=mice&page=2", status=404)


def test_page_takes_eight_queries(client, corpus, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        words = page(client, "q=mood")
    assert words.count('<p class="kicker">Claim') >= 3


def test_claim_answers_with_its_verdict(client, shelf):
    words = page(client, "q=mood&type=claim").partition('class="listing results"')[2]
    summary = Edition.objects.current().get(statement__icontains="mood").summary
    assert summary["verdict"]["sentence"] in words
    assert f"{summary['certainty']['label']} certainty" in words


def test_claim_excerpt_is_no_list_of_its_fields(client, corpus):
    words = page(client, "q=mood&type=claim").partition('class="listing results"')[2]
    assert "Adults; " not in words
    assert "recreational dose or less" not in words


def test_source_without_peer_review_says_so(client, corpus):
    assert "Report, not peer reviewed" in page(client, "q=MindBio&type=source")


def test_suggestions_are_titles_with_addresses(client, shelf):
    found = client.get("/search/suggest/?q=muller+bdn").json()["suggestions"]
    assert [(one["kind"], one["title"]) for one in found] == [
        ("Result", "Müller 2021: BDNF in blood")
    ]
    assert found[0]["url"].startswith("/claims/neuron-growth/#muller2021trial-")


def test_suggestions_of_nothing_are_none(client, db):
    assert client.get("/search/suggest/").json() == {"suggestions": []}


def test_suggestions_take_four_queries(client, shelf, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/search/suggest/?q=trial+mic")


def test_endless_suggestion_is_refused(client, db):
    assert client.get("/search/suggest/?q=" + "a" * 201).status_code == 400


def test_mechanism_is_chosen_by_its_slug(client, shelf):
    words = page(client, "q=mood&mechanism=cross-cutting")
    assert "2 results for “mood” · Mechanism: Across the mechanisms" in words
    assert "Across the mechanisms (2)" in words
