import sqlite3

import pytest
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.test import Client
from django.urls import path

from microdose_kb import errors, urls

pytestmark = pytest.mark.django_db


def sqlite_error(code):
    cause = sqlite3.OperationalError()
    cause.sqlite_errorcode = code
    error = OperationalError()
    error.__cause__ = cause
    return error


FAULTS = {
    "bad": BadRequest("Unknown filter <colour>."),
    "suspicious": SuspiciousOperation("inner detail"),
    "denied": PermissionDenied("inner detail"),
    "broken": ZeroDivisionError("inner detail"),
    "away": OperationalError("inner detail"),
    "closed": InterfaceError("inner detail"),
    "locked": sqlite_error(sqlite3.SQLITE_BUSY),
    "no-such-table": sqlite_error(sqlite3.SQLITE_ERROR),
    "wrong-sql": ProgrammingError("inner detail"),
}


def fail(request, fault):
    raise FAULTS[fault]


class Urls:
    """The site's own addresses and handlers, and one address that fails as asked."""

    urlpatterns = [path("fail/<slug:fault>/", fail), *urls.urlpatterns]
    handler400 = urls.handler400
    handler403 = urls.handler403
    handler404 = urls.handler404
    handler500 = urls.handler500


@pytest.fixture
def client(settings):
    settings.ROOT_URLCONF = Urls
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        ("bad", 400),
        ("suspicious", 400),
        ("denied", 403),
        ("broken", 500),
        ("away", 503),
        ("closed", 503),
        ("locked", 503),
        ("no-such-table", 500),
        ("wrong-sql", 500),
    ],
)
def test_fault_gets_its_page_without_inner_details(client, fault, status):
    response = client.get(f"/fail/{fault}/")
    assert response.status_code == status
    assert b"<main" in response.content
    assert b"inner detail" not in response.content


@pytest.mark.parametrize("fault", ["broken", "away"])
def test_page_of_a_fault_needs_no_query(client, fault, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(f"/fail/{fault}/")


def test_bad_request_tells_its_reason_escaped(client):
    assert b"Unknown filter &lt;colour&gt;." in client.get("/fail/bad/").content


def test_outage_says_when_to_come_back(client):
    response = client.get("/fail/away/")
    assert response.headers["Retry-After"] == str(errors.RETRY_AFTER_SECONDS)
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/no-such-page/", 404),
        ("/claims/%ff%fe/", 404),
        ("/claims/%00/", 400),
        ("/claims/?q=%00", 400),
        ("/claims/" + "a" * 10_000 + "/", 404),
    ],
)
def test_senseless_address_gets_a_page(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert b"<main" in response.content


@pytest.mark.parametrize("name", ["sessionid", "csrftoken", "anything"])
@pytest.mark.parametrize("address", ["/", "/admin/"])
def test_cookie_with_nul_is_refused_in_words(client, name, address):
    response = client.get(address, headers={"cookie": rf'{name}="\000aaaa"'})
    assert response.status_code == 400
    assert b"delete this site" in response.content


def test_forged_host_gets_a_page_without_queries(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert b"<main" in response.content


def test_form_without_token_is_refused_in_our_words(settings):
    response = Client(enforce_csrf_checks=True).post("/admin/login/")
    assert response.status_code == 403
    assert b"This form has expired" in response.content
