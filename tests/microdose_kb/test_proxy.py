"""Whose request it is."""

import pytest
from django.http import HttpResponse
from django.urls import path

from microdose_kb.proxy import network_of, visitor_address
from tests.microdose_kb.test_settings import KEY, manage


class Urls:
    urlpatterns = [path("", lambda request: HttpResponse(request.META["REMOTE_ADDR"]))]


@pytest.fixture
def address_seen(client, settings):
    """Return a function: a header, to the address that a view sees behind a trusted proxy."""
    settings.ROOT_URLCONF = Urls
    settings.MIDDLEWARE = [f"{visitor_address.__module__}.{visitor_address.__name__}"]
    return lambda header: client.get("/", HTTP_X_FORWARDED_FOR=header).content.decode()


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_address_that_the_proxy_tells_is_the_visitors(address_seen, address):
    assert address_seen(address) == address


def test_only_the_last_address_counts(address_seen):
    assert address_seen("203.0.113.9, 198.51.100.7,192.0.2.1") == "192.0.2.1"


@pytest.mark.parametrize(
    "header", ["", "unknown", "192.0.2.1,", "192.0.2.256", "192.0.2.1:80", "fe80::1%eth0", "<b>"]
)
def test_what_is_no_address_is_ignored(address_seen, header):
    assert address_seen(header) == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:DB8:1:2::ffff", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
    ],
)
def test_network_of_ipv6_is_its_64(address, network):
    assert network_of(address) == network


@pytest.mark.parametrize("text", ["192.0.2.1", "", "unknown", "fe80::1%eth0", "2001:db8::/64"])
def test_network_of_anything_else_is_itself(text):
    assert network_of(text) == text


def test_header_changes_nothing_without_trust(client, settings):
    settings.ROOT_URLCONF = Urls
    response = client.get("/", HTTP_X_FORWARDED_FOR="192.0.2.1")
    assert response.content == b"127.0.0.1"


@pytest.mark.parametrize(("switch", "is_first"), [("1", "True"), ("0", "False")])
def test_only_a_trusted_proxy_is_believed(switch, is_first):
    ask = "from django.conf import settings; print('proxy' in settings.MIDDLEWARE[0])"
    answer = manage(
        "shell", "--verbosity=0", "-c", ask, DJANGO_SECRET_KEY=KEY, DJANGO_TRUST_PROXY=switch
    )
    assert answer.stdout.strip() == is_first
