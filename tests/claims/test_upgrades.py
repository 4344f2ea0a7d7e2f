"""A document as the first schema stored it, read today."""

import copy
import json
from pathlib import Path

import pytest
from django.db import connection

from claims.exports.markdown import claim_summary
from claims.models import Edition
from claims.summaries import edition_columns
from claims.upgrades import SCHEMA, lift
from tests.people import make_claim

STORED = Path(__file__).parent.parent / "data" / "documents" / "schema-1.json"
# What summaries of editions got with the second schema.
NEWER = ("headline", "assessments", "pair")


@pytest.fixture
def first():
    return json.loads(STORED.read_text())


@pytest.fixture
def edition(editor, first):
    """The stored document on the shelf, as an edition of those days had it."""
    claim = make_claim(by=editor, slug=first["claim"]["slug"])
    columns = edition_columns(lift(first))
    for name in NEWER:
        del columns["summary"][name]
    made = claim.editions.get()
    Edition(
        claim=claim,
        number=2,
        published_at=made.published_at,
        edited_at=made.edited_at,
        by=editor,
        cause="Loaded.",
        document=first,
        **columns,
    ).save()
    return claim.editions.get(number=2)


def test_stored_document_is_of_the_first_schema(first):
    assert first["schema"] == 1
    assert not {"headline", "assessments"} & set(first)


def test_first_schema_is_lifted_to_the_present(first):
    lifted = lift(first)
    assert lifted["schema"] == SCHEMA == 2
    assert lifted["headline"] == {"kind": "suggestion", "fallen": []}
    assert lifted["assessments"] == []
    assert lifted["review"]["changes"] == lifted["review"]["said"] == []
    assert lifted["search"]["databases"] is None


def test_lifting_keeps_what_was_said(first):
    lifted = lift(first)
    changed = {name for name in first if lifted[name] != first[name]}
    assert changed == {"schema", "review", "search"}
    assert lifted["review"].items() >= first["review"].items()
    assert lifted["search"].items() >= first["search"].items()


def test_lifting_leaves_the_stored_document_alone(first):
    before = copy.deepcopy(first)
    lift(first)
    assert first == before


def test_lifting_twice_changes_nothing(first):
    assert lift(lift(first)) == lift(first)


@pytest.mark.parametrize("schema", [0, 3, 99])
def test_unknown_schema_is_named(first, schema):
    with pytest.raises(KeyError, match=str(schema)):
        lift(first | {"schema": schema})


def test_lifted_document_has_every_key_of_the_present(first, claim):
    today = claim.editions.get().document
    lifted = lift(first)
    assert set(lifted) == set(today)
    for name in ("headline", "review", "search"):
        assert set(lifted[name]) == set(today[name])


def test_edition_is_read_in_the_present_schema(edition):
    assert edition.document["schema"] == SCHEMA
    edition.refresh_from_db(fields=["document"])
    assert edition.document["schema"] == SCHEMA


def test_shelf_keeps_the_document_as_it_was_stored(edition):
    with connection.cursor() as cursor:
        cursor.execute("SELECT document FROM claims_edition WHERE id = %s", [edition.pk])
        (stored,) = cursor.fetchone()
    stored = json.loads(stored) if isinstance(stored, str) else stored
    assert stored["schema"] == 1


@pytest.mark.parametrize("page", ["", "editions/", "editions/2/", "feed/"])
def test_page_of_an_old_edition_opens(client, edition, page):
    response = client.get(f"/claims/{edition.slug}/{page}")
    assert response.status_code == 200
    assert "We do not know" in response.content.decode()


@pytest.mark.parametrize("page", ["/", "/claims/", "/mechanisms/default-mode-network-modulation/"])
def test_list_with_an_old_edition_opens(client, edition, page):
    assert "default mode network" in client.get(page).content.decode()


def test_markdown_of_an_old_edition_is_whole(client, edition):
    text = client.get(f"/claims/{edition.slug}.md").content.decode()
    assert text == claim_summary(edition, base_url="http://testserver")
    assert "> **We do not know. Certainty: ⊕◯◯◯ Very low.**" in text
    assert "Agreement on this claim: no assessments yet." in text
    assert "Curated by hand; no systematic search recorded." in text
