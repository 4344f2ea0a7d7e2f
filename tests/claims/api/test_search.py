"""The search, as the page has it."""

import pytest

pytestmark = pytest.mark.usefixtures("corpus")


@pytest.mark.parametrize(
    "query", ["q=mood", "q=depression+anxiety", "q=lsd&type=source&page=2", "q=mood&verdict=insufficient"]
)  # fmt: skip
def test_search_finds_what_the_page_finds(client, query):
    told = client.get(f"/api/search?{query}").json()
    context = client.get(f"/search/?{query}").context
    assert told["count"] == context["answer"].total
    titles = [row["document"].title for row in context["rows"]]
    assert [row["title"] for row in told["results"]] == titles


def test_result_leads_to_its_page_and_its_resource(client):
    for row in client.get("/api/search?q=mood").json()["results"]:
        assert client.get(row["links"]["page"]).status_code == 200
        assert client.get(row["links"]["api"]).status_code == 200


def test_search_that_finds_nothing_offers_the_nearest(client):
    told = client.get("/api/search?q=serotnin").json()
    assert (told["count"], told["nearest"]) == (0, "serotonin")


def test_search_says_its_words_beside_its_filters(client):
    told = client.get("/api/search?q=mood&type=source").json()["filters"]
    assert told == ["Words: mood", "Kind: Studies and reviews"]
    assert client.get("/api/search?q=").json()["filters"] == []


def test_search_for_nothing_finds_nothing(client):
    assert client.get("/api/search").json()["results"] == []


@pytest.mark.parametrize("text", ["x" * 201, "+".join("abcdefghijklmnopqrstuvwxyz")])
def test_search_that_is_too_long_is_refused_with_the_remedy(client, text):
    response = client.get(f"/api/search?q={text}")
    assert response.status_code == 400
    assert "use fewer" in response.json()["detail"]


def test_search_needs_no_more_queries_for_more_rows(client, django_assert_num_queries):
    with django_assert_num_queries(6):
        assert client.get("/api/search?q=mood").json()["count"] > 3
