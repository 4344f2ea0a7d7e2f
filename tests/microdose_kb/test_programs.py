"""What every address under /api/ does, whoever refuses."""

import re

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import path

from microdose_kb import urls
from tests.microdose_kb.test_headers import HEADERS

pytestmark = pytest.mark.django_db

REFUSED = [
    ("get", "/api/nothing", {}, 404),
    ("get", "/api/claims/", {}, 404),
    ("get", "/api/claims?colour=1", {}, 400),
    ("get", "/api/claims/%00", {}, 400),
    ("get", "/api/claims?q=%00", {}, 400),
    ("get", "/api/claims/%ff%fe", {}, 404),
    ("get", "/api/" + "a" * 10_000, {}, 404),
    ("get", "/api/statement", {"host": "evil.example"}, 400),
    ("get", "/api/statement", {"cookie": r'anything="\000aaaa"'}, 400),
    ("post", "/api/claims", {}, 405),
    ("delete", "/api/claims/microdose-mood", {}, 405),
    ("put", "/api/nothing", {}, 405),
]


def fail(request, fault):
    raise {"broken": ZeroDivisionError("inner"), "away": OperationalError("inner")}[fault]


class Urls:
    """The site's own addresses and handlers, and one under /api/ that fails as asked."""

    urlpatterns = [path("api/fail/<slug:fault>", fail), *urls.urlpatterns]
    handler400 = urls.handler400
    handler403 = urls.handler403
    handler404 = urls.handler404
    handler500 = urls.handler500


@pytest.fixture(params=REFUSED, ids=lambda row: f"{row[0]} {row[1][:30]} {row[3]}")
def refusal(request, client):
    method, address, headers, status = request.param
    response = getattr(client, method)(address, headers=headers)
    assert response.status_code == status
    return response


def test_refusal_is_a_problem_document(refusal):
    told = refusal.json()
    assert refusal.headers["Content-Type"] == "application/problem+json"
    assert set(told) == {"type", "title", "status", "detail", "instance"}
    assert (told["status"], bool(told["detail"])) == (refusal.status_code, True)
    assert len(refusal.content) < 1000


def test_refusal_can_be_read_on_any_site_and_has_the_security_headers(refusal):
    assert refusal.headers["Access-Control-Allow-Origin"] == "*"
    missing = set(HEADERS) | {"Permissions-Policy", "Content-Security-Policy"}
    assert missing - set(refusal.headers) == set()


@pytest.mark.parametrize("path", ["/api/claims/%C3%BC%20x", "/api/a%3Fb%23c", "/api/%ff", "/api/" + "%F0%9F%8D%84" * 500])  # fmt: skip
def test_instance_is_an_address_as_rfc_3986_writes_it(client, path):
    told = client.get(path).json()["instance"]
    assert re.fullmatch(r"(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-F]{2})+", told)
    assert len(told) < 1500


def test_script_of_another_site_may_read_what_is_announced(client):
    exposed = client.get("/api/nothing").headers["Access-Control-Expose-Headers"].split(", ")
    assert {"ETag", "Retry-After", "Deprecation", "Sunset"} == set(exposed)


def test_refusal_of_a_method_says_which_there_are(client):
    assert client.post("/api/claims").headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(("fault", "status"), [("broken", 500), ("away", 503)])
def test_fault_is_a_problem_without_inner_details(settings, fault, status):
    settings.ROOT_URLCONF = Urls
    response = Client(raise_request_exception=False).get(f"/api/fail/{fault}")
    assert response.json()["status"] == response.status_code == status
    assert b"inner" not in response.content
    assert response.headers.get("Retry-After") == ("30" if fault == "away" else None)


def test_preflight_allows_asking_with_conditions(client, django_assert_num_queries):
    headers = {"origin": "https://other.example", "access-control-request-method": "GET"}
    with django_assert_num_queries(0):
        response = client.options("/api/claims", headers=headers)
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]


def test_pages_for_people_stay_closed_to_other_sites(client):
    for address in ("/", "/api/", "/claims/nothing/"):
        assert "Access-Control-Allow-Origin" not in client.get(address).headers
