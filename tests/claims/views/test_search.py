"""How the studies were found, as the page of a claim says it."""

import datetime

import pytest
from django.utils import timezone

from claims import searches
from claims.models import Claim, SearchRecord
from tests.claims.views.claim_pages import SLUG, address, text_of

pytestmark = pytest.mark.usefixtures("corpus")


def search(days_ago, by):
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    made = SearchRecord(
        claim=Claim.objects.get(slug=SLUG),
        databases=["MEDLINE", "PsycINFO"],
        query="microdos* AND <lsd>",
        searched_on=day,
        found=412,
        screened=412,
        included=7,
        searched_by="Rosa Example",
        note="English only.",
    )
    searches.record(search=made, by=by)


def test_page_without_a_search_says_so(client):
    words = text_of(client.get(address()))
    assert "Curated by hand; no systematic search recorded." in words
    assert "Newer studies may be missing" not in words


def test_search_is_shown_in_full(client, reviewer):
    search(1, reviewer)
    page = client.get(address())
    words = text_of(page)
    assert "Searched MEDLINE and PsycINFO on" in words
    assert "By Rosa Example" in words
    assert "microdos* AND &lt;lsd&gt;" in page.content.decode()
    assert "Newer studies may be missing" not in words


def test_old_search_warns_of_newer_studies(client, reviewer):
    search(366, reviewer)
    assert "Newer studies may be missing." in text_of(client.get(address()))
    assert "Not searched for in the last twelve months 19 claims" in text_of(
        client.get("/overdue/")
    )


def test_fresh_search_leaves_the_overdue_list(client, reviewer):
    search(1, reviewer)
    assert "Not searched for in the last twelve months 18 claims" in text_of(
        client.get("/overdue/")
    )
