"""Files into the library: whole or not at all, once, with history."""

from io import BytesIO

import pytest
from django.db import IntegrityError

from sources.intake import importing, reading, undoing
from sources.models import Finding, Import, ImportedRecord, Source, State
from tests.people import make_source
from tests.sources.intake.citation_files import bring, paper, ris, stage

pytestmark = pytest.mark.django_db


def findings(batch):
    return [row.finding for row in batch.records.order_by("number")]


def test_stage_takes_nothing_in(editor):
    stage(paper(1), by=editor)
    assert not Source.objects.exists()


def test_stage_finds_what_each_record_is(editor):
    make_source(by=editor, key="here", doi="10.5555/invented.1")
    make_source(by=editor, key="like", title="Sleep of volunteers after a low dose")
    like = paper(3, TI="Sleep of volunteers after a low dosis")
    batch = stage(paper(1), paper(2), like, {"AU": "Brink, Bo"}, by=editor)
    assert findings(batch) == ["here", "new", "perhaps", "unreadable"]


def test_stage_names_the_source_that_is_here(editor):
    source = make_source(by=editor, doi="10.5555/invented.1")
    row = stage(paper(1), by=editor).records.get()
    assert (row.like, row.why) == (source, "DOI 10.5555/invented.1 is here already.")


def test_stage_finds_what_stands_twice_in_the_file(editor):
    batch = stage(paper(1), paper(2), paper(1), by=editor)
    assert findings(batch) == ["new", "new", "here"]
    assert batch.records.get(number=3).twin == 1


def test_stage_wants_what_is_new_and_nothing_else(editor):
    title = {"TI": "Sleep of volunteers after a low dose"}
    batch = stage(paper(1, **title), paper(2, **title), by=editor)
    assert [row.is_wanted for row in batch.records.order_by("number")] == [True, False]


def test_merged_source_is_known_as_the_one_it_became(editor):
    source = make_source(by=editor)
    old = make_source(by=editor, key="old", title="Sleep of volunteers after a low dose")
    Source.objects.filter(pk=old.pk).update(merged_into=source)
    row = stage(paper(1, TI=old.title), by=editor).records.get()
    assert (row.finding, row.like) == (Finding.PERHAPS, source)


def test_refused_file_leaves_no_import(editor):
    with pytest.raises(reading.BadFile):
        importing.stage(stream=BytesIO(b"%PDF-1.7 is no citation"), name="a.ris", by=editor)
    assert not Import.objects.exists()


def test_name_of_a_file_is_one_line(editor):
    assert stage(paper(1), by=editor, name="a\r\nb\x00" + "c" * 400).file_name[:4] == "a b "


def test_same_file_is_known_again(editor):
    first, second = stage(paper(1), by=editor), stage(paper(1), by=editor)
    assert importing.same_file(second) == first
    assert importing.same_file(first) is None


def test_take_in_makes_sources_that_nobody_has_described(editor):
    batch = stage(paper(1), by=editor)
    importing.take_in(batch=batch, by=editor)
    source = Source.objects.get()
    assert (source.key, source.study) == ("brink2021invented", "brink2021invented")
    assert (source.design, source.species, source.dose_regime) == ("", "", "")
    assert (source.taken_in, source.checked) == (batch, [])


def test_taken_in_source_has_passed_every_check(editor):
    bring(paper(1), by=editor)
    Source.objects.get().full_clean()


def test_history_says_who_took_in_and_from_where(editor):
    bring(paper(1), by=editor)
    (row,) = Source.objects.get().history.all()
    assert (row.history_type, row.history_user) == ("+", editor)
    assert row.history_change_reason == "Imported from zotero.ris."
    assert row.instance.title == Source.objects.get().title


def test_keys_are_told_apart_within_the_file_and_the_library(editor):
    make_source(by=editor, key="brink2021invented")
    bring(paper(1), paper(2), by=editor)
    assert set(Source.objects.values_list("key", flat=True)) == {
        "brink2021invented", "brink2021inventedb", "brink2021inventedc",
    }  # fmt: skip


def test_only_what_is_wanted_is_taken_in(editor):
    batch = stage(paper(1), paper(2), by=editor)
    importing.decide(batch=batch, shown=[1, 2], wanted=[2])
    importing.take_in(batch=batch, by=editor)
    assert Source.objects.get().doi == "10.5555/invented.2"


def test_decision_concerns_what_was_shown(editor):
    batch = stage(paper(1), paper(2), by=editor)
    importing.decide(batch=batch, shown=[1], wanted=[])
    assert batch.records.get(is_wanted=True).number == 2


def test_what_is_perhaps_the_same_is_taken_in_if_wanted(editor):
    source = make_source(by=editor)
    batch = stage(paper(1, TI=source.title), by=editor)
    importing.decide(batch=batch, shown=[1], wanted=[1])
    assert importing.take_in(batch=batch, by=editor) == []
    assert Source.objects.count() == 2


