import pytest

from claims.models import Citation, Edition
from tests.claims.views.claim_pages import text_of
from tests.people import make_accepted, make_claim, make_source


def rows(client):
    return {row["slug"]: row for row in client.get("/tags/").context["tags"]}


def test_index_counts_claims_and_sources(client, corpus):
    row = rows(client)["cognition"]
    assert row["claims"] == Edition.objects.current().filter(tags__contains=" cognition ").count()
    sources = Citation.objects.one_per_source().filter(tags__contains=" cognition ")
    assert row["sources"] == sources.count()


def test_index_has_every_tag_once(client, corpus):
    told = {tag for row in Edition.objects.current() for tag in row.tags.split()}
    told |= {tag for row in Citation.objects.one_per_source() for tag in row.tags.split()}
    assert set(rows(client)) == told


def test_index_is_in_order_of_names(client, corpus):
    names = [row["name"].lower() for row in rows(client).values()]
    assert names == sorted(names)


def test_index_without_tags_says_so(client, db):
    assert "Nothing that is published has a tag yet." in text_of(client.get("/tags/"))


def test_index_tells_only_what_there_is(client, editor, reviewer):
    claim = make_claim(by=editor, tags=["Mood"])
    make_accepted(by=editor, accepted_by=reviewer, claim=claim, source=make_source(by=editor))
    words = text_of(client.get("/tags/"))
    assert "1 claim" in words
    assert "source" not in words.partition("Words under which")[2].partition("1 claim")[2][:20]


def test_index_takes_three_queries(client, corpus, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get("/tags/")


def test_index_refuses_parameters(client, corpus):
    assert client.get("/tags/?x=1").status_code == 400


def test_tag_page_leads_back_to_all(client, corpus):
    assert 'href="/tags/"' in client.get("/tags/mood/").content.decode()


@pytest.mark.parametrize("name", ["Mood changes", "serotonin"])
def test_tag_page_has_the_editors_name(client, editor, name):
    make_claim(by=editor, tags=[name])
    slug = name.lower().replace(" ", "-")
    assert client.get(f"/tags/{slug}/").context["tag"] == name


def test_tags_have_readable_names(client, corpus):
    assert rows(client)["5-ht2a"]["name"] == "5-HT2A"
    assert "<h1>5-HT2A</h1>" in client.get("/tags/5-ht2a/").content.decode()
