"""The codes that rows and filters speak in are all explained."""

import pytest

from claims.api.openapi import document
from claims.rating.vocabulary import Verdict

pytestmark = pytest.mark.django_db
# What a table may do with a result; told in the table's own description.
TOLD_ELSEWHERE = {"counted", "shown", "excluded", "claim", "evidence", "source"}


def codes(client):
    told = client.get("/api/vocabulary").json()["enumerations"]
    return {term["code"] for one in told for term in one["terms"]}


def test_enumeration_is_told_in_reading_order_with_its_words(client):
    told = {
        one["name"]: one["terms"] for one in client.get("/api/vocabulary").json()["enumerations"]
    }
    verdicts = [(term["code"], term["label"], term["definition"]) for term in told["verdict"]]
    assert verdicts == [(one.value, one.label, one.definition or None) for one in Verdict]
    assert len(told["dose-regime"]) == 6


def test_every_code_has_a_label_and_stands_once(client):
    for one in client.get("/api/vocabulary").json()["enumerations"]:
        codes = [term["code"] for term in one["terms"]]
        assert len(codes) == len(set(codes)) >= 2
        assert all(term["label"] for term in one["terms"])


def test_every_code_of_a_row_is_in_the_vocabulary(client, rf):
    schemas = document(rf.get("/api/openapi.json"))["components"]["schemas"]
    used = {
        code
        for schema in schemas.values()
        for told in schema.get("properties", {}).values()
        for code in told.get("enum", ())
        if code is not None
    }
    assert used - TOLD_ELSEWHERE - codes(client) == set()
