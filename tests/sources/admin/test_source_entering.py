"""Entering a source: what is pasted becomes what is stored, and what is refused says why."""

import pytest

from sources.models import Source
from tests.claims.admin.pages import errors, text
from tests.people import make_source
from tests.sources.admin.source_pages import ADD, NEW

pytestmark = pytest.mark.usefixtures("deeds_ask_again")


def test_add_makes_the_key_and_the_study(as_editor):
    as_editor.post(ADD, NEW)
    source = Source.objects.get()
    assert (source.key, source.study) == ("hutten2020mood", "hutten2020mood")
    assert source.authors[1] == {"family": "Mason", "given": "Natasha L."}
    assert [tag.name for tag in source.tags.order_by("pk")] == ["mood", "acute"]


def test_add_takes_the_registration_for_the_study(as_editor):
    as_editor.post(ADD, NEW | {"registration": "EudraCT number: 2018-003573-97"})
    source = Source.objects.get()
    assert source.registration == "EudraCT 2018-003573-97"
    assert source.study == "eudract-2018-003573-97"


def test_add_records_who(as_editor, editor):
    as_editor.post(ADD, NEW)
    assert Source.objects.get().history.last().history_user == editor


@pytest.mark.parametrize(
    ("field", "pasted", "stored"),
    [
        ("doi", "https://doi.org/10.1016/J.EURONEURO.2020.10.002", "10.1016/j.euroneuro.2020.10.002"),
        ("pmid", "https://pubmed.ncbi.nlm.nih.gov/33082016/", "33082016"),
        ("pmcid", "https://pmc.ncbi.nlm.nih.gov/articles/PMC11018829/", "PMC11018829"),
        ("registration", "clinicaltrials.gov identifier: nct04558294", "NCT04558294"),
        ("url", " https://Example.org/a ", "https://example.org/a"),
    ],
)  # fmt: skip
def test_add_stores_identifiers_bare(as_editor, field, pasted, stored):
    as_editor.post(ADD, NEW | {field: pasted})
    assert getattr(Source.objects.get(), field) == stored


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"doi": "not one"}, "doi", "Write it like 10.1038"),
        ({"pmid": "x" * 600}, "pmid", "at most 500"),
        ({"registration": "MY-TRIAL-1"}, "registration", "NCT04558294"),
        ({"url": "javascript:alert(1)"}, "url", "web address"),
        ({"pmid": ""}, "__all__", "Give at least one of DOI"),
        ({"authors": "A, B, C, D"}, "authors", "in braces"),
        ({"key": "Hutten 2020"}, "key", "valid “slug”"),
        ({"key": "Hutten2020"}, "key", "small letters"),
        ({"title": ""}, "title", "required"),
        ({"title": "a\x07b"}, "title", "control characters"),
        ({"checked": "a\x07b"}, "checked", "control characters"),
        ({"design": "meta-analysis"}, "review_of", "what the review is made of"),
        ({"n_studies": "4"}, "n_studies", "Only a review"),
        ({"month": "13"}, "__all__", "A day needs a month"),
        ({"substances": ["lsd", "water"]}, "substances", "not one of the available"),
        ({"year": "1700"}, "year", "1800"),
        ({"sample_size": "9" * 20}, "sample_size", "less than or equal"),
        ({"includes": ["abc"]}, "includes", "not a valid value"),
        ({"includes": ["9" * 20]}, "includes", "not one of the available"),
    ],
)
def test_add_refuses_and_says_what_to_do(as_editor, changes, field, message):
    response = as_editor.post(ADD, NEW | changes)
    assert message in " ".join(errors(response)[field])
    assert not Source.objects.exists()


def test_add_of_the_same_doi_is_refused(as_editor, editor):
    make_source(by=editor, doi="10.1000/x")
    response = as_editor.post(ADD, NEW | {"doi": "doi:10.1000/X"})
    assert "Another source has this DOI" in text(response)


def test_add_of_a_taken_key_suggests_another(as_editor, editor):
    make_source(by=editor, key="hutten2020mood")
    assert "hutten2020moodb" in errors(as_editor.post(ADD, NEW))["key"][0]


def test_review_includes_sources_by_autocomplete(as_editor, editor, source):
    as_editor.post(
        ADD, NEW | {"design": "meta-analysis", "review_of": "rct", "includes": [source.pk]}
    )
    assert list(Source.objects.get(key="hutten2020mood").includes.all()) == [source]