def test_what_is_here_cannot_be_wanted(editor):
    make_source(by=editor, doi="10.5555/invented.1")
    batch = stage(paper(1), by=editor)
    importing.decide(batch=batch, shown=[1], wanted=[1])
    assert not ImportedRecord.objects.filter(is_wanted=True)


def test_what_became_known_meanwhile_is_left_and_told(editor):
    batch = stage(paper(1), paper(2), by=editor)
    make_source(by=editor, doi="10.5555/invented.1")
    (late,) = importing.take_in(batch=batch, by=editor)
    assert (late.number, late.finding) == (1, Finding.HERE)
    assert batch.sources.get().doi == "10.5555/invented.2"


def test_wanting_all_new_keeps_what_is_wanted_besides(editor):
    source = make_source(by=editor)
    batch = stage(paper(1, TI=source.title), paper(2), by=editor)
    importing.decide(batch=batch, shown=[1, 2], wanted=[1])
    importing.want_all_new(batch=batch)
    assert importing.counts(batch, is_wanted=True) == {"perhaps": 1, "new": 1}


def test_wanting_none_leaves_nothing_wanted(editor):
    source = make_source(by=editor)
    batch = stage(paper(1, TI=source.title), paper(2), by=editor)
    importing.decide(batch=batch, shown=[1, 2], wanted=[1, 2])
    importing.want_none(batch=batch)
    assert not importing.counts(batch, is_wanted=True)


def test_record_that_cannot_be_taken_in_keeps_what_was_read(editor):
    row = stage(paper(1, DO=""), by=editor).records.get()
    assert (row.finding, row.is_wanted) == (Finding.UNREADABLE, False)
    assert (row.record["title"], row.record["year"]) == (paper(1)["TI"], 2021)


def test_record_that_cannot_be_taken_in_names_what_has_its_title(editor):
    source = make_source(by=editor)
    row = stage(paper(1, DO="", TI=source.title), by=editor).records.get()
    assert row.like == source
    assert row.why.endswith("could not find it. The same title is here already.")


def test_record_without_title_is_known_by_its_doi(editor):
    source = make_source(by=editor, doi="10.5555/stored")
    row = stage({"AU": "Brink, Bo", "DO": source.doi}, by=editor).records.get()
    assert (row.finding, row.like) == (Finding.UNREADABLE, source)


def test_record_that_cannot_be_taken_in_stands_for_no_later_one(editor):
    batch = stage(paper(1, DO=""), paper(1), by=editor)
    assert findings(batch) == ["unreadable", "new"]


def test_second_take_in_is_refused(editor):
    batch = stage(paper(1), by=editor)
    importing.take_in(batch=batch, by=editor)
    with pytest.raises(importing.Closed, match="closed .taken in.. Import the file again"):
        importing.take_in(batch=batch, by=editor)


def test_closed_import_is_not_decided_on(editor):
    batch = stage(paper(1), by=editor)
    importing.discard(batch=batch, by=editor)
    with pytest.raises(importing.Closed):
        importing.want_none(batch=batch)


def test_discarded_import_stays_on_record(editor):
    batch = stage(paper(1), by=editor)
    importing.discard(batch=batch, by=editor)
    batch.refresh_from_db()
    assert (batch.state, batch.closed_by, batch.records.count()) == (State.DISCARDED, editor, 1)


def test_failure_in_the_middle_takes_nothing_in(editor):
    """More than one statement's worth, and the database refuses one of the last."""
    batch = stage(*(paper(number) for number in range(600)), by=editor)
    ImportedRecord.objects.filter(number=599).update(record={"title": "", "doi": "10.5555/x"})
    with pytest.raises(IntegrityError):
        importing.take_in(batch=batch, by=editor)
    batch.refresh_from_db()
    assert (Source.objects.count(), Source.history.count(), batch.state) == (0, 0, State.PREVIEW)


def test_bring_keeps_only_what_it_left(editor):
    batch = bring(paper(1), paper(2), paper(1), by=editor)
    assert findings(batch) == ["here"]
    assert (batch.state, batch.sources.count()) == (State.DONE, 2)


def test_bring_and_take_in_write_the_same_sources(editor):
    batch = stage(paper(1), by=editor)
    importing.take_in(batch=batch, by=editor)
    first = Source.objects.values().get()
    undoing.undo(batch=batch, by=editor, reason="To compare.")
    bring(paper(1), by=editor)
    second = Source.objects.values().get()
    differing = {name for name in first if first[name] != second[name]}
    assert differing == {"id", "taken_in_id"}


def test_same_file_again_brings_nothing(editor):
    bring(paper(1), paper(2), by=editor)
    batch = bring(paper(1), paper(2), by=editor)
    assert (findings(batch), Source.objects.count()) == (["here", "here"], 2)


def test_watcher_sees_every_record(editor):
    seen = []

    def watch(items):
        for item in items:
            seen.append(item.number)
            yield item

    importing.bring(stream=ris(paper(1), paper(2)), name="a.ris", by=editor, watch=watch)
    assert seen == [1, 2]
