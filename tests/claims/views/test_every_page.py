"""What holds for every page that a reader of the shipped corpus can open."""

import re
from html import unescape

import pytest
from django.utils.html import escape

from claims.models import Citation, Edition, Mechanism
from tests.claims.views.claim_pages import address, text_of

pytestmark = pytest.mark.usefixtures("corpus")

MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
# JSON closes two objects as a template closes a variable.
DATA = re.compile(r"<script type=\"application/ld\+json\">.*?</script>", re.DOTALL)
PLAIN = (
    *("/", "/article/", "/claims/", "/sources/", "/methods/", "/about/", "/export/"),
    *("/overdue/", "/reviewers/", "/tour/", "/glossary/", "/safety/", "/api/"),
)


def addresses():
    slugs = list(Edition.objects.current().values_list("slug", flat=True))
    sources = Citation.objects.one_per_source()
    tags = {tag for row in sources for tag in row.tags.split()}
    yield from PLAIN
    yield from (
        f"/claims/{slug}/{page}" for slug in slugs for page in ("", "editions/", "editions/1/")
    )
    yield from (f"/mechanisms/{slug}/" for slug in Mechanism.objects.values_list("slug", flat=True))
    yield from (f"/sources/{source.key}/" for source in sources)
    yield from (f"/tags/{tag}/" for tag in tags)


def test_no_page_shows_the_marks_of_a_template(client):
    pages = {path: client.get(path) for path in addresses()}
    assert len(pages) > 200
    assert {path for path, response in pages.items() if response.status_code != 200} == set()
    marked = {
        path for path, page in pages.items() if MARKS.search(DATA.sub("", page.content.decode()))
    }
    assert marked == set()


def test_known_reason_is_on_the_claims_page(client):
    page = client.get(address(), {"open": "all"}).content.decode()
    assert "<li>Starts at strong: randomised crossover trial, effect claim.</li>" in page


def test_every_reason_of_every_counted_item_is_on_its_page(client):
    for edition in Edition.objects.current():
        page = client.get(address(slug=edition.slug), {"open": "all"}).content.decode()
        names = set(edition.document["sources"])
        for item in edition.document["evidence"]:
            if item["use"] != "counted":
                continue
            words = {reason["words"] for reason in item["strength"]["reasons"]}
            plain = {text for text in words if not names & set(re.findall(r"[\w-]+", text))}
            assert not [text for text in plain if escape(text) not in page], item["id"]


def test_no_page_of_a_claim_reads_a_key_as_a_name(client):
    for edition in Edition.objects.current():
        page = client.get(address(slug=edition.slug), {"open": "all"}).content.decode()
        words = re.sub(r"<[^>]+>", " ", page)
        assert not [key for key in edition.document["sources"] if key in words], edition.slug
        assert not re.search(r"review:\w", words)


def test_no_reference_ends_twice(client):
    for edition in Edition.objects.current():
        words = text_of(client.get(address(slug=edition.slug)))
        assert not re.search(r"et al\.\.|\?\. |!\. ", words.partition("References")[2])
    for citation in Citation.objects.one_per_source():
        page = client.get(f"/sources/{citation.key}/").content.decode()
        reference = page.partition('<p class="reference">')[2].partition("</p>")[0]
        assert not re.search(r"[.?!]\.", unescape(re.sub(r"<[^>]+>", "", reference))), citation.key
