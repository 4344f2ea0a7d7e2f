"""The canonical address of a page: one for all the ways to look at the same thing."""

import re

import pytest

from tests.people import make_claim

pytestmark = pytest.mark.django_db
CANONICAL = re.compile(r'<link rel="canonical" href="http://testserver([^"]*)">')


def canonical(client, path):
    return CANONICAL.search(client.get(path).content.decode())[1]


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/claims/microdose-mood/", "/claims/microdose-mood/"),
        ("/claims/microdose-mood/?without=unblinded", "/claims/microdose-mood/"),
        ("/claims/microdose-mood/?as_of=2200-01-01", "/claims/microdose-mood/"),
        ("/claims/microdose-mood/?open=all&sort=year", "/claims/microdose-mood/"),
        ("/claims/microdose-mood/editions/1/", "/claims/microdose-mood/editions/1/"),
        ("/claims/?verdict=contested", "/claims/"),
        ("/sources/?sort=author", "/sources/"),
        ("/sources/?page=2", "/sources/?page=2"),
        ("/sources/?page=1", "/sources/"),
        ("/sources/?page=2&sort=author", "/sources/"),
    ],
)
def test_page_has_one_address(client, corpus, asked, path):
    assert canonical(client, asked) == path


def test_refused_page_number_does_not_break_the_error_page(client, claim):
    response = client.get("/sources/?page=%22%3E%3Cscript%3E")
    assert response.status_code == 400
    assert b"<script>" not in response.content.replace(b"<script src", b"")


def test_page_of_a_later_claim_is_canonical_too(client, editor):
    make_claim(by=editor, slug="a-claim")
    assert canonical(client, "/claims/a-claim/") == "/claims/a-claim/"
