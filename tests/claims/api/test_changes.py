"""What changed, as the feeds tell it."""

import pytest

from claims import argument, feeds
from claims.models import Claim
from tests.people import make_accepted, make_claim, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(editor, reviewer):
    """Three claims, the last of which got evidence."""
    claims = [make_claim(by=editor, slug=f"claim-{number}") for number in range(3)]
    source = make_source(by=editor)
    make_accepted(claim=claims[2], source=source, by=editor, accepted_by=reviewer)


def told(client, query=""):
    return client.get(f"/api/changes{query}").json()


def test_changes_are_those_of_the_feed(client, changed):
    rows = [(row["claim"], row["number"]) for row in told(client)["results"]]
    assert rows == [(one.slug, one.number) for one in feeds.changes()]
    assert len(rows) == 4


def test_change_says_what_stood_there_before(client, changed):
    newest, first = told(client, "?claim=claim-2")["results"]
    assert newest["verdict_before"] == first["verdict"] != newest["verdict"]
    assert first["verdict_before"] is None


def test_change_of_words_alone_is_none(client, changed, reviewer):
    claim = Claim.objects.get(slug="claim-2")
    claim.statement = "Microdosing does something else."
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    assert claim.editions.count() == 3
    assert told(client, "?claim=claim-2")["count"] == 2


def test_list_needs_no_more_queries_for_more_rows(client, changed, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert told(client)["count"] == 4


def test_base_without_editions_has_no_changes(client):
    assert told(client)["results"] == []
