"""Claims and editions: what the pages show, as data."""

import pytest

from claims import argument
from claims.exports.tables import tables
from claims.models import Claim, Edition
from claims.views.claim_list import claim_filters

pytestmark = pytest.mark.usefixtures("corpus")


def slugs(client, query):
    rows = client.get(f"/api/claims?page_size=100&{query}").json()["results"]
    return [row["slug"] for row in rows]


def on_the_page(client, query):
    response = client.get(f"/claims/?{query}")
    assert response.status_code == 200
    return [row.slug for row in response.context["listing"].page]


@pytest.mark.parametrize(
    "name", ["mechanism", "verdict", "certainty", "review", "kind", "scope", "tag"]
)
def test_filter_finds_what_the_page_finds(client, name):
    filters = {one.name: one for one in claim_filters()}
    for value in list(filters[name].words)[:6]:
        query = f"{name}={value}"
        assert slugs(client, query) == on_the_page(client, query), value


@pytest.mark.parametrize("sort", ["article", "verdict", "certainty", "changed"])
def test_order_is_that_of_the_page(client, sort):
    assert slugs(client, f"sort={sort}") == on_the_page(client, f"sort={sort}")


def test_row_is_that_of_the_table(client):
    table = tables()["claims"]
    told = client.get("/api/claims?page_size=100").json()["results"]
    rows = [table.values(one) for one in Edition.objects.current().in_reading_order()]
    assert [{name: one[name] for name in one if name != "links"} for one in told] == rows


def test_list_needs_no_more_queries_for_more_rows(client, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert client.get("/api/claims").json()["count"] > 3


def test_claim_is_its_current_edition_with_the_document(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        told = client.get("/api/claims/microdose-mood").json()
    edition = Edition.objects.current().get(slug="microdose-mood")
    assert told["document"] == edition.document
    assert (told["number"], told["is_current"]) == (edition.number, True)


def test_edition_stays_what_it_was(client, reviewer):
    before = client.get("/api/claims/microdose-mood/editions/1").json()
    claim = Claim.objects.get(slug="microdose-mood")
    claim.statement = "Microdosing lifts mood."
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    after = client.get("/api/claims/microdose-mood/editions/1").json()
    assert after == before | {"is_current": False}
    assert client.get("/api/claims/microdose-mood").json()["number"] == 2
    listed = client.get("/api/claims/microdose-mood/editions").json()
    assert [row["number"] for row in listed["results"]] == [2, 1]


@pytest.mark.parametrize("number", ["0", "2", "999999999", "9" * 30, "one", "-1", "1.0"])
def test_edition_that_is_none_is_not_found(client, number):
    assert client.get(f"/api/claims/microdose-mood/editions/{number}").status_code == 404


@pytest.mark.parametrize("tail", ["", "/editions", "/editions/1"])
@pytest.mark.parametrize("slug", ["nothing", "x" * 5000, "%20", "a..b"])
def test_claim_that_is_none_is_not_found(client, slug, tail):
    response = client.get(f"/api/claims/{slug}{tail}")
    assert response.status_code == response.json()["status"] == 404


def test_links_lead_to_the_page_and_back(client):
    for row in client.get("/api/claims?page_size=3").json()["results"]:
        assert client.get(row["links"]["page"]).status_code == 200
        assert client.get(row["links"]["api"]).json()["claim"] == row["slug"]
