"""Lists to take away with ?format=, as the page narrows them."""

import csv
import io
import json

import pytest

from claims.exports.file_formats import file_formats
from claims.models import Citation, Edition

CITING = [
    "/claims/?verdict=contested&sort=certainty",
    "/sources/?design=meta-analysis&sort=author",
    "/search/?q=bdnf&type=source",
    "/tags/bdnf/?",
    "/claims/microdose-mood/?direction=no-effect&sort=year&open=all",
    "/claims/microdose-mood/editions/1/?strength=weak",
]
BARE = [
    "/tags/?",
    "/overdue/?",
    "/reviewers/?",
    "/?mechanism=enhanced-neuroplasticity",
    "/claims/microdose-mood/editions/?sort=oldest",
]
# The parts of a claim's page, of the filters and of three editions' worth of rows.
MOST_QUERIES = 14
# A search looks through titles and texts apart, and the references of what it found are asked for on their own.
SEARCH_QUERIES = {"/search/?q=bdnf&type=source": 15}

pytestmark = pytest.mark.usefixtures("corpus")


def asked(client, address, name):
    response = client.get(f"{address}&format={name}")
    assert response.status_code == 200
    return response, b"".join(response.streaming_content).decode()


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("name", file_formats())
@pytest.mark.parametrize("address", CITING)
def test_list_is_given_in_every_format(client, address, name):
    response, text = asked(client, address, name)
    chosen = file_formats()[name]
    assert response.headers["Content-Type"] == chosen.media_type
    assert f'.{chosen.suffix}"' in response.headers["Content-Disposition"]
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert text


@pytest.mark.parametrize("name", file_formats(cites=False))
@pytest.mark.parametrize("address", BARE)
def test_list_that_cites_nothing_is_given_as_a_table(client, address, name):
    assert asked(client, address, name)[1]


@pytest.mark.parametrize("address", BARE)
def test_list_that_cites_nothing_has_no_references(client, address):
    response = client.get(f"{address}&format=ris")
    assert response.status_code == 400
    assert "csv, json and md" in response.content.decode()


@pytest.mark.parametrize("address", [*CITING, *BARE])
def test_json_and_csv_count_alike(client, address):
    found = json.loads(asked(client, address, "json")[1])
    table = next(reversed(found))
    assert found["statement"]["count"] == len(found[table])
    assert len(rows(asked(client, address, "csv")[1])) == len(found[table])


@pytest.mark.parametrize("address", [*CITING, *BARE])
def test_same_editions_give_the_same_bytes(client, address):
    assert asked(client, address, "csv")[1] == asked(client, address, "csv")[1]


@pytest.mark.parametrize("address", [*CITING, *BARE])
def test_answer_links_what_states_what_it_is(client, address):
    link = asked(client, address, "csv")[0].headers["Link"]
    assert link.endswith('; rel="describedby"; type="application/json"')
    assert client.get(link[1 : link.index(">")]).status_code == 200


@pytest.mark.parametrize(
    ("address", "name", "called"),
    [
        ("/sources/?", "csv", "microdosing-evidence-sources-{}.csv"),
        ("/sources/?design=meta-analysis", "ris", "microdosing-evidence-sources-references-selected-{}.ris"),
        ("/claims/microdose-mood/?direction=no-effect", "csv", "microdose-mood-edition-1-results-selected-{}.csv"),
        ("/claims/microdose-mood/editions/?", "json", "microdose-mood-editions-{}.json"),
    ],
)  # fmt: skip
def test_name_of_the_file_says_what_and_as_of_when(client, address, name, called):
    day = Edition.objects.current().latest("published_at").published_at.date()
    found = asked(client, address, name)[0].headers["Content-Disposition"]
    assert found == f'attachment; filename="{called.format(day)}"'


@pytest.mark.parametrize("address", ["/sources/", "/claims/", "/search/?q=bdnf"])
def test_link_counts_all_rows_of_the_list(client, address):
    count = client.get(address).context["listing"].page.paginator.count
    assert f"Download all {count} " in client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/sources/", "/claims/"])
def test_head_of_the_list_leads_to_its_formats(client, address):
    page = client.get(address).content.decode()
    assert page.index('href="#formats"') < page.index('id="formats"')


def test_list_without_rows_offers_no_file(client):
    page = client.get("/claims/?verdict=supported&certainty=very-low")
    assert "#formats" not in page.content.decode()


@pytest.mark.parametrize("address", [*CITING, *BARE])
def test_page_links_its_formats(client, address):
    page = client.get(address).content.decode()
    assert "format=csv" in page


