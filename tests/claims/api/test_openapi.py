"""The document that programs read first: valid, complete, and true."""

import pytest
import schemathesis
from jsonschema import Draft202012Validator, FormatChecker

from claims.api.api import api
from claims.api.openapi import shortened
from claims.api.schemas import DOCUMENT_KEYS
from claims.models import Edition
from tests.claims.api.operations import ADDRESSES, OPERATIONS, PATHS
from tests.people import make_claim

pytestmark = pytest.mark.usefixtures("corpus")
MOST_QUERIES = 60


def test_document_is_made_once_for_what_is_published(client, told, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get("/api/openapi.json").json() == told


def test_document_is_that_of_its_host(client, told):
    other = client.get("/api/openapi.json", headers={"host": "localhost:8001"}).json()
    assert (told["servers"], other["servers"]) == (
        [{"url": "http://testserver"}],
        [{"url": "http://localhost:8001"}],
    )


def test_document_is_made_anew_when_something_is_published(client, told, editor):
    make_claim(by=editor, slug="another-claim", order=2)
    counts = content_of(client.get("/api/openapi.json").json(), "statement")["examples"]
    before = content_of(told, "statement")["examples"]
    assert (
        counts["first"]["value"]["counts"]["claims"]
        == 1 + before["first"]["value"]["counts"]["claims"]
    )


@pytest.fixture
def told(client):
    return client.get("/api/openapi.json").json()


def content_of(told, name, status="200", kind="application/json"):
    return told["paths"][PATHS[name]]["get"]["responses"][status]["content"][kind]


def validator(told, schema):
    whole = schema | {"components": told["components"]}
    return Draft202012Validator(whole, format_checker=FormatChecker())


def test_document_is_openapi_3_1(told):
    assert told["openapi"].startswith("3.1")
    schemathesis.openapi.from_dict(told).validate()


def test_document_tells_every_operation_once(told):
    names = {path: one["get"]["operationId"] for path, one in told["paths"].items()}
    assert names == {path: name for name, path in PATHS.items()}
    assert {method for one in told["paths"].values() for method in one} == {"get"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_example_is_there_and_fits_its_schema(told, name):
    content = content_of(told, name)
    example = content["examples"]["first"]["value"]
    assert list(validator(told, content["schema"]).iter_errors(example)) == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_example_is_what_its_address_answers(client, told, name):
    example = content_of(told, name)["examples"]["first"]
    address = example["summary"].removeprefix("GET ")
    assert shortened(client.get(address).json()) == example["value"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_whole_answer_fits_its_schema(client, told, address):
    name = OPERATIONS[ADDRESSES.index(address)]
    answer = client.get(address).json()
    assert list(validator(told, content_of(told, name)["schema"]).iter_errors(answer)) == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_refusal_is_shown_as_its_address_answers(client, told, name):
    content = content_of(told, name, "400", "application/problem+json")
    example = content["examples"]["first"]
    answer = client.get(example["summary"].removeprefix("GET "))
    assert (answer.status_code, answer.json()) == (400, example["value"])
    assert list(validator(told, content["schema"]).iter_errors(example["value"])) == []


@pytest.mark.parametrize(("name", "parameter"), [("evidence", "source"), ("changes", "claim"), ("sources", "year")])  # fmt: skip
def test_values_that_grow_with_the_base_are_those_that_are_answered(client, told, name, parameter):
    held = told["paths"][PATHS[name]]["get"]["parameters"]
    [schema] = [one["schema"] for one in held if one["name"] == parameter]
    for value in [*schema["enum"][:2], schema["enum"][-1]]:
        assert client.get(f"{PATHS[name]}?{parameter}={value}").status_code == 200


def test_refusal_of_an_unknown_slug_is_shown(told):
    example = content_of(told, "evidence", "400", "application/problem+json")["examples"]["first"]
    assert example["summary"] == "GET /api/evidence?claim=no-such-thing"


@pytest.mark.parametrize("name", OPERATIONS)
def test_answers_name_the_headers_that_they_have(client, told, name):
    said = told["paths"][PATHS[name]]["get"]["responses"]["200"]["headers"]
    assert said
    assert set(said) <= set(client.get(ADDRESSES[OPERATIONS.index(name)]).headers)


def test_problem_fits_its_schema(client, told):
    schema = content_of(told, "claims", "400", "application/problem+json")["schema"]
    answer = client.get("/api/claims?colour=1").json()
    assert list(validator(told, schema).iter_errors(answer)) == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_parameter_says_what_it_means(told, name):
    for one in told["paths"][PATHS[name]]["get"]["parameters"]:
        assert one["in"] == "path" or one["description"]


def test_document_names_every_part_of_an_edition():
    for edition in Edition.objects.current():
        assert set(edition.document) == set(DOCUMENT_KEYS)


def test_document_needs_no_more_queries_for_more_rows(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get("/api/openapi.json")


def test_document_stands_at_the_host_that_was_asked(told):
    assert told["servers"] == [{"url": "http://testserver"}]


def test_document_takes_no_parameter(client):
    assert client.get("/api/openapi.json?colour=1").status_code == 400


def test_library_offers_no_page_of_its_own():
    assert (api.docs_url, api.openapi_url) == (None, None)
