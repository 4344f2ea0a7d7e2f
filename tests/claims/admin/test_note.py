"""The queue of readers' notes: who sees it, how a note is answered, and what is refused."""

import pytest

from claims import notes
from claims.models import Evidence, ReaderNote
from sources.models import Source
from tests.claims.admin.note_queue import LIST, NEW_ITEM, NEW_SOURCE, is_waiting, page
from tests.claims.admin.pages import text
from tests.claims.note_pages import TEXT, make_note
from tests.people import make_claim
from tests.test_hostile_texts import HOSTILE, dangers


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


@pytest.mark.parametrize("name", ["answer", "source", "evidence"])
@pytest.mark.parametrize("pk", ["99", "9" * 30])
def test_note_that_does_not_exist_is_not_found(as_editor, name, pk):
    assert as_editor.get(f"{LIST}{pk}/{name}/").status_code == 404
