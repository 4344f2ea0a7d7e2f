"""The sitemap: what may be listed, when it changed, and nothing else. And what crawlers are asked to leave."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from claims.models import Citation, Edition
from tests.people import make_accepted, make_claim, make_source

pytestmark = pytest.mark.django_db
NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOST = "http://testserver"


def mapped(client):
    """Return {path: day of the last change, None where unknown}."""
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    urls = ElementTree.fromstring(response.content).findall(f"{NAME}url")
    return {
        url.findtext(f"{NAME}loc").removeprefix(HOST): url.findtext(f"{NAME}lastmod")
        for url in urls
    }


def test_map_names_every_claim_mechanism_and_source_once(client, corpus):
    paths = list(mapped(client))
    for start, count in [
        ("/claims/", Edition.objects.current().count() + 1),
        ("/mechanisms/", 5),
        ("/sources/", Citation.objects.one_per_source().count() + 1),
    ]:
        assert len([path for path in paths if path.startswith(start)]) == count


def test_mapped_pages_may_be_listed(client, corpus):
    for path in mapped(client):
        response = client.get(path)
        assert response.status_code == 200, path
        assert b'content="noindex"' not in response.content, path


def test_mapped_pages_are_canonical(client, corpus):
    some = [path for path in mapped(client) if not path.startswith(("/sources/", "/tags/"))]
    for path in some:
        canonical = f'<link rel="canonical" href="{HOST}{path}">'
        assert canonical in client.get(path).content.decode(), path


def test_map_tells_the_day_of_the_edition(client, claim):
    day = claim.editions.get().published_at.date().isoformat()
    found = mapped(client)
    assert found["/claims/a-claim/"] == found["/"] == day
    assert found["/about/"] is None


def test_map_holds_no_old_edition(client, claim, source, editor, reviewer):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    assert not [path for path in mapped(client) if "/editions/" in path or "?" in path]


def test_map_needs_few_queries(client, editor, reviewer, django_assert_num_queries):
    for number in range(3):
        claim = make_claim(by=editor, slug=f"claim-{number}", order=number + 1, tags=["mood"])
        source = make_source(by=editor, key=f"smith202{number}trial", tags=["trial"])
        make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    with django_assert_num_queries(6):
        assert "/tags/trial/" in mapped(client)


def test_map_of_an_empty_site_names_the_texts(client):
    assert "/about/" in mapped(client)


@pytest.mark.parametrize("address", ["/sitemap.xml?p=2", "/robots.txt?x=1"])
def test_map_and_rules_take_no_parameter(client, address):
    assert client.get(address).status_code == 400


def rules(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    return response.content.decode().splitlines()


def test_rules_name_the_map(client):
    assert f"Sitemap: {HOST}/sitemap.xml" in rules(client)


def test_rules_keep_what_ifs_and_old_editions_out(client):
    lines = rules(client)
    assert "Disallow: /claims/*/?*without=" in lines
    assert "Disallow: /claims/*/editions/" in lines


def test_rules_let_cards_and_histories_be_read(client):
    lines = rules(client)
    assert "Allow: /claims/*/editions/$" in lines
    assert "Allow: /claims/*/editions/*/card.png$" in lines


def test_rules_allow_every_mapped_page(client, corpus):
    parser = RobotFileParser()
    parser.parse(rules(client))
    assert [path for path in mapped(client) if not parser.can_fetch("*", HOST + path)] == []
