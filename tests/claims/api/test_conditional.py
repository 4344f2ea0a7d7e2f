"""What a program already has is not sent again, and never kept too long."""

from datetime import UTC, datetime

import pytest

from claims import argument
from claims.api import conditional
from claims.api.conditional import Published, published
from claims.models import Claim, Edition
from tests.claims.api.operations import ADDRESSES

pytestmark = pytest.mark.usefixtures("corpus")
REFUSED = ["/api/claims/nope", "/api/claims?bogus=1", "/api/claims?page=999"]
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


def test_304_says_what_the_whole_answer_says_to_caches(client):
    whole = client.get("/api/claims", headers={"accept-encoding": "br"})
    short = client.get("/api/claims", headers={"if-none-match": whole.headers["ETag"]})
    assert short.status_code == 304
    for name in ("Vary", "Cache-Control", "Last-Modified", "Access-Control-Allow-Origin"):
        assert short.headers[name] == whole.headers[name]


@pytest.mark.parametrize("name", ["if-modified-since", "if-unmodified-since"])
@pytest.mark.parametrize("day", ["Sat, 01 Jan 2000 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_condition_on_a_date_is_passed_over(client, name, day):
    response = client.get("/api/sources", headers={name: day})
    assert response.status_code == 200
    assert response.headers["Last-Modified"]


@pytest.mark.parametrize("address", REFUSED)
@pytest.mark.parametrize("condition", [{"if-none-match": "*"}, {"if-match": '"old"'}])
def test_what_is_refused_is_refused_on_any_condition(client, address, condition):
    plain, asked = client.get(address), client.get(address, headers=condition)
    assert plain.status_code in (400, 404)
    assert (asked.status_code, asked.content) == (plain.status_code, plain.content)


def test_tag_of_one_address_is_not_that_of_another(client):
    etag = client.get("/api/claims").headers["ETag"]
    assert client.get("/api/claims?page=999", headers={"if-none-match": etag}).status_code == 404


def test_any_answer_at_all_is_enough_for_whoever_says_so(client):
    assert client.get("/api/claims", headers={"if-none-match": "*"}).status_code == 304


def test_edition_that_comes_to_light_late_makes_a_new_mark():
    """Its number and its moment are before those of one that was committed earlier."""
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    before, after = Published(19, 20, moment), Published(20, 20, moment)
    assert before.mark("https://kb/api/claims") != after.mark("https://kb/api/claims")


def test_mark_is_made_of_what_is_there(corpus):
    newest = Edition.objects.latest("published_at")
    last = Edition.objects.latest("pk").pk
    assert published() == Published(Edition.objects.count(), last, newest.published_at)


def test_update_of_the_program_makes_every_answer_new(client, monkeypatch):
    etag = client.get("/api/claims").headers["ETag"]
    monkeypatch.setattr(conditional, "STAMP", "another")
    assert client.get("/api/claims", headers={"if-none-match": etag}).status_code == 200


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
