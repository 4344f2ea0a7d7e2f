"""The page for the people who write programs."""

import re

import pytest

from tests.claims.api.operations import PATHS


@pytest.fixture
def page(corpus, client):
    return client.get("/api/").content.decode()


def test_page_tells_every_address(page):
    assert all(f"GET {path}</code>" in page for path in PATHS.values())


def test_page_tells_every_parameter_of_the_claims(page):
    part = page.partition('id="claims"')[2].partition("</section>")[0]
    told = set(re.findall(r'scope="row"><code>(\w+)</code>', part))
    assert told == {
        *("mechanism", "verdict", "certainty", "review", "kind", "scope", "tag"),
        *("sort", "page", "page_size"),
    }


def test_no_parameter_is_explained_by_its_own_name(page):
    rows = re.findall(r'scope="row"><code>(\w+)</code></th>\s*<td role="cell">([^<]+)', page)
    assert rows
    assert not [name for name, words in rows if words.strip(". ").lower() == name]


def test_page_leaves_what_grows_with_the_base_to_the_document(page):
    part = page.partition('id="evidence"')[2].partition("<details>")[0]
    assert "those of the OpenAPI document" in part
    assert "szigeti2021selfblinding" not in part


def test_every_example_can_be_followed(page, client):
    addresses = re.findall(r'<p><a href="(/api/[^"]+)"><code>', page)
    assert len(addresses) == len(PATHS)
    for address in addresses:
        assert client.get(address.replace("&amp;", "&")).status_code == 200


def test_page_runs_no_script_of_its_own_and_fetches_from_nowhere_else(page):
    content = page.partition("<main")[2].partition("</main>")[0]
    assert "<script" not in content
    assert not re.findall(r'(?:src|href)="https?://', content)


def test_page_says_how_to_cite_and_what_the_limits_are(page):
    assert 'id="cite"' in page
    assert "<dt>Limits</dt>" in page


def test_page_of_an_empty_base_stands(db, client):
    response = client.get("/api/")
    assert response.status_code == 200
    assert "<summary>Example" not in response.content.decode()


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_page_only_answers_questions(client, method):
    assert getattr(client, method)("/api/").status_code == 405
