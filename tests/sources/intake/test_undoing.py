"""An import taken back: what nobody has used leaves, all histories stay."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sources.intake import importing, library, undoing
from sources.models import Source, State, ToldApart
from tests.people import make_claim, make_draft, make_source
from tests.sources.intake.citation_files import bring, paper, stage

pytestmark = pytest.mark.django_db
WHY = "the wrong file"


@pytest.fixture
def batch(editor):
    return bring(paper(1), paper(2), by=editor)


@pytest.fixture
def first(batch):
    return batch.sources.get(doi="10.5555/invented.1")


def undo(batch, by):
    return undoing.undo(batch=batch, by=by, reason=WHY)


def test_undo_removes_what_the_import_brought(batch, editor):
    make_source(by=editor)
    assert undo(batch, editor) == []
    assert Source.objects.get().key == "smith2024trial"


def test_undo_keeps_the_history_and_says_why(batch, first, reviewer):
    undo(batch, reviewer)
    last, added = Source.history.filter(id=first.pk)
    assert (added.history_type, last.history_type) == ("+", "-")
    assert (last.history_user, last.history_change_reason) == (
        reviewer, "Import of zotero.ris undone: the wrong file",
    )  # fmt: skip


def test_reason_is_told_as_it_was_given(batch, editor):
    assert undoing.reason_of(batch) == ""
    undo(batch, editor)
    batch.refresh_from_db()
    assert undoing.reason_of(batch) == WHY


def test_undo_is_recorded_on_the_import(batch, editor):
    undo(batch, editor)
    batch.refresh_from_db()
    assert (batch.state, batch.undone_by) == (State.UNDONE, editor)


def test_changed_source_stays(batch, first, editor):
    first.volume = "3"
    library.update(source=first, by=editor, reason="From the printed page.")
    assert undo(batch, editor) == [first]


def test_tagged_source_stays(batch, first, editor):
    first.tags.add("mood")
    assert undo(batch, editor) == [first]


def test_source_with_a_notice_stays(batch, first, editor):
    library.record_notice(source=first, kind="retraction", by=editor)
    assert undo(batch, editor) == [first]


def test_source_that_a_review_includes_stays(batch, first, editor):
    make_source(by=editor, includes=[first])
    assert undo(batch, editor) == [first]


def test_cited_source_stays(batch, first, editor):
    first.design, first.species, first.dose_regime = "rct-parallel", "human", "microdose"
    library.update(source=first, by=editor, reason="Described.")
    make_draft(claim=make_claim(by=editor), source=first, by=editor)
    assert undo(batch, editor) == [first]


def test_source_told_apart_from_another_stays(batch, editor):
    one, other = batch.sources.order_by("pk")
    ToldApart.objects.create(one=one, other=other, by=editor, at=timezone.now(), reason="Two.")
    with pytest.raises(undoing.NothingToUndo):
        undo(batch, editor)


def test_version_of_a_source_holds_it_in_place(batch, first, editor):
    other = batch.sources.exclude(pk=first.pk).get()
    other.version_of = first
    library.update(source=other, by=editor, reason="The preprint of it.")
    with pytest.raises(undoing.NothingToUndo, match="withdrawn where it is used"):
        undo(batch, editor)


def test_record_of_a_later_file_does_not_hold_a_source(batch, first, editor):
    later = stage(paper(1), by=editor)
    assert undo(batch, editor) == []
    assert later.records.get().like is None


def test_undo_wants_a_reason(batch, editor):
    with pytest.raises(library.NoReason, match="the wrong file"):
        undoing.undo(batch=batch, by=editor, reason=" ")


def test_import_is_undone_once(batch, editor):
    undo(batch, editor)
    with pytest.raises(importing.Closed):
        undo(batch, editor)


def test_what_stayed_can_be_undone_once_it_is_free(batch, first, editor):
    first.tags.add("mood")
    undo(batch, editor)
    first.tags.clear()
    assert undo(batch, editor) == []
    assert not Source.objects.exists()


def test_import_with_nothing_left_cannot_be_undone_again(batch, editor):
    assert undoing.can_be_undone(batch)
    undo(batch, editor)
    batch.refresh_from_db()
    assert not undoing.can_be_undone(batch)


def test_undo_takes_as_many_statements_for_three_as_for_thirty(editor):
    """Row by row, ten thousand took half a minute."""
    numbers = []
    for start, size in ((100, 3), (200, 30)):
        batch = bring(*(paper(start + n) for n in range(size)), by=editor)
        with CaptureQueriesContext(connection) as queries:
            undo(batch, editor)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_undo_holds_no_more_of_a_source_than_its_key(batch, editor):
    with CaptureQueriesContext(connection) as asked:
        undo(batch, editor)
    read = [one["sql"] for one in asked if one["sql"].startswith("SELECT")]
    assert read
    assert not any('"sources_source"."authors"' in sql for sql in read)


def test_import_in_preview_is_not_undone(editor):
    with pytest.raises(importing.Closed):
        undo(stage(paper(1), by=editor), editor)


def test_undone_file_can_be_taken_in_again(batch, editor):
    undo(batch, editor)
    assert bring(paper(1), paper(2), by=editor).sources.count() == 2
