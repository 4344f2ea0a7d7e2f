"""What the library has got since a file was looked through."""

import pytest

from sources.intake import importing, undoing
from sources.intake.matching import HERE, NEW, PERHAPS
from sources.models import Source, State
from tests.people import make_source
from tests.sources.intake.citation_files import bring, paper, stage

pytestmark = pytest.mark.django_db


def row(batch, number=1):
    return batch.records.get(number=number)


def test_what_is_perhaps_here_meanwhile_keeps_the_import_open(editor):
    batch = stage(paper(1), paper(2), by=editor)
    source = make_source(by=editor, title=paper(1)["TI"])
    (late,) = importing.take_in(batch=batch, by=editor)
    batch.refresh_from_db()
    assert (late.number, late.finding, batch.state) == (1, PERHAPS, State.PREVIEW)
    assert Source.objects.get() == source


def test_what_is_perhaps_here_meanwhile_can_be_wanted_all_the_same(editor):
    batch = stage(paper(1), paper(2), by=editor)
    make_source(by=editor, title=paper(1)["TI"])
    importing.take_in(batch=batch, by=editor)
    importing.decide(batch=batch, shown=[1, 2], wanted=[1, 2])
    assert importing.take_in(batch=batch, by=editor) == []
    assert batch.sources.count() == 2


def test_record_of_an_undone_import_is_new_again(editor):
    first = bring(paper(1), by=editor)
    batch = stage(paper(1), by=editor)
    undoing.undo(batch=first, by=editor, reason="The wrong file.")
    assert importing.look_again(batch=batch) == 1
    now = row(batch)
    assert (now.finding, now.is_wanted, now.why) == (NEW, True, "")


def test_record_that_came_in_meanwhile_is_here(editor):
    batch = stage(paper(1), paper(2), by=editor)
    source = make_source(by=editor, doi="10.5555/invented.1")
    importing.look_again(batch=batch)
    now = row(batch)
    assert (now.finding, now.is_wanted, now.like) == (HERE, False, source)
    assert now.why == "DOI 10.5555/invented.1 is here already."


def test_notes_on_a_record_outlast_another_look(editor):
    batch = stage(paper(1, VL="x" * 40), by=editor)
    notes = row(batch).why
    make_source(by=editor, doi="10.5555/invented.1")
    importing.look_again(batch=batch)
    assert row(batch).why == f"DOI 10.5555/invented.1 is here already. {notes}"
    Source.objects.update(doi="10.5555/other")
    importing.look_again(batch=batch)
    assert notes
    assert row(batch).why == notes


def test_decision_on_what_did_not_change_stays(editor):
    batch = stage(paper(1), paper(2), by=editor)
    importing.decide(batch=batch, shown=[1, 2], wanted=[2])
    assert importing.look_again(batch=batch) == 0
    assert [row(batch, number).is_wanted for number in (1, 2)] == [False, True]


def test_closed_import_is_not_looked_through_again(editor):
    batch = bring(paper(1), by=editor)
    with pytest.raises(importing.Closed):
        importing.look_again(batch=batch)
