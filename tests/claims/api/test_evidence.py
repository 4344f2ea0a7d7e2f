"""Results on all claims, narrowed as on the page of one."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.exports.tables import tables
from claims.models import Edition
from claims.views.evidence_list import WORDS

pytestmark = pytest.mark.usefixtures("corpus")


def found(client, query=""):
    rows = client.get(f"/api/evidence?page_size=100&{query}").json()
    assert rows["pages"] <= 2
    return rows


def test_rows_are_those_of_the_table(client):
    told = found(client)
    rows = tables()["evidence"].rows(Edition.objects.current().in_reading_order())
    values = [tables()["evidence"].values(row) for row in rows]
    assert told["count"] == len(values)
    first = [{name: row[name] for name in row if name != "links"} for row in told["results"]]
    assert first == values[:100]


@pytest.mark.parametrize("name", WORDS)
def test_filter_finds_what_the_claims_page_finds(client, name):
    slug = "microdose-cognition"
    for value in WORDS[name][1]:
        rows = found(client, f"claim={slug}&{name}={value}")["results"]
        listed = client.get(f"/claims/{slug}/?{name}={value}").context["page"].evidence
        fitting = [*listed.shown, *listed.beside]
        assert {row["id"] for row in rows} == {row.item["id"] for row in fitting}, value


def test_every_result_has_one_use(client):
    counts = [found(client, f"use={use}")["count"] for use in ("counted", "shown", "excluded")]
    assert sum(counts) == found(client)["count"]
    assert min(counts) >= 0


def test_results_of_a_source_are_those_of_its_page(client):
    key = "szigeti2021selfblinding"
    findings = client.get(f"/sources/{key}/").context["findings"]
    rows = found(client, f"source={key}")["results"]
    assert [row["id"] for row in rows] == [one["item"]["id"] for one in findings]


def test_row_leads_to_its_place_on_the_page(client):
    row = found(client, "claim=microdose-mood")["results"][0]
    assert row["links"]["page"].endswith(f"/claims/microdose-mood/#{row['id']}")


@pytest.mark.parametrize("page", [1, 7, 29, 57])
def test_page_opens_the_documents_of_its_own_rows_only(client, page):
    with CaptureQueriesContext(connection) as asked:
        rows = client.get(f"/api/evidence?page_size=3&page={page}").json()["results"]
    [opening] = [one["sql"] for one in asked if '"document"' in one["sql"]]
    opened = set(map(int, re.search(r"IN \(([\d, ]+)\)", opening)[1].split(",")))
    slugs = {row["claim"] for row in rows}
    assert opened == set(
        Edition.objects.current().filter(slug__in=slugs).values_list("pk", flat=True)
    )


@pytest.mark.parametrize("size", [1, 7, 100])
def test_pages_together_are_all_rows_in_their_order(client, size):
    rows = tables()["evidence"].rows(Edition.objects.current().in_reading_order())
    met, address = [], f"/api/evidence?page_size={size}"
    while address:
        page = client.get(address).json()
        met += [(row["claim"], row["id"]) for row in page["results"]]
        address = page["next"]
    assert met == [(row.edition.slug, row.item["id"]) for row in rows]


@pytest.mark.parametrize(
    ("query", "number"), [("", 5), ("claim=microdose-mood", 5), ("direction=supports&page=2", 4)]
)
def test_list_needs_no_more_queries_for_more_rows(client, query, number, django_assert_num_queries):
    with django_assert_num_queries(number):
        assert client.get(f"/api/evidence?page_size=3&{query}").json()["count"] > 3


@pytest.mark.parametrize("query", ["claim=nothing", "source=nothing", "stream=nothing", "use=x"])
def test_value_that_is_none_is_refused_in_words(client, query):
    response = client.get(f"/api/evidence?{query}")
    assert response.status_code == 400
    assert "is no value of" in response.json()["detail"]
