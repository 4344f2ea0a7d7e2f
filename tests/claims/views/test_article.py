import re

import pytest
from django.utils.html import escape

from claims import article
from claims.models import Edition, Mechanism

pytestmark = pytest.mark.usefixtures("corpus")


def test_outline_knows_every_claim_once():
    slugs = [passage.slug for section in article.OUTLINE for passage in section.passages]
    assert sorted(slugs) == sorted(Edition.objects.current().values_list("slug", flat=True))


def test_outline_knows_every_mechanism():
    named = [section.mechanism for section in article.OUTLINE if section.mechanism]
    assert named == list(Mechanism.objects.values_list("slug", flat=True))


def test_page_links_each_step_to_its_claim_with_its_verdict(client):
    page = client.get("/article/").content.decode()
    for edition in Edition.objects.current():
        assert f'href="/claims/{edition.slug}/"' in page
        assert escape(edition.statement) in page
        assert edition.summary["verdict"]["label"] in page


def test_page_says_that_the_outline_is_ours(client):
    assert "in our own words; it quotes nothing" in client.get("/article/").content.decode()


def test_page_takes_two_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        client.get("/article/")


def test_claim_that_the_outline_does_not_know_follows():
    class Row:
        slug = "new-claim"

    sections = article.with_claims([Row])
    assert [section["heading"] for section in sections] == ["Also claimed"]


def test_each_chain_is_named_in_its_link(client, corpus):
    page = client.get("/article/").content.decode()
    links = re.findall(r">([^<]*: the whole chain, step by step)</a>", page)
    assert len(set(links)) == len(links) == 5


def test_both_columns_are_headed(client, corpus):
    page = client.get("/article/").content.decode()
    sections = page.count('<ol class="outline">')
    assert page.count("What the article argues, in our words</p>") == sections
    assert page.count("The claim in it, and what the studies found</p>") == sections
