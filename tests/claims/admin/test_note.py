"""The queue of readers' notes: who sees it, what is done with a note, and what is refused."""

import pytest

from claims import notes
from claims.admin.note_forms import identifiers_in
from claims.models import Evidence, ReaderNote
from sources.models import Source
from tests.claims.admin.pages import text
from tests.claims.note_pages import TEXT, make_note
from tests.people import make_claim, make_source
from tests.test_hostile_texts import HOSTILE, dangers

LIST = "/admin/claims/readernote/"
NEW_SOURCE = {
    "type": "article-journal",
    "title": "Sleep after small doses",
    "key": "jones2025sleep",
    "doi": "https://doi.org/10.1000/Sleep",
    "pmid": "",
    "url": "",
    "design": "rct-parallel",
    "review_of": "",
    "species": "human",
    "dose_regime": "microdose",
}
NEW_ITEM = {
    "outcome": "sleep",
    "direction": "no-effect",
    "point": "no-difference",
    "comparator": "placebo",
    "blinding": "",
    "basis": "abstract",
    "finding": "Sleep did not differ.",
}


@pytest.fixture
def note(claim):
    return make_note(claim.editions.get())


def page(note, name="change"):
    return f"{LIST}{note.pk}/{name}/"


def is_waiting():
    return ReaderNote.objects.waiting().exists()


@pytest.mark.parametrize("address", ["", "{}/change/", "{}/answer/", "{}/source/", "{}/evidence/"])
def test_stranger_gets_nothing(client, stranger, note, address):
    client.force_login(stranger)
    assert client.get(LIST + address.format(note.pk)).status_code == 403
    assert client.post(LIST + address.format(note.pk)).status_code == 403


@pytest.mark.parametrize("address", ["", "{}/change/", "{}/answer/", "{}/source/", "{}/evidence/"])
def test_reader_is_asked_to_sign_in(client, note, address):
    response = client.get(LIST + address.format(note.pk))
    assert (response.status_code, response.url.partition("?")[0]) == (302, "/admin/login/")


@pytest.mark.parametrize("person", ["editor", "reviewer"])
@pytest.mark.parametrize("address", ["", "{}/change/", "{}/answer/", "{}/source/", "{}/evidence/"])
def test_pages_open_for_both_roles(client, request, note, person, address):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST + address.format(note.pk)).status_code == 200


def test_list_shows_what_waits_first(as_editor, note, editor):
    notes.answer(note=make_note(note.edition, text="Answered."), by=editor, answer="Done.")
    closed = make_note(note.edition, text="Answered later.")
    notes.answer(note=closed, by=editor, answer="Done.")
    newest = make_note(note.edition, text="The newest.")
    shown = [row.text for row in as_editor.get(LIST).context["cl"].result_list]
    assert shown == [newest.text, note.text, "Answered later.", "Answered."]


def test_list_links_to_the_exact_edition(as_editor, note):
    words = as_editor.get(LIST).content.decode()
    assert '<a href="/claims/a-claim/editions/1/">a-claim, edition 1</a>' in words


@pytest.mark.parametrize(
    ("query", "count"),
    [("standing=waiting", 1), ("standing=closed", 1), ("kind__exact=error", 1), ("standing=x", 2)],
)
def test_list_filters(as_editor, note, editor, query, count):
    other = make_note(note.edition, kind="error")
    notes.answer(note=other, by=editor, answer="Done.")
    assert as_editor.get(f"{LIST}?{query}").context["cl"].result_count == count


def test_list_asks_as_much_for_four_rows_as_for_one(
    as_editor, note, editor, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_editor.get(LIST)
    for number in range(3):
        make_note(make_claim(by=editor, slug=f"claim-{number}").editions.get())
    with django_assert_max_num_queries(len(one)):
        assert as_editor.get(LIST).context["cl"].result_count == 4


def test_words_of_a_note_are_never_links(as_editor, note):
    other = make_note(note.edition, text="See https://spam.example/ now.", contact="a@b.example")
    for address in (LIST, page(other), page(other, "answer"), page(other, "source")):
        html = as_editor.get(address).content.decode()
        assert 'href="https://spam' not in html
        assert "mailto:" not in html


@pytest.mark.parametrize("name", ["change", "answer", "source", "evidence"])
def test_hostile_note_stays_text(as_editor, note, name):
    hostile = make_note(note.edition, text=HOSTILE, contact=HOSTILE)
    html = as_editor.get(page(hostile, name)).content.decode()
    assert [found for found in dangers(html) if found in ("onerror", "img")] == []
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_nobody_rewrites_what_a_reader_wrote(as_reviewer, note):
    assert as_reviewer.post(page(note), {"text": "Something else."}).status_code == 403
    assert as_reviewer.get(f"{LIST}add/").status_code == 403
    assert ReaderNote.objects.get().text == TEXT


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(client, admin_user, note, method):
    client.force_login(admin_user)
    response = getattr(client, method)(page(note, "delete"), {"post": "yes"}, follow=True)
    assert "answer the note instead" in text(response)
    assert ReaderNote.objects.exists()


def test_delete_action_is_refused_in_words(client, admin_user, note):
    client.force_login(admin_user)
    sent = {"action": "delete_selected", "_selected_action": note.pk, "post": "yes"}
    assert "answer the note instead" in text(client.post(LIST, sent, follow=True))
    assert ReaderNote.objects.exists()


def test_answer_closes_the_note(as_editor, note):
    response = as_editor.post(page(note, "answer"), {"answer": "Corrected."}, follow=True)
    words = text(response)
    assert "The note is closed." in words
    assert "Corrected." in words
    assert "Answer and close" not in words
    assert not is_waiting()


def test_answer_needs_words(as_editor, note):
    response = as_editor.post(page(note, "answer"), {"answer": " "})
    assert "This field is required" in text(response)
    assert is_waiting()


def test_answer_is_in_the_history(as_editor, note):
    as_editor.post(page(note, "answer"), {"answer": "Corrected."})
    assert "Answer and close" in text(as_editor.get(page(note, "history")))


@pytest.mark.parametrize(
    ("name", "sent"),
    [("answer", {"answer": "Again."}), ("source", NEW_SOURCE), ("evidence", NEW_ITEM)],
)
def test_closed_note_is_closed_once(as_reviewer, note, editor, source, name, sent):
    notes.answer(note=note, by=editor, answer="Corrected.")
    response = as_reviewer.post(page(note, name), sent | {"source": source.pk})
    assert "edith has closed this note already, and nothing was done" in text(response)
    assert ReaderNote.objects.get().answer == "Corrected."
    assert (Source.objects.count(), Evidence.objects.count()) == (1, 0)


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


@pytest.mark.parametrize("name", ["answer", "source", "evidence"])
@pytest.mark.parametrize("pk", ["99", "9" * 30])
def test_note_that_does_not_exist_is_not_found(as_editor, name, pk):
    assert as_editor.get(f"{LIST}{pk}/{name}/").status_code == 404
