"""One thing to take away: a claim, an edition, a mechanism or a source, in every format."""

import csv
import io
import json

import pytest
from django.urls import reverse

from claims.exports.file_formats import file_formats
from claims.models import Edition
from sources.intake import merging
from sources.models import Source

SLUG, KEY, MECHANISM = "microdose-mood", "allen2024lsd", "enhanced-neuroplasticity"
PLACES = [
    ("claim_file", [SLUG]),
    ("edition_file", [SLUG, 1]),
    ("mechanism_file", [MECHANISM]),
    ("source_file", [KEY]),
]
MOST_QUERIES = 8

pytestmark = pytest.mark.usefixtures("corpus")


@pytest.fixture
def edition():
    return Edition.objects.current().get(slug=SLUG)


def text_at(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return (b"".join(response) if response.streaming else response.content).decode()


@pytest.mark.parametrize("suffix", [one.suffix for one in file_formats().values()])
@pytest.mark.parametrize(("view", "place"), PLACES)
def test_thing_is_given_in_every_format(client, view, place, suffix):
    assert text_at(client, reverse(view, args=[*place, suffix]))


@pytest.mark.parametrize(("view", "place"), PLACES)
def test_page_links_every_file(client, view, place):
    page = client.get(reverse(view.replace("_file", "_detail"), args=place)).content.decode()
    shown = ("edition_file", [SLUG, 1]) if view == "claim_file" else (view, place)
    for one in file_formats().values():
        assert f'href="{reverse(shown[0], args=[*shown[1], one.suffix])}"' in page


@pytest.mark.parametrize(
    ("view", "place", "suffix", "called"),
    [
        ("claim_file", [SLUG], "csv", f"{SLUG}-edition-1-results"),
        ("edition_file", [SLUG, 1], "ris", f"{SLUG}-edition-1-references"),
        ("mechanism_file", [MECHANISM], "csv", f"{MECHANISM}-claims"),
        ("mechanism_file", [MECHANISM], "bib", f"{MECHANISM}-references"),
        ("source_file", [KEY], "json", f"{KEY}-results"),
        ("source_file", [KEY], "ris", KEY),
    ],
)
def test_name_of_the_file_says_what_is_in_it(client, edition, view, place, suffix, called):
    found = client.get(reverse(view, args=[*place, suffix])).headers["Content-Disposition"]
    day = edition.published_at.date()
    assert found == f'attachment; filename="{called}-{day}.{suffix}"'


def test_addresses_are_those_of_the_page_with_a_suffix():
    assert reverse("claim_file", args=[SLUG, "csl.json"]) == "/claims/microdose-mood.csl.json"
    assert reverse("edition_file", args=[SLUG, 1, "bib"]) == "/claims/microdose-mood/editions/1.bib"
    assert reverse("source_file", args=[KEY, "ris"]) == "/sources/allen2024lsd.ris"


def test_json_of_a_claim_holds_its_document(client, edition):
    found = json.loads(text_at(client, f"/claims/{SLUG}.json"))
    assert found["document"] == edition.document
    assert (
        len(found["evidence"]) == found["statement"]["count"] == len(edition.document["evidence"])
    )


def test_markdown_of_a_claim_is_its_summary(client):
    assert text_at(client, f"/claims/{SLUG}.md").startswith("---\ntitle: ")


def test_edition_stays_what_it_was(client, edition):
    assert text_at(client, f"/claims/{SLUG}/editions/1.csv") == text_at(
        client, f"/claims/{SLUG}.csv"
    )


def test_references_of_a_claim_are_all_that_it_cites(client, edition):
    found = json.loads(text_at(client, f"/claims/{SLUG}.csl.json"))
    assert {one["id"] for one in found} == set(edition.document["sources"])


def test_mechanism_holds_its_claims(client):
    rows = csv.DictReader(io.StringIO(text_at(client, f"/mechanisms/{MECHANISM}.csv")))
    there = Edition.objects.current().filter(mechanism=MECHANISM)
    assert [row["slug"] for row in rows] == list(
        there.in_reading_order().values_list("slug", flat=True)
    )


def test_source_holds_its_record_and_its_results(client):
    found = json.loads(text_at(client, f"/sources/{KEY}.json"))
    assert found["source"]["key"] == KEY
    assert {row["source"] for row in found["evidence"]} == {KEY}


def test_source_as_a_reference_is_itself(client):
    assert text_at(client, f"/sources/{KEY}.ris").count("TY  - ") == 1


@pytest.mark.parametrize(
    "address",
    [
        "/claims/nothing.csv",
        "/claims/microdose-mood.exe",
        "/claims/microdose-mood.csv/",
        "/claims/microdose-mood/editions/99.json",
        "/claims/microdose-mood/editions/9999999999.json",
        "/mechanisms/nothing.ris",
        "/sources/nothing.bib",
        "/sources/..%2F..%2Fetc%2Fpasswd.json",
    ],
)
def test_what_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("view", "place"), PLACES)
def test_file_takes_no_parameters(client, view, place):
    assert client.get(f"{reverse(view, args=[*place, 'csv'])}?page=1").status_code == 400


@pytest.mark.parametrize(("view", "place"), PLACES)
def test_file_asks_little(client, view, place, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_QUERIES):
        text_at(client, reverse(view, args=[*place, "csv"]))


def test_file_of_a_merged_source_is_that_of_the_kept_one(client, editor):
    pair = [Source.objects.get(key=key) for key in ("hutten2020mood", "bershad2019acute")]
    merging.merge(kept=pair[0], merged=pair[1], by=editor, reason="Entered twice by mistake.")
    response = client.get("/sources/bershad2019acute.ris")
    assert response.status_code == 301
    assert response.headers["Location"] == "/sources/hutten2020mood.ris"
