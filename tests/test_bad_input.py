"""Whatever an address says, the answer is a page in the site's layout and never a 500."""

from urllib.parse import quote

import pytest

NASTY = {
    "unknown": "no-such-thing",
    "long": "a" * 10_000,
    "nul": "a\x00b",
    "digits": "9" * 20,
    "negative": "-1",
    "zero": "0",
    "quote": '"',
    "percent": "%",
    "script": "<script>alert(1)</script>",
    "spaces": "   ",
    "unicode": "\u202e\U0001f344",
    "superscript": "²",
    "dots": "../../etc/passwd",
}
PATHS = [
    "/claims/{}/",
    "/claims/{}.md",
    "/claims/{}/editions/",
    "/claims/{}/editions/1/",
    "/claims/microdose-mood/editions/{}/",
    "/mechanisms/{}/",
    "/mechanisms/{}.md",
    "/claims/{}/note/",
    "/claims/{}/feed/",
    "/claims/microdose-mood/editions/{}..2/",
    "/claims/{}/editions/1..2/",
    "/feeds/{}/",
    "/sources/{}/",
    "/sources/{}/note/",
    "/tags/{}/",
    "/export/{}",
    "/{}",
    "/admin/{}/",
]
# Every parameter that a page understands, and one that none does.
PARAMETERS = [
    ("/", ["mechanism", "substance", "dose", "colour"]),
    (
        "/claims/",
        [
            "mechanism",
            "verdict",
            "certainty",
            "review",
            "kind",
            "scope",
            "tag",
            "sort",
            "page",
            "colour",
        ],
    ),
    (
        "/sources/",
        [
            "design",
            "species",
            "dose",
            "substance",
            "tag",
            "status",
            "year",
            "sort",
            "page",
            "colour",
        ],
    ),
    (
        "/search/",
        ["type", "mechanism", "verdict", "direction", "design", "dose", "page", "colour"],
    ),
    ("/claims/microdose-mood/", ["as_of", "sort", "colour"]),
    ("/claims/microdose-mood.md", ["colour"]),
    ("/claims/microdose-mood/editions/", ["colour"]),
    ("/export/claims.md", ["colour"]),
    ("/sources/allen2024lsd/", ["colour"]),
    ("/tags/mood/", ["colour"]),
    ("/mechanisms/neurotransmitter-modulation/", ["colour"]),
]


def is_in_layout(response):
    return b"<main" in response.content and b"</footer>" in response.content


def answers(client, addresses):
    """Return {name: status} of the answers that are not a refusal in the site's layout."""
    wrong = {}
    for name, address in addresses.items():
        response = client.get(address, follow=True)
        asks_to_sign_in = response.request["PATH_INFO"] == "/admin/login/"
        is_refused = response.status_code in (400, 404) and is_in_layout(response)
        if not (is_refused or asks_to_sign_in):
            wrong[name] = response.status_code
    return wrong


@pytest.mark.parametrize("path", PATHS)
def test_path_that_names_nothing_is_not_found(corpus, client, path):
    values = {name: quote(value, safe="") for name, value in NASTY.items()}
    values["broken UTF-8"] = "%ff%fe%c3"
    assert answers(client, {name: path.format(value) for name, value in values.items()}) == {}


@pytest.mark.parametrize(
    ("path", "name"), [(path, name) for path, names in PARAMETERS for name in names]
)
def test_parameter_that_makes_no_sense_is_refused_in_words(corpus, client, path, name):
    values = {key: quote(value, safe="") for key, value in NASTY.items()}
    addresses = {key: f"{path}?{name}={value}" for key, value in values.items()}
    assert answers(client, addresses) == {}


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-01-01", "99999-01-01", "today"])
def test_day_that_does_not_exist_is_refused(corpus, client, day):
    assert client.get(f"/claims/microdose-mood/?as_of={day}").status_code == 400


def test_day_before_the_first_edition_is_not_found(corpus, client):
    response = client.get("/claims/microdose-mood/?as_of=2001-01-01")
    assert response.status_code == 404
    assert is_in_layout(response)


def test_parameter_in_broken_utf_8_is_refused(corpus, client):
    assert client.get("/claims/", QUERY_STRING="verdict=%ff%fe").status_code == 400


def test_refusal_never_echoes_markup(corpus, client):
    response = client.get("/claims/?verdict=<script>alert(1)</script>")
    assert b"<script>alert(1)" not in response.content


@pytest.mark.parametrize(
    "path", ["/", "/claims/", "/claims/microdose-mood/", "/sources/", "/export/claims.md"]
)
def test_readers_pages_only_answer_questions(corpus, client, path):
    methods = (client.post, client.put, client.delete, client.patch)
    assert {method(path).status_code for method in methods} == {405}
