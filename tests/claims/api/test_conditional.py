"""What a program already has is not sent again, and never kept too long."""

import pytest

from claims import argument
from claims.models import Claim, Edition
from tests.claims.api.operations import ADDRESSES

pytestmark = pytest.mark.usefixtures("corpus")
ALL = [*ADDRESSES, "/api/openapi.json"]


@pytest.mark.parametrize("address", ALL)
def test_answer_that_is_known_is_not_made_again(client, address, django_assert_num_queries):
    etag = client.get(address).headers["ETag"]
    with django_assert_num_queries(1):
        response = client.get(address, headers={"if-none-match": etag})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == etag


def test_compressed_answer_is_known_too(client):
    headers = {"accept-encoding": "br"}
    etag = client.get("/api/claims", headers=headers).headers["ETag"]
    assert etag.startswith("W/")
    assert client.get("/api/claims", headers=headers | {"if-none-match": etag}).status_code == 304


def test_day_of_the_newest_edition_serves_as_well(client):
    told = client.get("/api/sources").headers["Last-Modified"]
    assert client.get("/api/sources", headers={"if-modified-since": told}).status_code == 304


def test_publication_makes_every_answer_new(client, reviewer):
    etag = client.get("/api/sources").headers["ETag"]
    claim = Claim.objects.get(slug="microdose-mood")
    claim.statement = "Microdosing lifts mood."
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    response = client.get("/api/sources", headers={"if-none-match": etag})
    assert response.status_code == 200
    assert response.json()["as_of"] == Edition.objects.latest("pk").published_at.isoformat()


def test_condition_that_does_not_hold_is_a_problem(client):
    response = client.get("/api/claims", headers={"if-match": '"old"'})
    assert response.status_code == response.json()["status"] == 412


@pytest.mark.parametrize("address", ALL)
def test_answer_may_be_kept_but_is_asked_for_again(client, address):
    headers = client.get(address).headers
    assert headers["Cache-Control"] == "no-cache"
    assert "Cookie" not in headers.get("Vary", "")


@pytest.mark.parametrize("address", ALL)
def test_answer_sets_no_cookie_and_opens_to_every_site(client, address):
    response = client.get(address)
    assert not response.cookies
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ALL)
def test_head_tells_what_get_would(client, address):
    head, get = client.head(address), client.get(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == get.headers["ETag"]
