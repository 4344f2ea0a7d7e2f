"""The files of the whole base, asked for over HTTP."""

import hashlib
import io
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.http import http_date

from claims.models import Edition
from claims.whole_base.artefacts import artefacts
from claims.whole_base.building import build
from tests.people import make_accepted, make_claim

NAMES = [one.name for one in artefacts()]
INDEX = reverse("export_index")
FIRST = reverse("export_file", args=[NAMES[0]])


@pytest.fixture(autouse=True)
def _published(editor, reviewer, claim, source, settings, tmp_path):
    settings.EXPORT_DIR = tmp_path
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


@pytest.fixture
def made(_published, tmp_path):
    return build(tmp_path)


def body(response):
    return b"".join(response)


@pytest.mark.parametrize("name", [*NAMES, "SHA256SUMS", "manifest.json"])
def test_file_is_given_as_it_was_built(client, made, name):
    response = client.get(reverse("export_file", args=[name]))
    whole = (made.folder / name).read_bytes()
    assert body(response) == whole
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Content-Length"] == str(len(whole))
    assert response.headers["ETag"] == f'"{hashlib.sha256(whole).hexdigest()}"'
    assert response.headers["Last-Modified"] == http_date(int(made.built_at.timestamp()))
    assert response.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("artefact", artefacts(), ids=lambda one: one.name)
def test_file_has_its_type_and_is_streamed(client, made, artefact):
    response = client.get(f"/export/{artefact.name}", headers={"Accept-Encoding": "gzip, br"})
    assert response.streaming
    assert response.headers["Content-Type"] == artefact.media_type
    assert "Content-Encoding" not in response.headers
    response.close()


def test_file_that_a_reader_has_is_not_sent_again(client, made):
    with closing(client.get(FIRST)) as response:
        known = response.headers
    by_tag = client.get(FIRST, headers={"If-None-Match": known["ETag"]})
    by_date = client.get(FIRST, headers={"If-Modified-Since": known["Last-Modified"]})
    assert (by_tag.status_code, by_date.status_code) == (304, 304)


def test_head_tells_the_length_and_sends_nothing(client, made):
    with closing(client.head(FIRST)) as response:
        assert response.headers["Content-Length"] == str(made.files[0].size)
        assert body(response) == b""


@pytest.mark.parametrize(
    "path",
    [
        "../current/manifest.json",
        "..%2Fmanifest.json",
        "%2Fetc%2Fpasswd",
        "/etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..",
        ".",
        "..%5Cmanifest.json",
        ".lock",
        "other.zip",
        "secret.txt",
        "manifest.json%0a",
        "x" * 5000,
    ],
)
def test_only_names_of_the_manifest_are_found(client, made, path):
    (made.folder / "secret.txt").write_text("Not in the manifest.")
    assert client.get(f"/export/{path}").status_code == 404


@pytest.mark.parametrize("name", [*NAMES, "SHA256SUMS", "manifest.json"])
def test_file_that_is_not_built_yet_says_so(client, name):
    response = client.get(reverse("export_file", args=[name]))
    assert response.status_code == 404
    assert "manage.py build_exports" in response.content.decode()


def test_index_without_files_says_how_they_are_built(client):
    page = client.get(INDEX).content.decode()
    assert "Not built yet" in page
    assert "manage.py build_exports" in page


def test_index_offers_each_file_with_size_checksum_and_what_it_holds(client, made):
    page = client.get(INDEX).content.decode()
    for file in made.files:
        assert f'href="{reverse("export_file", args=[file.name])}"' in page
        assert f"<code>{file.sha256}</code>" in page
    assert "1 claim, 0 mechanisms, 1 result, 1 source.<" in page
    assert "Made from 1 edition, as of " in page
    assert "Older than the pages" not in page


def test_index_leads_to_the_references_of_all_sources(client, made):
    page = client.get(INDEX).content.decode()
    assert all(f'href="/sources/?format={name}"' in page for name in ("ris", "csl", "bibtex"))


def test_index_says_under_which_licence(client, made):
    head = client.get(INDEX).content.decode().partition('id="everything"')[0]
    assert "A licence for the texts and data has not been chosen yet" in head


def test_index_says_how_much_was_published_since(client, made, editor):
    for place in (2, 3):
        make_claim(by=editor, slug=f"claim-{place}", order=place)
    day = f"{Edition.objects.latest('published_at').published_at:%-d %B %Y}"
    page = client.get(INDEX).content.decode()
    assert f"Since then 2 newer editions came out, the last on {day}:" in page
    assert f"what was published up to {day}." in page


def test_index_asks_no_more_with_more_claims(client, made, editor, django_assert_max_num_queries):
    for place in (2, 3, 4):
        make_claim(by=editor, slug=f"claim-{place}", order=place)
    with django_assert_max_num_queries(4):
        client.get(INDEX)


def test_markdown_of_this_moment_leaves_no_file_behind(client, monkeypatch, tmp_path):
    (tmp_path / "meanwhile").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "meanwhile"))
    response = client.get(reverse("markdown_zip"))
    assert list(Path(tmp_path / "meanwhile").iterdir()) == []
    names = zipfile.ZipFile(io.BytesIO(body(response))).namelist()
    assert names == ["README.md", "claims/a-claim.md"]


@pytest.mark.parametrize("address", [FIRST, INDEX, "/export/manifest.json"])
def test_parameters_are_refused(client, made, address):
    assert client.get(f"{address}?format=zip").status_code == 400


def test_nothing_can_be_posted(client, made):
    assert client.post(FIRST).status_code == 405
