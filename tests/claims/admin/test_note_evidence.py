"""A draft evidence item made of a reader's note."""

import pytest

from claims.models import Evidence, ReaderNote
from tests.claims.admin.note_queue import NEW_ITEM, is_waiting, page
from tests.claims.admin.pages import text
from tests.claims.note_pages import make_note
from tests.people import make_source


def test_evidence_form_begins_with_the_note(as_editor, claim, source):
    note = make_note(claim.editions.get(), source_key=source.key, text="Sleep did not differ.")
    response = as_editor.get(page(note, "evidence"))
    form = response.context["form"]
    assert (form["finding"].value(), form["source"].value()) == (note.text, source.pk)


def test_evidence_is_made_in_one_step(as_editor, note, source, editor):
    response = as_editor.post(page(note, "evidence"), NEW_ITEM | {"source": source.pk})
    item = Evidence.objects.get()
    assert response.url == f"/admin/claims/evidence/{item.pk}/change/"
    assert (item.state, item.claim, item.extracted_by) == ("draft", note.edition.claim, editor)
    assert (item.blinding, item.d_dose, item.d_comparator) == ("untested", "direct", "direct")
    assert ReaderNote.objects.get().made_evidence == item


def test_crossover_made_so_is_paired(as_editor, note, editor):
    source = make_source(by=editor, design="rct-crossover")
    as_editor.post(page(note, "evidence"), NEW_ITEM | {"source": source.pk})
    assert Evidence.objects.get().paired


def test_evidence_made_so_is_not_public(as_editor, note, source):
    as_editor.post(page(note, "evidence"), NEW_ITEM | {"source": source.pk})
    as_editor.logout()
    for address in ("/claims/a-claim/", "/claims/a-claim.md", "/export/claims.md"):
        assert "Sleep did not differ" not in as_editor.get(address).content.decode()
    assert note.edition.claim.editions.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"source": ""}, "This field is required"),
        ({"source": "9" * 30}, "Select a valid choice"),
        ({"comparator": ""}, "This field is required"),
        ({"finding": "[" * 2000}, "Nothing was stored"),
        ({"finding": ""}, "This field is required"),
        ({"direction": "sideways"}, "Select a valid choice"),
    ],
)
def test_evidence_that_is_wrong_leaves_the_note(as_editor, note, source, changes, words):
    response = as_editor.post(page(note, "evidence"), NEW_ITEM | {"source": source.pk} | changes)
    assert words in text(response)
    assert not Evidence.objects.exists()
    assert is_waiting()


def test_second_item_leaves_the_note(as_editor, note, source):
    sent = NEW_ITEM | {"source": source.pk}
    as_editor.post(page(note, "evidence"), sent)
    other = make_note(note.edition)
    response = as_editor.post(page(other, "evidence"), sent)
    assert response.status_code == 200
    assert "already" in text(response)
    assert Evidence.objects.count() == 1
    assert is_waiting()
