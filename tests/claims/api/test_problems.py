"""Whatever stands where a name or a value is meant, the answer is a problem document in words."""

from urllib.parse import quote

import pytest

from claims.api.openapi import ASKED
from tests.claims.api.operations import PATHS
from tests.test_bad_input import NASTY

pytestmark = pytest.mark.usefixtures("corpus")
NAMED = ["/api/{}", "/api/claims/{}", "/api/claims/{}/editions", "/api/claims/microdose-mood/editions/{}", "/api/sources/{}"]  # fmt: skip


def wrong(client, addresses):
    """Return {name: status} of the answers that are not a problem document with the right status."""
    answers = {name: client.get(address) for name, address in addresses.items()}
    return {
        name: answer.status_code
        for name, answer in answers.items()
        if answer.status_code not in (400, 404) or answer.json()["status"] != answer.status_code
    }


def values():
    told = {name: quote(value, safe="") for name, value in NASTY.items()}
    return told | {"broken UTF-8": "%ff%fe%c3", "over 2**63": str(2**63)}


@pytest.mark.parametrize("path", NAMED)
def test_name_of_nothing_is_a_problem(client, path):
    assert wrong(client, {name: path.format(value) for name, value in values().items()}) == {}


@pytest.mark.parametrize("name", [name for name in ASKED if name != "editions"])
def test_value_that_makes_no_sense_is_a_problem(client, name):
    for parameter in ("page", "page_size", "sort", *(one.name for one in ASKED[name].filters())):
        addresses = {key: f"{PATHS[name]}?{parameter}={value}" for key, value in values().items()}
        assert wrong(client, addresses) == {}, parameter


def test_problem_never_echoes_markup_as_html(client):
    response = client.get("/api/claims?verdict=<script>alert(1)</script>")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_problem_says_the_remedy(client):
    detail = client.get("/api/claims?verdict=nonsense").json()["detail"]
    assert detail.startswith("“nonsense” is no value of “verdict” that we know. Use supported, ")
