"""What machines read on the pages: structured data, link previews and references for reference managers."""

import json
import re
import struct
from urllib.parse import parse_qs

import pytest

from claims.exports import edition_citation
from claims.models import Citation, Edition
from claims.templatetags.web import data_block
from claims.whole_base.building import build
from tests.browser.markup import Markup
from tests.people import make_accepted, make_claim, make_source

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
META = re.compile(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">')
COINS = re.compile(r'<span class="Z3988" title="([^"]*)"></span>')
HOSTILE = '</script><script>alert(1)</script> <!-- & "quoted" ]]> {{ x }}'


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def is_well_formed(text):
    return Markup(text.encode(), "http://testserver/").errors == []


def data(client, path):
    (block,) = BLOCK.findall(page(client, path))
    return json.loads(block)


def test_every_claim_is_a_review(client, corpus):
    for edition in Edition.objects.current():
        review = data(client, f"/claims/{edition.slug}/")
        assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
        assert review["claimReviewed"] == edition.statement
        assert review["url"] == f"http://testserver/claims/{edition.slug}/"
        assert review["reviewRating"]["alternateName"] == edition.get_verdict_display()
        assert review["author"]["name"] == "Microdosing Evidence"
        assert review["itemReviewed"]["@type"] == "Claim"
        assert review["datePublished"] == edition.published_at.date().isoformat()


def test_every_source_is_described(client, corpus):
    for citation in Citation.objects.one_per_source():
        work = data(client, f"/sources/{citation.key}/")
        assert work["@type"] in ("ScholarlyArticle", "Report")
        assert work["headline"] == citation.title
        record = citation.record
        told = record.get("authors_complete", True) and record.get("authors_in_order", True)
        assert len(work.get("author", [])) == (len(record["authors"]) if told else 0)


def test_export_page_is_a_data_set(client, corpus):
    assert data(client, "/export/")["@type"] == "Dataset"


def test_data_set_has_every_built_file(client, corpus, settings, tmp_path):
    settings.EXPORT_DIR = tmp_path
    made = build(tmp_path)
    told = data(client, "/export/")
    sums = {one["contentUrl"]: one["sha256"] for one in told["distribution"]}
    assert sums == {f"http://testserver/export/{one.name}": one.sha256 for one in made.files}
    assert told["version"] == made.as_of.isoformat()


@pytest.mark.parametrize("path", ["?without=unblinded", "editions/1/"])
def test_what_is_not_to_be_listed_is_no_review(client, corpus, path):
    assert BLOCK.findall(page(client, f"/claims/microdose-cognition/{path}")) == []


def test_no_text_closes_the_block():
    block = data_block({"name": HOSTILE, "line": "\u2028"})
    assert re.findall(r"<[^>]*>", block) == ['<script type="application/ld+json">', "</script>"]
    assert json.loads(BLOCK.fullmatch(block)[1]) == {"name": HOSTILE, "line": "\u2028"}


def test_no_statement_breaks_the_page(client, editor):
    make_claim(by=editor, statement=HOSTILE)
    text = page(client, "/claims/a-claim/")
    assert data(client, "/claims/a-claim/")["claimReviewed"] == HOSTILE
    assert "<script>alert" not in text
    assert is_well_formed(text)


def test_no_title_breaks_the_page(client, claim, editor, reviewer):
    source = make_source(by=editor, title=HOSTILE)
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    for path in (f"/sources/{source.key}/", "/claims/a-claim/"):
        assert "<script>alert" not in page(client, path)
        assert is_well_formed(page(client, path))
    assert data(client, f"/sources/{source.key}/")["headline"] == HOSTILE


def test_preview_has_a_card_of_the_stated_size(client, claim):
    meta = dict(META.findall(page(client, "/claims/a-claim/")))
    assert meta["og:title"] == edition_citation.title(claim.editions.get())
    assert meta["og:url"] == "http://testserver/claims/a-claim/"
    assert meta["twitter:card"] == "summary_large_image"
    picture = client.get(meta["og:image"].removeprefix("http://testserver"))
    stated = (int(meta["og:image:width"]), int(meta["og:image:height"]))
    assert struct.unpack(">II", picture.content[16:24]) == stated == (1200, 630)


def test_preview_of_an_old_edition_has_its_own_card(client, claim, source, editor, reviewer):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    meta = dict(META.findall(page(client, "/claims/a-claim/editions/1/")))
    assert meta["og:image"].endswith("/claims/a-claim/editions/1/card.png")


def test_preview_of_a_past_day_leads_to_the_edition_of_that_day(client, corpus):
    meta = dict(META.findall(page(client, "/claims/microdose-dmn/?as_of=2200-01-01")))
    assert meta["og:url"] == "http://testserver/claims/microdose-dmn/editions/1/"


def test_readers_own_view_has_no_card(client, corpus):
    assert "og:image" not in page(client, "/claims/microdose-cognition/?without=unblinded")


@pytest.mark.parametrize("name", ["description", "og:description"])
def test_preview_says_that_nobody_has_reviewed_the_verdict(client, claim, name):
    text = page(client, "/claims/a-claim/")
    told = re.search(rf'<meta [^>]*"{name}"[^>]* content="([^"]+)">', text)[1]
    assert told.endswith("Automatic suggestion, not yet reviewed.")


def test_description_is_the_preview_too(client):
    assert re.search(
        '<meta name="description" property="og:description" content="[^"]+">', page(client, "/")
    )


def test_source_has_its_tags_and_its_context_object(client, claim, source, editor, reviewer):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    text = page(client, f"/sources/{source.key}/")
    assert dict(META.findall(text))["citation_title"] == source.title
    (coins,) = COINS.findall(text)
    assert parse_qs(coins.replace("&amp;", "&"))["rft.au"] == ["Smith, Ada"]


def test_every_reference_of_a_claim_can_be_taken(client, corpus):
    edition = Edition.objects.current().get(slug="microdose-mood")
    found = [
        parse_qs(coins.replace("&amp;", "&"), strict_parsing=True)
        for coins in COINS.findall(page(client, "/claims/microdose-mood/"))
    ]
    titles = {title for one in found for title in one.get("rft.atitle", [])}
    assert len(found) == len(edition.document["sources"])
    assert len(titles) == len(found)


def test_edition_is_cited_on_the_page(client, claim):
    words = edition_citation.vancouver(claim.editions.get())
    assert words in page(client, "/claims/a-claim/")


def test_edition_is_cited_in_the_markdown_in_the_form_of_the_method(client, claim):
    words = 'Microdosing Evidence. "Microdosing does something". Version'
    assert words in page(client, "/claims/a-claim.md")


@pytest.mark.parametrize("suffix", ["bib", "ris"])
def test_edition_is_cited_in_files(client, claim, suffix):
    assert f'href="/claims/a-claim/editions/1/cite.{suffix}"' in page(client, "/claims/a-claim/")
