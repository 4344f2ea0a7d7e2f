"""Two editions of a claim side by side."""

import html5lib
import pytest

from claims import argument
from claims.models import Claim
from tests.claims.views.claim_pages import SLUG, address, text_of
from tests.people import make_assessment


@pytest.fixture(autouse=True)
def editions(corpus, reviewer):
    """Three editions: loaded, with another population, and assessed."""
    claim = Claim.objects.get(slug=SLUG)
    claim.target_population = "Healthy adults who microdose"
    argument.change_claim(claim=claim, by=reviewer, reason="Narrower population.")
    make_assessment(claim=claim, by=reviewer)


def compared(client, first, second):
    return client.get(address("edition_compare", first=first, second=second))


def test_comparison_shows_both_with_their_causes(client):
    words = text_of(compared(client, 1, 3))
    assert words.index("Edition 1") < words.index("Edition 3")
    assert "Cause Loaded from the corpus." in words
    assert "Cause Assessed by Rosa Example." in words


def test_comparison_lists_what_differs(client):
    words = text_of(compared(client, 1, 3)).partition("What differs")[2]
    assert "Claim changed: the target." in words
    assert "Assessment 1 (independent), by Rosa Example: “Possibly not so”." in words
    assert "was “Automatic suggestion, not yet reviewed”" in words


def test_comparison_is_valid_html_and_not_indexed(client):
    html = compared(client, 1, 2).content.decode()
    html5lib.HTMLParser(strict=True).parse(html)
    assert '<meta name="robots" content="noindex">' in html


def test_numbers_the_other_way_round_lead_to_the_same(client):
    response = compared(client, 3, 1)
    assert response.status_code == 302
    assert response.url == address("edition_compare", first=1, second=3)


@pytest.mark.parametrize(
    "path", ["1..1", "1..99", "99..100", "0..1", "1..", f"1..{'9' * 30}", "1..2..3"]
)
def test_senseless_pair_is_not_found(client, path):
    assert client.get(f"/claims/{SLUG}/editions/{path}/").status_code == 404


def test_parameters_are_refused(client):
    response = client.get(address("edition_compare", first=1, second=2), {"sort": "n"})
    assert response.status_code == 400


def test_comparison_asks_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        compared(client, 1, 3)


def test_edition_list_links_each_with_the_one_before(client):
    html = client.get(address("edition_list")).content.decode()
    assert html.count("Compare with the one before") == 2
    assert address("edition_compare", first=2, second=3) in html


def test_edition_list_tells_a_changed_review(client):
    words = text_of(client.get(address("edition_list")))
    assert "Review: was “Automatic suggestion, not yet reviewed”" in words
