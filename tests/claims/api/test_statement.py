import pytest

from claims.api.version import VERSION
from claims.models import Edition

pytestmark = pytest.mark.usefixtures("corpus")


def test_counts_are_those_of_the_lists(client):
    counts = client.get("/api/statement").json()["counts"]
    for name in ("mechanisms", "claims", "evidence", "sources", "changes"):
        assert client.get(f"/api/{name}").json()["count"] == counts[name]
    assert counts["editions"] == Edition.objects.count()


def test_statement_says_of_when_it_is(client, django_assert_num_queries):
    with django_assert_num_queries(7):
        told = client.get("/api/statement").json()
    assert told["as_of"] == Edition.objects.latest("published_at").published_at.isoformat()
    assert told["version"] == VERSION
