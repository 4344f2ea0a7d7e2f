"""What readers take away, asked for over HTTP."""

import io
import zipfile

import pytest
from django.urls import reverse

from claims import argument
from claims.exports.markdown import claim_summary
from claims.models import Claim, Edition

CLAIM = reverse("claim_markdown", args=["microdose-mood"])
MECHANISM = reverse("mechanism_markdown", args=["enhanced-neuroplasticity"])
FILES = [CLAIM, MECHANISM, reverse("claims_markdown")]
ALL = [*FILES, reverse("markdown_zip"), reverse("export_index")]
MOST_QUERIES = 4

pytestmark = pytest.mark.usefixtures("corpus")


@pytest.mark.parametrize("address", FILES)
def test_markdown_is_plain_text_in_utf_8(client, address):
    response = client.get(address)
    assert response.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith('inline; filename="')
    assert response.content.decode().startswith("---\ntitle: ")


@pytest.mark.parametrize("address", [*FILES, f"{CLAIM[:-3]}/editions/1.md"])
def test_markdown_links_what_states_what_it_is(client, address):
    headers = client.get(address).headers
    described_by, rest = headers["Link"].removeprefix("<").split(">")
    assert rest == '; rel="describedby"; type="application/json"'
    assert client.get(described_by).headers["Content-Type"].startswith("application/json")


@pytest.mark.parametrize("address", [*FILES, reverse("markdown_zip")])
def test_no_file_is_for_search_engines(client, address):
    response = client.get(address)
    assert response.getvalue()
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_a_claim_is_given_under_its_name_with_its_permanent_address(client):
    response = client.get(CLAIM)
    edition = Edition.objects.current().get(slug="microdose-mood")
    assert response.headers["Content-Disposition"] == 'inline; filename="microdose-mood.md"'
    assert response.content.decode() == claim_summary(edition, base_url="http://testserver")


def test_a_claim_is_given_as_it_now_stands(client, reviewer):
    claim = Claim.objects.get(slug="microdose-mood")
    claim.statement = "Microdosing lifts mood."
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    text = client.get(CLAIM).content.decode()
    assert "# Microdosing lifts mood.\n" in text
    assert "edition: 2\n" in text


def test_a_mechanism_holds_its_claims(client):
    text = client.get(MECHANISM).content.decode()
    assert (
        text.count("\n> **")
        == Edition.objects.current().filter(mechanism="enhanced-neuroplasticity").count()
    )


def test_the_archive_holds_what_the_addresses_give(client):
    response = client.get(reverse("markdown_zip"))
    archive = zipfile.ZipFile(io.BytesIO(response.getvalue()))
    assert response.headers["Content-Type"] == "application/zip"
    assert archive.read("claims/microdose-mood.md") == client.get(CLAIM).content
    assert archive.read("mechanisms/enhanced-neuroplasticity.md") == client.get(MECHANISM).content


def test_the_index_links_everything(client):
    page = client.get(reverse("export_index")).content.decode()
    claims = Edition.objects.current()
    assert all(f'href="{reverse("claim_markdown", args=[row.slug])}"' in page for row in claims)
    assert all(f'href="{address}"' in page for address in ALL[:4])
    assert "19 claims, 5 mechanisms," in page


@pytest.mark.parametrize("address", ALL)
def test_no_page_asks_more_when_there_is_more(client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address).getvalue()


@pytest.mark.parametrize("address", ALL)
def test_unknown_parameters_are_refused(client, address):
    assert client.get(f"{address}?format=%F0%9F%92%A9").status_code == 400


@pytest.mark.parametrize("address", ALL)
def test_nothing_can_be_posted(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    "address",
    [
        "/claims/nothing.md",
        "/mechanisms/nothing.md",
        f"/claims/{'x' * 10_000}.md",
        "/claims/%FF%FE.md",
        "/claims/microdose-mood.md/",
        "/export/nothing.md",
    ],
)
def test_what_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_nul_bytes_are_refused(client):
    assert client.get("/claims/microdose%00mood.md").status_code == 400
