"""The guards that stand around every other test must bite."""

import socket

import pytest
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.urls import path
from zeal import NPlusOneError


class Urls:
    urlpatterns = [
        path(
            "",
            lambda request: HttpResponse([p.content_type.model for p in Permission.objects.all()]),
        )
    ]


@pytest.mark.django_db
def test_page_with_a_query_per_row_fails(client, settings):
    settings.ROOT_URLCONF = Urls
    with pytest.raises(NPlusOneError, match="Permission.content_type"):
        client.get("/")


def test_network_is_refused_by_name():
    with pytest.raises(pytest.fail.Exception, match="example.org"):
        socket.create_connection(("example.org", 80))


def test_network_is_refused_by_number():
    with socket.socket() as outside, pytest.raises(pytest.fail.Exception, match="192.0.2.1"):
        outside.connect(("192.0.2.1", 80))
