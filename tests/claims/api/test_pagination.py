"""Lists by page: bounded, complete, and as refusing as the pages."""

import pytest

from tests.claims.api.operations import PATHS

pytestmark = pytest.mark.usefixtures("corpus")
LISTS = ["mechanisms", "claims", "evidence", "sources", "changes"]
KEYS = {"evidence": ("claim", "id"), "sources": ("key",), "changes": ("claim", "number")}
ABSURD = [
    "page=0",
    "page=-1",
    "page=01",
    "page=1.0",
    "page=1e3",
    "page=one",
    "page=",
    "page=1000000",
    "page=9223372036854775808",
    f"page={'9' * 5000}",
    "page=%F0%9D%9F%99",
    "page=%ff",
    "page=1&page=2",
    "page_size=0",
    "page_size=101",
    "page_size=9223372036854775808",
    "page_size=ten",
    "page_size=10&page_size=10",
    "colour=red",
    "cursor=1",
]


@pytest.mark.parametrize("query", ABSURD)
@pytest.mark.parametrize("name", [*LISTS, "search"])
def test_absurd_question_is_refused_in_words(client, name, query):
    response = client.get(f"{PATHS[name]}?{query}")
    assert response.status_code == response.json()["status"] == 400
    assert len(response.json()["detail"]) < 400


@pytest.mark.parametrize("name", LISTS)
def test_pages_hold_every_row_once(client, name):
    key, met, address = KEYS.get(name, ("slug",)), [], f"{PATHS[name]}?page_size=3"
    while address:
        page = client.get(address).json()
        met += [tuple(row[part] for part in key) for row in page["results"]]
        address = page["next"]
    assert len(met) == len(set(met)) == page["count"] >= 3
    assert page["page"] == page["pages"]


def test_neighbours_keep_what_was_asked(client):
    page = client.get("/api/sources?page_size=2&design=meta-analysis&page=2").json()
    root = "http://testserver/api/sources?page_size=2&design=meta-analysis&page="
    assert (page["previous"], page["next"]) == (f"{root}1", f"{root}3")


@pytest.mark.parametrize("name", [*LISTS, "search"])
def test_page_beyond_the_last_is_not_found(client, name):
    response = client.get(f"{PATHS[name]}?page=999999")
    assert response.status_code == 404
    assert response.json()["detail"].startswith("The last page is ")


def test_empty_filter_asks_for_everything(client):
    everything = client.get("/api/claims").json()
    assert client.get("/api/claims?verdict=&tag=").json() == everything


def test_list_says_its_filters_in_words(client):
    told = client.get("/api/claims?scope=microdose&certainty=low").json()
    assert told["filters"] == ["Certainty: Low", "Dose it is about: Microdose"]
