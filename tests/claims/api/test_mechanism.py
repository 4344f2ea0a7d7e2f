import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Edition

pytestmark = pytest.mark.usefixtures("corpus")


def test_mechanisms_stand_in_the_articles_order(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        rows = client.get("/api/mechanisms").json()["results"]
    assert [row["order"] for row in rows] == [1, 2, 3, 4, 5]


def test_no_document_is_read_for_mechanisms(client):
    with CaptureQueriesContext(connection) as asked:
        client.get("/api/mechanisms")
    assert not [one["sql"] for one in asked if re.search(r'"document"(, "| FROM)', one["sql"])]


def test_mechanism_says_how_many_claims_it_has(client):
    for row in client.get("/api/mechanisms").json()["results"]:
        claims = Edition.objects.current().filter(mechanism=row["slug"]).count()
        assert row["claims"] == client.get(row["links"]["api"]).json()["count"] == claims
