"""Pages travel compressed, and those with a secret in a way that gives nothing away by its length."""

import gzip
import re

import brotli
import pytest

pytestmark = pytest.mark.django_db


def get(client, path, accepted):
    return client.get(path, headers={"accept-encoding": accepted})


def test_page_travels_as_brotli(client):
    response = get(client, "/methods/", "gzip, deflate, br, zstd")
    assert response.headers["Content-Encoding"] == "br"
    whole = client.get("/methods/").content
    assert brotli.decompress(response.content).split() == whole.split()
    assert response.headers["Content-Length"] == str(len(response.content))


@pytest.mark.parametrize("accepted", ["gzip", "gzip, br;q=0", "gzip, brown"])
def test_page_travels_as_gzip_where_brotli_is_not_read(client, accepted):
    response = get(client, "/methods/", accepted)
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == client.get("/methods/").content


def test_page_travels_plain_where_nothing_is_read(client):
    assert "Content-Encoding" not in get(client, "/methods/", "identity").headers


@pytest.mark.parametrize("accepted", ["br", "gzip"])
def test_answer_depends_on_what_is_read(client, accepted):
    assert "Accept-Encoding" in get(client, "/methods/", accepted).headers["Vary"]


def test_page_travels_as_brotli_without_empty_lines(client):
    page = brotli.decompress(get(client, "/methods/", "br").content)
    assert not re.search(rb">\s*\n\s+<", page)


def test_text_with_empty_lines_travels_as_it_is(client, claim):
    path = f"/claims/{claim.slug}.md"
    assert brotli.decompress(get(client, path, "br").content) == client.get(path).content


def test_page_with_a_secret_is_padded(client):
    sizes = {len(get(client, "/admin/login/", "br, gzip").content) for _ in range(8)}
    assert get(client, "/admin/login/", "br, gzip").headers["Content-Encoding"] == "gzip"
    assert len(sizes) > 1


def test_short_answer_stays_as_it_is(client):
    assert "Content-Encoding" not in get(client, "/healthz", "br, gzip").headers


def test_tag_is_weak_once_compressed(client, corpus):
    path = "/claims/microdose-mood/figures/steps.svg"
    tag = get(client, path, "br").headers["ETag"]
    assert tag.startswith('W/"')
    assert client.get(path, headers={"if-none-match": tag}).status_code == 304
