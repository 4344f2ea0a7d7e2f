"""The public list of what is overdue."""

import datetime
from types import SimpleNamespace

import html5lib
import pytest

from claims.models import Claim
from claims.views.overdue import groups, waiting
from tests.claims.views.claim_pages import SLUG, text_of
from tests.people import make_assessment

TODAY = datetime.date(2026, 11, 23)
NOT_SEARCHED = "Not searched for in the last twelve months"
EDITED = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def row(**fields):
    given = {
        "slug": "a-claim",
        "position": 1,
        "verdict": "supported",
        "review_state": "agreed",
        "edited_at": EDITED,
        "reviewed_on": datetime.date(2026, 4, 1),
        "searched_on": TODAY,
    }
    return SimpleNamespace(**given | fields)


def found(*rows):
    return {label: [late.row.slug for late in found] for label, found in groups(rows, TODAY)}


def reasons(*rows):
    return [late.reason for one in waiting(rows, TODAY) for late in (*one.review, *one.search)]


def test_nothing_is_overdue_for_a_fresh_claim():
    assert list(found(row()).values()) == [[], [], []]
    assert waiting([row()], TODAY) == []


@pytest.mark.parametrize(
    ("fields", "slug", "reason"),
    [
        (
            {"review_state": "not-reviewed", "reviewed_on": None},
            "Without two reviews",
            "Nobody has assessed it since 1 March 2026.",
        ),
        (
            {"review_state": "one-reviewer"},
            "Without two reviews",
            "One person assessed it, on 1 April 2026; a second is missing.",
        ),
        (
            {"review_state": "stale"},
            "Out of date",
            "Assessed on 1 April 2026; what it rests on changed on 1 March 2026.",
        ),
        (
            {"verdict": "under-review"},
            "Out of date",
            "A study that decided it was retracted, and nobody has looked again.",
        ),
        ({"searched_on": None}, NOT_SEARCHED, "No systematic search is recorded."),
        (
            {"searched_on": datetime.date(2025, 11, 22)},
            NOT_SEARCHED,
            "Last searched for on 22 November 2025.",
        ),
    ],
)
def test_reason_is_told(fields, slug, reason):
    late = row(**fields)
    assert [name for name, slugs in found(late).items() if slugs] == [slug]
    assert reasons(late) == [reason]


def test_what_waits_longest_stands_first():
    rows = [
        row(slug="newer", searched_on=datetime.date(2025, 1, 1), position=1),
        row(slug="never", searched_on=None, position=3),
        row(slug="older", searched_on=datetime.date(2024, 1, 1), position=2),
    ]
    assert [one.row.slug for one in waiting(rows, TODAY)] == ["never", "older", "newer"]


def test_page_lists_the_shipped_claims(client, corpus):
    words = text_of(client.get("/overdue/"))
    assert "Without two reviews 19 claims" in words
    assert "Out of date 0 claims" in words
    assert "Not searched for in the last twelve months 19 claims" in words


def test_claim_late_in_two_ways_stands_once(client, corpus):
    page = client.get("/overdue/").content.decode()
    assert page.count(f'href="/claims/{SLUG}/"') == 1
    (one,) = [one for one in client.get("/overdue/").context["waiting"] if one.row.slug == SLUG]
    assert (len(one.review), len(one.search)) == (1, 1)


def test_claim_with_two_reviews_leaves_the_list(client, corpus, reviewer, second_reviewer):
    for person in (reviewer, second_reviewer):
        make_assessment(claim=Claim.objects.get(slug=SLUG), by=person)
    assert "Without two reviews 18 claims" in text_of(client.get("/overdue/"))


def test_page_asks_two_queries(client, corpus, django_assert_num_queries):
    """The claims, and the mechanisms of the navigation."""
    with django_assert_num_queries(2):
        client.get("/overdue/")


def test_page_opens_no_documents(client, corpus, django_assert_num_queries):
    with django_assert_num_queries(2) as asked:
        client.get("/overdue/")
    assert not [one for one in asked.captured_queries if '"document"' in one["sql"]]


def test_page_is_valid_html(client, corpus):
    html5lib.HTMLParser(strict=True).parse(client.get("/overdue/").content.decode())


def test_page_takes_no_parameters(client, db):
    assert client.get("/overdue/", {"sort": "n"}).status_code == 400
