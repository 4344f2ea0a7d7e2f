"""The deeds on readers' notes: the limit, who may close one, and what is made of it."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims import notes
from claims.models import Edition, Evidence, ReaderNote
from claims.refusals import NoReason, NotAllowed, SecondItem
from claims.states import State
from sources.models import Source
from tests.claims.note_pages import make_note
from tests.people import make_accepted

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_source():
    return Source(
        key="jones2025sleep",
        type="article-journal",
        title="Sleep",
        doi="10.1000/sleep",
        design="rct-parallel",
        species="human",
        dose_regime="microdose",
        study="jones2025sleep",
    )


@pytest.fixture
def item(source):
    """An item that is not stored yet, with everything that one needs."""
    return Evidence(
        source=source,
        outcome="sleep",
        direction="no-effect",
        point="no-difference",
        blinding="untested",
        d_population="direct",
        d_dose="direct",
        d_comparator="direct",
        basis="abstract",
        finding="Sleep did not differ.",
    )


def age(note, **ago):
    ReaderNote.objects.filter(pk=note.pk).update(sent_at=timezone.now() - datetime.timedelta(**ago))


def is_untouched(note):
    note.refresh_from_db()
    return note.closed_at is None and note.answer == ""


def test_send_puts_a_note_into_the_queue(note):
    assert ReaderNote.objects.waiting().get() == note


def test_send_makes_no_edition(claim, note):
    assert claim.editions.count() == 1


def test_sixth_note_of_an_hour_is_refused(note):
    for _ in range(4):
        make_note(note.edition)
    with pytest.raises(notes.TooManyNotes, match="60 minutes"):
        make_note(note.edition)


def test_oldest_note_says_how_long_to_wait(note):
    age(note, minutes=50)
    for _ in range(4):
        make_note(note.edition)
    with pytest.raises(notes.TooManyNotes) as refused:
        make_note(note.edition)
    assert 590 <= refused.value.seconds <= 600


def test_notes_of_an_hour_ago_do_not_count(note):
    for number in range(5):
        age(make_note(note.edition, sender="y"), minutes=61 + number)
    make_note(note.edition, sender="y")
    assert ReaderNote.objects.filter(sender="y").count() == 6


def test_others_may_send_when_one_may_not(note):
    for _ in range(4):
        make_note(note.edition)
    assert make_note(note.edition, sender="y")


def test_sender_differs_by_address_and_holds_none():
    first, second = notes.sender_of("192.0.2.1"), notes.sender_of("192.0.2.2")
    assert first == notes.sender_of("192.0.2.1") != second
    assert "192" not in first[:3]
    assert len(first) == 64


def test_sender_is_one_for_an_ipv6_network():
    first, second = notes.sender_of("2001:db8:1:2::1"), notes.sender_of("2001:db8:1:2:3:4:5:6")
    assert first == second != notes.sender_of("2001:db8:1:3::1")


def test_sender_depends_on_the_secret_key(settings):
    before = notes.sender_of("192.0.2.1")
    settings.SECRET_KEY = "another key " * 5
    assert notes.sender_of("192.0.2.1") != before


def test_answer_closes_the_note(note, editor):
    notes.answer(note=note, by=editor, answer="Corrected.")
    note.refresh_from_db()
    assert (note.answer, note.closed_by) == ("Corrected.", editor)
    assert not ReaderNote.objects.waiting().exists()


def test_answer_needs_words(note, editor):
    with pytest.raises(NoReason, match="what became of the note"):
        notes.answer(note=note, by=editor, answer="  ")
    assert is_untouched(note)


def test_database_refuses_closing_without_an_answer(note, editor):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReaderNote.objects.update(closed_by=editor, closed_at=timezone.now())


def test_closed_note_is_not_answered_again(note, editor, reviewer):
    notes.answer(note=note, by=editor, answer="Corrected.")
    with pytest.raises(notes.NoteClosed, match="edith has closed"):
        notes.answer(note=note, by=reviewer, answer="Refused.")


def test_stranger_closes_no_note(note, stranger):
    with pytest.raises(NotAllowed):
        notes.answer(note=note, by=stranger, answer="Corrected.")


def test_source_is_made_and_closes_the_note(note, new_source, editor):
    notes.turn_into_source(note=note, source=new_source, by=editor)
    note.refresh_from_db()
    assert note.made_source == Source.objects.get(key="jones2025sleep")
    assert note.answer == "Added to the library as jones2025sleep."


def test_source_of_a_closed_note_is_not_made(note, new_source, editor):
    notes.answer(note=note, by=editor, answer="Known.")
    with pytest.raises(notes.NoteClosed):
        notes.turn_into_source(note=note, source=new_source, by=editor)
    assert not Source.objects.exists()


def test_source_that_cannot_be_stored_leaves_the_note(note, new_source, editor):
    new_source.doi = ""
    with pytest.raises(IntegrityError), transaction.atomic():
        notes.turn_into_source(note=note, source=new_source, by=editor)
    assert is_untouched(note)


def test_note_that_cannot_be_closed_leaves_no_source(note, new_source, editor, monkeypatch):
    monkeypatch.setattr(ReaderNote._meta.get_field("answer"), "get_prep_value", lambda value: None)
    with pytest.raises(IntegrityError), transaction.atomic():
        notes.turn_into_source(note=note, source=new_source, by=editor)
    assert not Source.objects.exists()


@pytest.mark.parametrize("missing", ["sources.add_source", "claims.change_readernote"])
def test_source_needs_both_permissions(note, new_source, editor, missing):
    with pytest.raises(NotAllowed):
        notes.turn_into_source(note=note, source=new_source, by=without(editor, missing))
    assert is_untouched(note)


@pytest.mark.parametrize("missing", ["claims.add_evidence", "claims.change_readernote"])
def test_evidence_needs_both_permissions(note, item, editor, missing):
    with pytest.raises(NotAllowed):
        notes.turn_into_evidence(note=note, evidence=item, by=without(editor, missing))
    assert is_untouched(note)


def without(user, permission):
    group = user.groups.get()
    group.permissions.remove(*group.permissions.filter(codename=permission.partition(".")[2]))
    return User.objects.get(pk=user.pk)


def test_evidence_is_a_draft_on_the_notes_claim(note, item, editor):
    made = notes.turn_into_evidence(note=note, evidence=item, by=editor)
    note.refresh_from_db()
    assert note.made_evidence == made
    assert (made.state, made.claim, made.extracted_by) == (State.DRAFT, note.edition.claim, editor)


def test_evidence_made_so_is_not_public(note, item, editor):
    notes.turn_into_evidence(note=note, evidence=item, by=editor)
    assert Edition.objects.count() == 1


def test_evidence_that_is_public_already_leaves_the_note(
    note, claim, source, item, editor, reviewer
):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer, outcome="sleep")
    with pytest.raises(SecondItem):
        notes.turn_into_evidence(note=note, evidence=item, by=editor)
    assert is_untouched(note)
