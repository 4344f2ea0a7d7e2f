"""A draft source made of a reader's note."""

import pytest

from claims.admin.note_forms import identifiers_in
from claims.models import ReaderNote
from sources.models import Source
from tests.claims.admin.note_queue import NEW_SOURCE, is_waiting, page
from tests.claims.admin.pages import text
from tests.claims.note_pages import TEXT
from tests.people import make_source


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (TEXT, {"doi": "10.1038/s41398-024-02900-4"}),
        ("(https://doi.org/10.1000/A(1)b).", {"doi": "10.1000/a(1)b"}),
        ("PMID: 38622150, page 3", {"pmid": "38622150"}),
        ("pubmed.ncbi.nlm.nih.gov/38622150/", {"pmid": "38622150"}),
        ("10.1000/x and pmid 12", {"doi": "10.1000/x", "pmid": "12"}),
        ("In 2024 there were 38622150 of them.", {}),
        ("PMID 123456789", {}),
        ("10.1000/", {}),
        ("pmid " * 500, {}),
    ],
)
def test_identifiers_are_found_in_a_note(words, found):
    assert identifiers_in(words) == found


def test_source_form_knows_what_the_note_names(as_editor, note):
    html = as_editor.get(page(note, "source")).content.decode()
    assert 'value="10.1038/s41398-024-02900-4"' in html


def test_source_is_made_in_one_step(as_editor, note, client):
    response = as_editor.post(page(note, "source"), NEW_SOURCE)
    source = Source.objects.get()
    assert response.url == f"/admin/sources/source/{source.pk}/change/"
    assert (source.key, source.doi, source.study) == (
        "jones2025sleep",
        "10.1000/sleep",
        "jones2025sleep",
    )
    assert ReaderNote.objects.get().made_source == source


def test_source_made_so_is_not_public(as_editor, note):
    as_editor.post(page(note, "source"), NEW_SOURCE)
    as_editor.logout()
    assert as_editor.get("/sources/jones2025sleep/").status_code == 404
    for address in ("/sources/", "/claims/a-claim/", "/export/claims.md"):
        assert "jones2025sleep" not in as_editor.get(address).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"doi": ""}, "Give a DOI, a PubMed number or an address"),
        ({"doi": "nonsense"}, "Not a DOI"),
        ({"url": "javascript:alert(1)"}, "Not a web address"),
        ({"title": ""}, "This field is required"),
        ({"title": "a\x07b"}, "Remove the control characters"),
        ({"key": ""}, "This field is required"),
        ({"key": "Jones 2025"}, "letters, numbers, underscores or hyphens"),
        ({"key": "smith2024trial"}, "already exists"),
        ({"doi": "10.1000/taken"}, "Another source has this DOI"),
        ({"design": "meta-analysis"}, "Choose what the review is made of"),
        ({"review_of": "rct"}, "Only a review has this"),
        ({"species": "elf"}, "Select a valid choice"),
    ],
)
def test_source_that_is_wrong_leaves_the_note(as_editor, note, editor, changes, words):
    make_source(by=editor, doi="10.1000/taken")
    response = as_editor.post(page(note, "source"), NEW_SOURCE | changes)
    assert words in text(response)
    assert Source.objects.count() == 1
    assert is_waiting()
