"""The records on the page of an import: what needs a decision first, and what became of each."""

from collections import Counter

import pytest
from zeal import zeal_ignore

from sources.admin.import_rows import summary
from sources.intake import importing
from sources.models import Source
from tests.claims.admin.pages import text
from tests.people import make_source
from tests.sources.admin.import_pages import page
from tests.sources.intake.citation_files import paper, stage

pytestmark = pytest.mark.usefixtures("imports_ask_again")
ALIKE = {"TI": "A trial called smith2024trial"}


def shown(client, batch):
    return text(client.get(page(batch)))


def test_preview_shows_a_known_record_beside_its_source(as_editor, editor):
    make_source(by=editor, title="Sleep of volunteers after a low dose", doi="10.5555/stored")
    batch = stage(paper(1, TI="Sleep of volunteers after a low dosis"), by=editor)
    words = text(as_editor.get(page(batch)))
    assert "In the file Brink B. Sleep of volunteers after a low dosis." in words
    assert "In the library: smith2024trial Smith A. Sleep of volunteers after a low dose." in words
    assert "A preprint and its article often have one title and two DOIs" in words


def test_preview_shows_a_record_beside_an_earlier_one(as_editor, editor):
    batch = stage(paper(1), paper(2, DO="10.5555/invented.1", TI="Another"), by=editor)
    words = text(as_editor.get(page(batch)))
    assert "Record 1 of this file: Invented trial" in words
    assert "DOI 10.5555/invented.1 is record 1 of this file." in words


def test_what_needs_a_look_comes_first_and_what_is_here_last(as_editor, editor):
    source = make_source(by=editor, doi="10.5555/invented.1")
    like = paper(3, TI=source.title)
    batch = stage(paper(1), paper(2), {"AU": "Brink, Bo"}, like, by=editor)
    response = as_editor.get(page(batch))
    found = [group.code for group in response.context["groups"]]
    assert found == ["perhaps", "new", "unreadable", "here"]


def test_title_is_the_label_of_its_tick_box(as_editor, batch):
    words = as_editor.get(page(batch)).content.decode()
    label = '<label for="wanted-2"><span class="visually-hidden">Take in: </span>Invented trial'
    assert label in words


def test_record_that_cannot_be_taken_in_is_told_by_its_reference(as_editor, editor):
    nameless = paper(1, DO="", TI="Findings that nobody can look up")
    words = shown(as_editor, stage(nameless, by=editor))
    assert "Findings that nobody can look up Brink B. 2021. Record 1, line 1 It has no DOI" in words


def test_record_without_title_is_told_by_its_authors(as_editor, editor):
    words = shown(as_editor, stage({"AU": "Brink, Bo"}, by=editor))
    assert "No title Brink B. [date unknown]. Record 1, line 1 It has no title." in words


def test_record_that_cannot_be_taken_in_is_shown_beside_its_source(as_editor, editor):
    source = make_source(by=editor)
    words = shown(as_editor, stage(paper(1, DO="", TI=source.title), by=editor))
    assert "In the library: smith2024trial" in words


def test_taken_record_leads_to_its_source(as_editor, batch):
    importing.take_in(batch=batch, by=batch.by)
    source = Source.objects.get(doi="10.5555/invented.2")
    link = f'Taken in as <a href="/admin/sources/source/{source.pk}/change/">{source.key}</a>'
    assert link in as_editor.get(page(batch)).content.decode()


def test_taken_record_is_compared_with_the_one_it_resembles(as_editor, editor):
    like = make_source(by=editor, doi="10.5555/stored")
    batch = stage(paper(1, TI=like.title), by=editor)
    importing.decide(batch=batch, shown=[1], wanted=[1])
    importing.take_in(batch=batch, by=editor)
    pair = f"/admin/sources/source/duplicates/{like.pk}/{batch.sources.get().pk}/"
    assert pair in as_editor.get(page(batch)).content.decode()


def test_record_that_nobody_ticked_was_left_out(as_editor, batch):
    importing.decide(batch=batch, shown=[1, 2], wanted=[2])
    importing.take_in(batch=batch, by=batch.by)
    assert "Record 1, line 1 Left out." in shown(as_editor, batch)


def test_discarded_records_were_left_out(as_editor, batch):
    importing.discard(batch=batch, by=batch.by)
    assert "Left out." in shown(as_editor, batch)


def test_undone_import_tells_the_reason_and_what_left(press, as_editor, batch):
    press("take-in", shown=[1, 2], wanted=[1, 2])
    with zeal_ignore():
        press("undo", reason="the wrong file")
    words = shown(as_editor, batch)
    assert "UTC: “the wrong file”." in words
    assert words.count("Left the library again.") == 2


def test_closed_page_asks_as_much_for_many_records_as_for_few(
    as_editor, editor, django_assert_num_queries
):
    few = stage(paper(1), by=editor)
    many = stage(*(paper(n) for n in range(2, 9)), by=editor)
    for batch in (few, many):
        importing.take_in(batch=batch, by=editor)
    as_editor.get(page(few))
    for batch in (few, many):
        with django_assert_num_queries(14):
            as_editor.get(page(batch))


@pytest.mark.parametrize(
    ("counts", "wanted", "words"),
    [
        ({"new": 16, "perhaps": 2}, {"new": 16}, "16 new records are ticked. 2 need a look."),
        ({"new": 1, "here": 1}, {"new": 1}, "1 new record is ticked. 1 is here already."),
        ({"new": 3}, {"new": 1}, "1 of 3 new records is ticked."),
        ({"perhaps": 1}, {"perhaps": 1}, "No record is new. 1 needs a look (1 ticked)."),
        ({"here": 10, "unreadable": 2}, {}, "10 are here already. 2 cannot be taken in."),
    ],
)
def test_summary_counts_what_needs_a_decision_first(counts, wanted, words):
    assert summary(Counter(counts), Counter(wanted)) == words
