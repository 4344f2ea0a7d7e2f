"""Sources: the public record, and what cites it."""

import pytest

from claims.exports.tables import tables
from claims.models import Citation, Edition
from claims.views.source import source_filters
from sources.intake import merging
from sources.models import Source

pytestmark = pytest.mark.usefixtures("corpus")


def keys(client, query):
    rows = client.get(f"/api/sources?page_size=25&{query}").json()["results"]
    return [row["key"] for row in rows]


@pytest.mark.parametrize(
    "name", ["design", "species", "dose", "substance", "tag", "status", "year"]
)
def test_filter_finds_what_the_page_finds(client, name):
    filters = {one.name: one for one in source_filters()}
    for value in list(filters[name].words)[:6]:
        listing = client.get(f"/sources/?{name}={value}").context["listing"]
        assert keys(client, f"{name}={value}") == [row.key for row in listing.page], value


@pytest.mark.parametrize("sort", ["newest", "oldest", "author"])
def test_order_is_that_of_the_page(client, sort):
    listing = client.get(f"/sources/?sort={sort}").context["listing"]
    assert keys(client, f"sort={sort}") == [row.key for row in listing.page]


def test_rows_are_those_of_the_table(client):
    rows = tables()["sources"].rows(Edition.objects.current())
    expected = {row["key"]: tables()["sources"].values(row) for row in rows}
    told, address = {}, "/api/sources?page_size=100"
    while address:
        page = client.get(address).json()
        told |= {row.pop("key"): row for row in page["results"]}
        address = page["next"]
    assert set(told) == set(expected)
    for key, row in told.items():
        del row["links"]
        assert {"key": key, **row} == expected[key]


def test_list_needs_no_more_queries_for_more_rows(client, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert client.get("/api/sources").json()["count"] > 3


def test_source_says_which_claims_cite_it(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        told = client.get("/api/sources/szigeti2021selfblinding").json()
    citations = Citation.objects.current().filter(key="szigeti2021selfblinding")
    assert {one["claim"] for one in told["cited_by"]} == {one.edition.slug for one in citations}
    assert told["record"] == citations[0].record
    assert any(one["is_deciding"] for one in told["cited_by"])


def test_results_named_are_on_their_claims_page(client):
    for one in client.get("/api/sources/szigeti2021selfblinding").json()["cited_by"]:
        document = client.get(one["links"]["api"]).json()["document"]
        assert set(one["evidence"]) <= {item["id"] for item in document["evidence"]}


@pytest.mark.parametrize("key", ["nothing", "x" * 5000, "%F0%9F%92%A9", "..%2F"])
def test_source_that_is_none_is_not_found(client, key):
    assert client.get(f"/api/sources/{key}").status_code == 404


def test_key_of_a_merged_source_leads_to_the_one_that_is_kept(client, editor):
    pair = [Source.objects.get(key=key) for key in ("hutten2020mood", "bershad2019acute")]
    merging.merge(kept=pair[0], merged=pair[1], by=editor, reason="Entered twice by mistake.")
    response = client.get("/api/sources/bershad2019acute")
    assert response.status_code == 301
    assert response.headers["Location"] == "/api/sources/hutten2020mood"
