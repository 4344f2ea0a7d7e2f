"""What records lack: the count on the front page and the list behind it are one condition."""

import pytest

from claims import desk, desk_work
from claims.lints import LINTS
from claims.models import Evidence
from sources.lints import LINTS as SOURCE_LINTS
from sources.models import Source
from tests.people import make_draft, make_source

LACKING = {
    "no-outcome-directness": {"d_outcome": ""},
    "bias-not-assessed": {"risk_of_bias": "not-assessed", "rob_note": ""},
    "abstract-only": {"basis": "abstract"},
    "no-locator": {"locator": ""},
}
SOURCE_LACKING = {
    "no-identifier": {},
    "incomplete-authors": {"authors_complete": False, "doi": "10.1000/x"},
    "no-sample-size": {"sample_size": None, "doi": "10.1000/x"},
}


def names(counts):
    return {lint.name for lint, number in counts if number}


def listed(client, address):
    return client.get(address).context["cl"].result_count


@pytest.mark.parametrize("name", LACKING)
def test_evidence_that_lacks_something_is_counted(claim, source, editor, name):
    make_draft(claim=claim, source=source, by=editor, **LACKING[name])
    assert names(desk_work.evidence_lints()) == {name}


@pytest.mark.parametrize("name", SOURCE_LACKING)
def test_source_that_lacks_something_is_counted(editor, name):
    make_source(by=editor, **SOURCE_LACKING[name])
    assert names(desk_work.source_lints()) == {name}


def test_authors_not_known_are_counted(editor):
    make_source(by=editor, authors=[], doi="10.1000/x")
    assert names(desk_work.source_lints()) == {"incomplete-authors"}


def test_review_needs_no_sample_size(editor):
    make_source(by=editor, design="narrative-review", sample_size=None, doi="10.1000/x")
    assert names(desk_work.source_lints()) == set()


def test_declined_item_is_not_counted(claim, source, editor):
    draft = make_draft(claim=claim, source=source, by=editor, locator="")
    desk.set_aside(evidence=draft, by=editor, reason="Entered on the wrong claim.")
    assert names(desk_work.evidence_lints()) == set()


@pytest.mark.parametrize("lint", LINTS, ids=lambda lint: lint.name)
def test_evidence_count_is_the_length_of_the_list(corpus, as_editor, lint):
    count = {one.name: number for one, number in desk_work.evidence_lints()}[lint.name]
    assert listed(as_editor, f"/admin/claims/evidence/?lint={lint.name}") == count


@pytest.mark.parametrize("lint", SOURCE_LINTS, ids=lambda lint: lint.name)
def test_source_count_is_the_length_of_the_list(corpus, as_editor, lint):
    count = {one.name: number for one, number in desk_work.source_lints()}[lint.name]
    assert listed(as_editor, f"/admin/sources/source/?lint={lint.name}") == count


@pytest.mark.parametrize(
    ("address", "model"), [("claims/evidence", Evidence), ("sources/source", Source)]
)
def test_unknown_lint_filters_nothing(as_editor, claim, source, editor, address, model):
    make_draft(claim=claim, source=source, by=editor)
    assert listed(as_editor, f"/admin/{address}/?lint=nonsense") == model.objects.count() == 1
