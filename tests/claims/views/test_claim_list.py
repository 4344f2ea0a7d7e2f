import pytest

from claims.models import Claim, Edition
from claims.rating.vocabulary import Certainty, Verdict
from tests.people import make_assessment

pytestmark = pytest.mark.usefixtures("corpus")


def listed(client, query=""):
    return list(client.get("/claims/" + query).context["listing"].page)


def test_list_shows_every_claim_in_reading_order(client):
    slugs = [edition.slug for edition in Edition.objects.current().in_reading_order()]
    assert [edition.slug for edition in listed(client)] == slugs


def test_list_takes_four_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/claims/?verdict=insufficient&sort=certainty")


@pytest.mark.parametrize(
    ("query", "column", "value"),
    [
        ("mechanism=increased-connectivity", "mechanism", "increased-connectivity"),
        ("mechanism=cross-cutting", "mechanism", ""),
        ("verdict=contested", "verdict", "contested"),
        ("certainty=very-low", "certainty", "very-low"),
        ("kind=occurrence", "kind", "occurrence"),
        ("scope=background", "scope", "background"),
        ("tag=mood", "tags", " mood "),
    ],
)
def test_list_narrows(client, query, column, value):
    editions = listed(client, "?" + query)
    assert editions
    assert all(value in getattr(edition, column) for edition in editions)


def test_list_orders_by_verdict(client):
    places = [
        Verdict.values().index(edition.verdict) for edition in listed(client, "?sort=verdict")
    ]
    assert places == sorted(places)


def test_list_orders_by_certainty(client):
    editions = listed(client, "?sort=certainty")
    levels = [Certainty(edition.certainty).level for edition in editions]
    assert levels == sorted(levels, reverse=True)


def test_known_verdict_that_no_claim_has_gives_an_empty_list(client):
    response = client.get("/claims/?verdict=not-supported")
    assert b"No claim fits" in response.content


def test_option_shows_only_when_it_exists(client):
    assert b'value="not-supported"' not in client.get("/claims/").content


@pytest.mark.parametrize(
    "query",
    ["?x=1", "?verdict=nonsense", "?page=1e9", "?tag=%00", "?kind=" + "x" * 10_000, "?sort=%ff"],
)
def test_list_refuses_nonsense(client, query):
    assert client.get("/claims/" + query).status_code == 400


def test_refusal_says_what_is_allowed(client):
    page = client.get("/claims/?certainty=total").content.decode()
    assert "Use very-low, low, moderate and high." in page


def test_page_beyond_the_last_is_not_found(client):
    assert client.get("/claims/?page=2").status_code == 404


def test_review_that_all_share_is_said_once(client):
    page = client.get("/claims/").content.decode().partition('id="results"')[2]
    assert page.count("Automatic suggestion, not yet reviewed") == 1


def test_reviews_that_differ_stand_in_their_rows(client, reviewer):
    make_assessment(claim=Claim.objects.get(slug="microdose-mood"), by=reviewer)
    results = client.get("/claims/").content.decode().partition('id="results"')[2]
    assert results.count("Automatic suggestion, not yet reviewed") == 18


def test_tag_is_offered_by_its_name(client):
    assert b">5-HT2A</option>" in client.get("/claims/").content
