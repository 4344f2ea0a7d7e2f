"""Atom feeds: what is told, what is left out, and what no text can do to them."""

import re
from xml.etree import ElementTree

import pytest

from claims import feeds
from claims.models import Edition
from tests.people import make_accepted, make_assessment, make_claim, make_source

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, address="/feeds/changes/"):
    response = client.get(address)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content).findall(f"{ATOM}entry")


def said(entry, name):
    return entry.find(f"{ATOM}{name}").text


@pytest.fixture
def item(claim, source, editor, reviewer):
    return make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


def test_feed_is_atom(client, item):
    response = client.get("/feeds/changes/")
    assert response["Content-Type"].startswith("application/atom+xml")
    assert ElementTree.fromstring(response.content).tag == f"{ATOM}feed"


def test_entry_says_what_the_edition_says(client, item):
    entry, edition = entries(client)[0], item.claim.editions.latest()
    assert said(entry, "title") == "Microdosing does something: Probably not so"
    assert said(entry, "id") == "http://testserver/claims/a-claim/editions/2/"
    assert said(entry, "updated") == edition.published_at.isoformat()
    assert said(entry, "summary") == (
        f"{edition.cause} Probably not so. Certainty: Moderate."
        " Automatic suggestion, not yet reviewed."
    ).replace("&", "&amp;")


def test_newest_entries_come_first(client, item):
    numbers = [said(entry, "id").split("/")[-2] for entry in entries(client)]
    assert numbers == ["2", "1"]


def test_edition_that_changes_nothing_at_the_top_is_left_out(client, item, editor, reviewer):
    before = len(entries(client))
    study = make_source(by=editor, key="smith2025more", study="smith2024trial")
    make_accepted(claim=item.claim, source=study, by=editor, accepted_by=reviewer)
    assert item.claim.editions.count() == 3
    assert len(entries(client)) == before


def test_change_of_review_state_alone_is_told(client, item, second_reviewer):
    make_assessment(claim=item.claim, by=second_reviewer)
    assert said(entries(client)[0], "summary").endswith("Assessed by one reviewer.")


def test_headline_without_a_verdict_is_told(client, item, reviewer, second_reviewer):
    make_assessment(claim=item.claim, by=reviewer)
    make_assessment(claim=item.claim, by=second_reviewer, verdict="contested", certainty="low")
    entry = entries(client)[0]
    assert said(entry, "title").endswith(": Reviewers disagree")
    assert "Certainty: none for now." in said(entry, "summary")


def test_feed_of_a_claim_tells_only_of_it(client, item, editor):
    make_claim(by=editor, slug="another")
    told = {said(entry, "id").split("/")[4] for entry in entries(client, "/claims/a-claim/feed/")}
    assert told == {"a-claim"}


def test_first_edition_of_every_claim_is_told(client, corpus):
    assert len(entries(client)) == Edition.objects.current().count()


def test_feed_holds_at_most_fifty_entries(client, item, monkeypatch):
    assert feeds.ENTRIES == 50
    monkeypatch.setattr(feeds, "ENTRIES", 1)
    assert len(entries(client)) == len(entries(client, "/claims/a-claim/feed/")) == 1


@pytest.mark.parametrize(
    "address", ["/claims/no-such-claim/feed/", "/feeds/other/", "/mechanisms/none/feed/"]
)
def test_unknown_feed_is_not_found(client, claim, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/feeds/changes/?x=1", "/claims/a-claim/feed/?page=2", "/mechanisms/a-mechanism/feed/?x=1"],
)
def test_feed_takes_no_parameter(client, claim, address):
    assert client.get(address).status_code == 400


MECHANISM = "/mechanisms/enhanced-neuroplasticity/feed/"
FEEDS = ["/feeds/changes/", "/claims/microdose-mood/feed/", MECHANISM]


def test_feed_of_a_mechanism_tells_of_its_claims(client, corpus):
    told = {said(entry, "id").split("/")[4] for entry in entries(client, MECHANISM)}
    own = Edition.objects.current().filter(mechanism="enhanced-neuroplasticity")
    assert told == set(own.values_list("slug", flat=True))


@pytest.mark.parametrize("address", FEEDS)
def test_feed_has_all_that_atom_asks_for(client, corpus, address):
    feed = ElementTree.fromstring(client.get(address).content)
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        assert all(part.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Microdosing Evidence"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"http://testserver{address}"
    assert all(link.get("href").startswith("http://") for link in feed.iter(f"{ATOM}link"))


def test_no_two_feeds_or_entries_share_an_id(client, corpus):
    feeds = [ElementTree.fromstring(client.get(address).content) for address in FEEDS]
    assert len({feed.findtext(f"{ATOM}id") for feed in feeds}) == len(FEEDS)
    for feed in feeds:
        names = [said(entry, "id") for entry in feed.findall(f"{ATOM}entry")]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("address", FEEDS)
def test_feed_needs_one_query(client, corpus, django_assert_num_queries, address):
    with django_assert_num_queries(1):
        client.get(address)


@pytest.mark.parametrize(
    ("asked", "told"), [("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")]
)
@pytest.mark.parametrize("address", FEEDS)
def test_feed_that_a_reader_has_is_not_sent_again(client, corpus, address, asked, told):
    known = client.get(address).headers[told]
    again = client.get(address, headers={asked: known})
    assert (again.status_code, again.content) == (304, b"")


def test_no_text_breaks_the_feed(client, editor):
    hostile = "]]> <script>alert(1)</script> & &lt; \x1b\u202e </title>"
    claim = make_claim(by=editor, slug="hostile", statement=hostile.replace("\x1b", ""))
    last = claim.editions.get()
    last.pk, last.number, last.cause, last.verdict = None, 2, hostile, "under-review"
    last.save()
    entry = entries(client)[0]
    assert said(entry, "title") == "]]> <script>alert(1)</script> & &lt; </title>: Under review"
    assert said(entry, "summary").startswith("]]&gt; &lt;script&gt;alert(1)&lt;/script&gt; &amp;")


@pytest.mark.parametrize("page", ["/", "/claims/a-claim/", "/no-such-page/"])
def test_page_names_the_feed(client, claim, page):
    text = client.get(page).content.decode()
    assert re.search(
        r'<link rel="alternate" type="application/atom\+xml"[^>]*/feeds/changes/"', text
    )


def test_page_of_a_claim_links_its_feed(client, claim):
    assert 'href="/claims/a-claim/feed/"' in client.get("/claims/a-claim/").content.decode()


@pytest.mark.parametrize("address", FEEDS[1:])
def test_page_names_its_own_feed(client, corpus, address):
    text = client.get(address.removesuffix("feed/")).content.decode()
    assert re.search(rf'<link rel="alternate" type="application/atom\+xml"[^>]*"{address}"', text)


@pytest.mark.parametrize("address", [FEEDS[0], MECHANISM])
def test_reader_finds_the_feeds_on_one_page(client, corpus, address):
    assert f'<a href="{address}"' in client.get("/export/").content.decode()
