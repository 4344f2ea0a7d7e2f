"""The pages of one claim: which edition, in which order, and what is refused."""

import re

import pytest
from django.urls import reverse

from claims import argument
from claims.models import Claim, Edition
from tests.claims.views.claim_pages import SLUG, address, current, text_of

MOST_QUERIES = 3


@pytest.fixture
def changed(corpus, reviewer):
    """The claim with a second edition whose sentence differs."""
    claim = Claim.objects.get(slug=SLUG)
    claim.statement = "Microdosing lifts mood."
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    return claim


def ids_in_order(response):
    return re.findall(r'<tr role="row" id="([^"]+)"', response.content.decode())


def test_every_claim_of_the_corpus_has_a_page(client, corpus):
    addresses = [reverse("claim_detail", args=[slug]) for slug in
                 Edition.objects.current().values_list("slug", flat=True)]  # fmt: skip
    assert len(addresses) == 19
    assert {client.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize("name", ["claim_detail", "edition_list"])
def test_pages_are_only_read(client, corpus, name):
    assert client.post(address(name)).status_code == 405


def test_claim_page_asks_few_queries(client, corpus, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address())


def test_edition_page_asks_few_queries(client, changed, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address("edition_detail", number=1))


def test_edition_list_asks_few_queries(client, changed, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(address("edition_list"))


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("strength", lambda item: -item["strength"]["rung"]),
        (
            "direction",
            lambda item: ["supports", "mixed", "no-effect", "contradicts"].index(item["direction"]),
        ),
        ("n", lambda item: -1 if item["n"] is None else -item["n"]),
    ],
)
def test_evidence_is_sorted_as_asked(client, corpus, sort, key):
    items = {item["id"]: item for item in current().document["evidence"]}
    shown = [key(items[one]) for one in ids_in_order(client.get(address(), {"sort": sort}))]
    assert shown == sorted(shown)


def test_evidence_sorted_by_year_is_newest_first(client, corpus):
    document = current().document
    years = {
        item["id"]: document["sources"][item["source"]]["year"] for item in document["evidence"]
    }
    shown = [years[one] for one in ids_in_order(client.get(address(), {"sort": "year"}))]
    assert shown == sorted(shown, reverse=True)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"sort": "colour"}, "strength, direction, year and n"),
        ({"page": "2"}, "sort, stream, strength"),
        ({"x" * 10_000: "1"}, "sort, stream, strength"),
        ({"stream": "mars"}, "trials-microdose"),
        ({"direction": "up"}, "supports"),
        ({"dose": ["microdose", "mixed"]}, "once"),
        ({"open": "some"}, "none, all,"),
        ({"sort": ["n", "year"]}, "once"),
        ({"as_of": "yesterday"}, "2026-03-01"),
        ({"as_of": "2026-02-30"}, "2026-03-01"),
        ({"as_of": "٢٠٢٦-٠٣-٠١"}, "2026-03-01"),
        ({"as_of": ""}, "2026-03-01"),
    ],
)
def test_nonsense_is_refused_with_what_is_allowed(client, corpus, query, words):
    response = client.get(address(), query)
    assert response.status_code == 400
    assert words in text_of(response)


@pytest.mark.parametrize(
    "path",
    [
        "/claims/no-such-claim/",
        "/claims/no-such-claim/editions/",
        f"/claims/{SLUG}/editions/2/",
        f"/claims/{SLUG}/editions/0/",
        f"/claims/{SLUG}/editions/99999999999999999999/",
        f"/claims/{'x' * 10_000}/",
    ],
)
def test_what_does_not_exist_is_not_found(client, corpus, path):
    assert client.get(path).status_code == 404


def test_day_shows_the_edition_of_its_end(client, changed):
    today = current().published_at.date()
    response = client.get(address(), {"as_of": today.isoformat()})
    assert "as it stood at the end of" in text_of(response)
    assert "That is edition 2 of 2." in text_of(response)


@pytest.mark.parametrize("day", ["0001-01-01", "2020-02-29"])
def test_day_before_the_first_edition_is_explained(client, corpus, day):
    response = client.get(address(), {"as_of": day})
    assert response.status_code == 404
    assert "had published nothing about the claim" in text_of(response)


def test_last_day_of_the_calendar_is_no_error(client, corpus):
    assert client.get(address(), {"as_of": "9999-12-31"}).status_code == 200


def test_old_edition_keeps_its_words_and_names_the_current_one(client, changed):
    response = client.get(address("edition_detail", number=1))
    assert "This is edition 1 of 2; the current one is edition 2 ." in text_of(response)
    assert "<h1>Microdosing produces subtle shifts in mood" in response.content.decode()


def test_edition_page_is_not_indexed(client, corpus):
    html = client.get(address("edition_detail", number=1)).content.decode()
    assert '<meta name="robots" content="noindex">' in html


def test_current_page_is_indexed(client, corpus):
    assert "noindex" not in client.get(address()).content.decode()


def test_citation_has_the_permanent_address(client, corpus):
    assert "http://testserver/claims/microdose-mood/editions/1/" in text_of(client.get(address()))


def test_edition_list_tells_cause_and_person(client, changed):
    words = text_of(client.get(address("edition_list")))
    assert "Claim changed. Closer to the article." in words
    assert "Rosa" in words
    assert "Verdict and certainty unchanged" in words
    assert "First edition" in words