@pytest.mark.parametrize("address", [*CITING, *BARE])
@pytest.mark.parametrize(
    "name", ["", "xml", "../../etc/passwd", "csv.py", "CSV", "%00", "__init__"]
)
def test_unknown_format_is_refused(client, address, name):
    assert client.get(f"{address}&format={name}").status_code == 400


def test_refusal_names_the_formats(client):
    page = client.get("/claims/?format=../../etc/passwd").content.decode()
    assert "is no value of “format” that we know. Use csv, json, md, bibtex, csl and ris." in page


@pytest.mark.parametrize("more", ["page=1", "page=999999", "format=json"])
def test_page_and_a_second_format_are_refused(client, more):
    response = client.get(f"/claims/?format=csv&{more}")
    assert response.status_code == 400
    assert "page" in response.content.decode() or "more than once" in response.content.decode()


def test_what_if_is_no_list_to_take_away(client):
    response = client.get("/claims/microdose-mood/?without=preprints&format=csv")
    assert response.status_code == 400
    assert "what-if" in response.content.decode()


def test_filters_of_the_page_hold(client):
    contested = Edition.objects.current().filter(verdict="contested")
    found = rows(asked(client, "/claims/?verdict=contested", "csv")[1])
    assert {row["slug"] for row in found} == set(contested.values_list("slug", flat=True))
    assert {row["export_filter"] for row in found} == {"Verdict: Studies disagree"}


def test_rows_stand_in_the_order_of_the_page(client):
    found = rows(asked(client, "/sources/?sort=oldest", "csv")[1])
    years = [int(row["year"]) for row in found if row["year"]]
    assert years == sorted(years)


def test_list_holds_all_rows_without_pages(client):
    found = rows(asked(client, "/sources/?", "csv")[1])
    assert len(found) == Citation.objects.one_per_source().count() > 25


def test_source_names_every_edition_that_cites_it(client):
    cited = Citation.objects.current().count()
    found = rows(asked(client, "/sources/?", "csv")[1])
    assert sum(len(row["export_editions"].split()) for row in found) == cited


def test_claims_in_a_reference_format_are_their_sources(client):
    contested = Edition.objects.current().filter(verdict="contested")
    cited = Citation.objects.filter(edition__in=contested).values("key").distinct().count()
    found = json.loads(asked(client, "/claims/?verdict=contested", "csl")[1])
    assert len(found) == len({one["id"] for one in found}) == cited


def test_comment_of_bibtex_states_where_it_is_from(client):
    text = asked(client, "/sources/?design=meta-analysis", "bibtex")[1]
    number = text.count("\n@")
    assert text.startswith(f"% Microdosing Evidence, references of sources: {number}; Design: ")


def test_as_of_is_the_newest_edition_behind_it(client):
    newest = Edition.objects.current().filter(verdict="contested").latest("published_at")
    found = json.loads(asked(client, "/claims/?verdict=contested", "json")[1])
    assert found["statement"]["as_of"] == newest.published_at.isoformat()


@pytest.mark.parametrize(
    "address",
    ["/claims/?verdict=supported&certainty=very-low", "/sources/?design=in-vitro&species=human"],
)
def test_list_without_rows_names_the_editions_it_was_narrowed_from(client, address):
    editions = Edition.objects.current()
    told = json.loads(asked(client, address, "json")[1])["statement"]
    assert told["count"] == 0
    assert told["as_of"] == editions.latest("published_at").published_at.isoformat()
    assert {one["claim"] for one in told["editions"]} == set(
        editions.values_list("slug", flat=True)
    )


def test_name_of_a_file_without_rows_says_so(client):
    address = "/claims/?verdict=supported&certainty=very-low"
    for name in ("csv", "ris", "csl"):
        assert "-selected-empty-" in asked(client, address, name)[0].headers["Content-Disposition"]


def test_search_without_results_is_an_empty_list(client):
    assert json.loads(asked(client, "/search/?q=zzzzqqq", "json")[1])["found"] == []


@pytest.mark.parametrize("address", [*CITING, *BARE])
@pytest.mark.parametrize("name", ["csv", "bibtex"])
def test_list_asks_little(client, address, name, django_assert_max_num_queries):
    if name in file_formats(cites=address in CITING):
        with django_assert_max_num_queries(SEARCH_QUERIES.get(address, MOST_QUERIES)):
            asked(client, address, name)


def test_export_is_no_page_to_post_to(client):
    assert client.post("/claims/?format=csv").status_code == 405
