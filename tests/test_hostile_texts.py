"""Script and Markdown in any text of a source, a claim or an item reach no reader as markup."""

import json
import re

import html5lib
import pytest
from django.core.exceptions import ValidationError

from claims.models import Evidence
from tests.people import make_accepted, make_claim, make_source

HOSTILE = (
    '<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) | *b* "q" \\'
)
BOMB = "[" * 20_000
CLAIM_TEXTS = (
    "statement",
    "target_population",
    "target_dose",
    "target_comparator",
    "target_outcomes",
    "article_says",
)
SOURCE_TEXTS = ("title", "container_title", "population", "dose_text", "funding_note", "coi_note")
EVIDENCE_TEXTS = (
    "rob_note",
    "directness_note",
    "finding",
    "effect_note",
    "locator",
    "limitations",
    "null_note",
)
ADDRESSES = [
    "/",
    "/claims/",
    "/claims/hostile/",
    "/claims/hostile/editions/",
    "/claims/hostile/editions/2/",
    "/sources/",
    "/sources/hostile2024/",
    "/tags/alert1/",
    "/article/",
    "/export/",
]
EXPORTS = ["/claims/hostile.md", "/export/claims.md"]


@pytest.fixture
def hostile(editor, reviewer):
    claim = make_claim(
        by=editor, slug="hostile", tags=["<b>alert1</b>"], **dict.fromkeys(CLAIM_TEXTS, HOSTILE)
    )
    source = make_source(
        by=editor,
        key="hostile2024",
        tags=["alert1"],
        authors=[{"family": HOSTILE, "given": HOSTILE}],
        checked=[HOSTILE],
        **dict.fromkeys(SOURCE_TEXTS, HOSTILE),
    )
    return make_accepted(
        claim=claim,
        source=source,
        by=editor,
        accepted_by=reviewer,
        outcome=HOSTILE,
        checked=[HOSTILE],
        **dict.fromkeys(EVIDENCE_TEXTS, HOSTILE),
    )


def dangers(html):
    """Return what a browser would run or load from somewhere else, of what it makes of a page."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    found = [element for element in tree.iter() if element.tag in ("img", "iframe", "object")]
    found += [script for script in tree.iter("script") if _runs_what_it_holds(script)]
    for element in tree.iter():
        found += [name for name in element.attrib if str(name).lower().startswith("on")]
        found += [v for v in element.attrib.values() if v.strip().lower().startswith("javascript")]
    return found


def _runs_what_it_holds(script):
    """A data block is not run, whatever stands in it."""
    if script.get("type") == "application/ld+json":
        return not json.loads(script.text)
    return script.text or not script.get("src")


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_runs_nothing_that_somebody_typed(hostile, client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert dangers(response.content.decode()) == []


@pytest.mark.parametrize("model", ["source", "claim", "evidence"])
def test_admin_runs_nothing_that_somebody_typed(hostile, admin_client, model):
    row = getattr(hostile, model, hostile)
    app = row._meta.app_label
    for address in (f"/admin/{app}/{model}/", f"/admin/{app}/{model}/{row.pk}/change/"):
        html = admin_client.get(address).content.decode()
        assert "<script>alert(1)" not in html
        assert "<img src=x" not in html


@pytest.mark.parametrize("address", EXPORTS)
def test_export_holds_no_markup(hostile, client, address):
    text = client.get(address).content.decode()
    assert not re.search(r"(?<!\\)<(script|img)", text)
    assert not re.search(r"(?<!\\)\]\(javascript", text)


@pytest.mark.parametrize("field", ["finding", "limitations"])
def test_markdown_bomb_is_refused_with_a_remedy(hostile, field):
    row = Evidence.objects.get(pk=hostile.pk)
    setattr(row, field, BOMB)
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert refused.value.message_dict[field][0]


@pytest.mark.parametrize("field", CLAIM_TEXTS)
def test_bomb_in_a_line_of_a_claim_is_refused(hostile, field):
    setattr(hostile.claim, field, BOMB)
    with pytest.raises(ValidationError, match=field):
        hostile.claim.full_clean()


@pytest.mark.parametrize("field", SOURCE_TEXTS)
def test_bomb_in_a_line_of_a_source_is_refused(hostile, field):
    setattr(hostile.source, field, BOMB)
    with pytest.raises(ValidationError, match=field):
        hostile.source.full_clean()
