"""Every way out of the base tells the same numbers of claims, sources, results and editions."""

import csv
import io
import json
import re

import pytest
from django.urls import reverse

from claims import argument
from claims.models import Citation, Claim, Edition
from tests.people import make_draft, make_source

UNSEEN = "draft2024unseen"
WORDS = "Nobody sees this unpublishedword"


@pytest.fixture
def base(corpus, editor, reviewer):
    """The corpus with a second edition of one claim; beside it a source and a result that are drafts."""
    claim = Claim.objects.get(slug="microdose-mood")
    source = make_source(by=editor, key=UNSEEN, title=WORDS, tags=["unpublishedword"])
    make_draft(claim=claim, source=source, by=editor, outcome=WORDS, finding=WORDS)
    claim.statement = "Microdosing lifts mood."
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    editions = Edition.objects.current()
    return {
        "claims": editions.count(),
        "mechanisms": len({slug for slug in editions.values_list("mechanism", flat=True) if slug}),
        "sources": Citation.objects.one_per_source().count(),
        "evidence": sum(len(one.document["evidence"]) for one in editions),
        "editions": Edition.objects.count(),
    }


def text_at(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return (b"".join(response) if response.streaming else response.content).decode()


def rows(client, address):
    return list(csv.DictReader(io.StringIO(text_at(client, address), newline=""), strict=True))


def counted(client, address, noun):
    """Return the number before a noun of a page: "19 claims"."""
    return int(re.search(rf"(\d[\d,]*) {noun}s?\b", text_at(client, address))[1].replace(",", ""))


def table_lines(client, address):
    lines = [line for line in text_at(client, address).splitlines() if line.startswith("| ")]
    return len(lines) - 2


def slugs():
    return list(Edition.objects.current().values_list("slug", flat=True))


@pytest.mark.parametrize(("name", "noun"), [("claims", "claim"), ("sources", "source")])
def test_list_is_as_long_in_every_format(base, client, name, noun):
    address = f"/{name}/"
    found = json.loads(text_at(client, f"{address}?format=json"))
    assert {
        counted(client, address, noun),
        len(rows(client, f"{address}?format=csv")),
        table_lines(client, f"{address}?format=md"),
        found["statement"]["count"],
        len(found[name]),
    } == {base[name]}


def test_references_are_as_many_in_every_format(base, client):
    assert {
        text_at(client, "/claims/?format=bibtex").count("\n@"),
        text_at(client, "/sources/?format=ris").count("TY  - "),
        len(json.loads(text_at(client, "/claims/?format=csl"))),
    } == {base["sources"]}


def test_results_of_the_claims_add_up(base, client):
    assert base["evidence"] == sum(len(rows(client, f"/claims/{slug}.csv")) for slug in slugs())
    assert base["evidence"] == sum(
        int(row["results"]) for row in rows(client, "/claims/?format=csv")
    )
    documents = [json.loads(text_at(client, f"/claims/{slug}.json")) for slug in slugs()]
    assert base["evidence"] == sum(len(one["document"]["evidence"]) for one in documents)


def test_markdown_of_a_claim_lists_the_references_of_its_files(base, client):
    for slug in slugs():
        _, _, references = text_at(client, f"/claims/{slug}.md").partition("## References")
        listed = len(re.findall(r"^\d+\. ", references, re.MULTILINE))
        assert listed == len(json.loads(text_at(client, f"/claims/{slug}.csl.json")))


def test_results_of_the_sources_add_up(base, client):
    keys = [row["key"] for row in rows(client, "/sources/?format=csv")]
    assert base["evidence"] == sum(len(rows(client, f"/sources/{key}.csv")) for key in keys)


def test_mechanisms_hold_every_claim_that_has_one(base, client):
    claims = rows(client, "/claims/?format=csv")
    named = {row["mechanism"] for row in claims if row["mechanism"]}
    assert len(named) == base["mechanisms"]
    held = sum(len(rows(client, f"/mechanisms/{slug}.csv")) for slug in named)
    assert held == sum(bool(row["mechanism"]) for row in claims)


def test_editions_of_the_claims_add_up(base, client):
    addresses = [f"/claims/{slug}/editions/" for slug in slugs()]
    assert base["editions"] == base["claims"] + 1
    assert base["editions"] == sum(counted(client, one, "edition") for one in addresses)
    assert base["editions"] == sum(len(rows(client, f"{one}?format=csv")) for one in addresses)


def test_tag_pages_count_as_the_list_of_tags(base, client):
    tags = rows(client, "/tags/?format=csv")
    for tag in tags:
        address = f"/tags/{tag['slug']}/"
        found = [row["kind"] for row in rows(client, f"{address}?format=csv")]
        shown = [counted(client, address, noun) for noun in ("claim", "source")]
        assert shown == [found.count("claim"), found.count("source")]
        assert shown == [int(tag["claims"]), int(tag["sources"])]


@pytest.mark.parametrize("words", ["bdnf", "lsd", "mood"])
def test_search_counts_as_its_files_and_the_api(base, client, words):
    found = rows(client, f"/search/?q={words}&format=csv")
    counts = {
        len(found),
        counted(client, f"/search/?q={words}", "result"),
        json.loads(text_at(client, f"/search/?q={words}&format=json"))["statement"]["count"],
        json.loads(text_at(client, f"/api/search?q={words}"))["count"],
    }
    assert counts == {len(found)} != {0}


def test_search_of_one_kind_adds_up(base, client):
    kinds = [
        len(rows(client, f"/search/?q=lsd&type={kind}&format=csv"))
        for kind in ("claim", "evidence", "source")
    ]
    assert sum(kinds) == len(rows(client, "/search/?q=lsd&format=csv"))


def test_page_of_all_files_counts_alike(base, client):
    nouns = {"claims": "claim", "mechanisms": "mechanism", "sources": "source"}
    for name, noun in nouns.items():
        assert counted(client, reverse("export_index"), noun) == base[name]


def test_api_counts_alike(base, client):
    stated = json.loads(text_at(client, "/api/statement"))["counts"]
    assert {name: stated[name] for name in base} == base
    for name in ("claims", "mechanisms", "sources", "evidence"):
        assert json.loads(text_at(client, f"/api/{name}"))["count"] == base[name]


@pytest.mark.parametrize(
    ("name", "view"),
    [("claims", "claim_list"), ("sources", "source_list"), ("mechanisms", "overview")],
)
def test_sitemap_lists_every_page_once(base, client, name, view):
    found = re.findall(rf"<loc>[^<]*/{name}/([\w-]+)/</loc>", text_at(client, "/sitemap.xml"))
    assert len(found) == len(set(found)) == base[name]


def test_overdue_and_the_gap_map_speak_of_every_claim(base, client):
    drawn = {row["claim"] for row in rows(client, "/?format=csv")}
    assert len(drawn) == base["claims"]
    assert {row["claim"] for row in rows(client, "/overdue/?format=csv")} <= drawn


@pytest.mark.parametrize(
    "address",
    [
        *(f"/{name}/?format={one}" for name in ("claims", "sources") for one in ("csv", "json", "md", "bibtex", "csl", "ris")),
        "/claims/microdose-mood.json",
        "/claims/microdose-mood/?format=csv",
        "/search/?q=unpublishedword&format=json",
        "/tags/?format=csv",
        "/api/evidence?page_size=100",
        "/sitemap.xml",
    ],
)  # fmt: skip
def test_no_draft_leaves(base, client, address):
    text = text_at(client, address)
    assert UNSEEN not in text
    assert WORDS not in text
