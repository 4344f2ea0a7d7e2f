"""Loading again: what is there is known, and what a person has touched is left alone."""

import json

import pytest
from django.core.management import call_command

from claims import argument, corpus_dump, desk
from claims.corpus import load
from claims.models import Evidence, Mechanism
from sources.intake import library
from sources.models import Source
from sources.signals import source_changed
from tests.claims.corpus_files import edit, edit_first, problems, write_numeral
from tests.people import make_keeper, make_source

pytestmark = pytest.mark.django_db


def test_load_leaves_alone_what_a_person_edited(corpus, editor, files):
    source = Source.objects.get(key="allen2024lsd")
    source.population = "healthy men"
    library.update(source=source, by=editor, reason="Shortened.")
    edit(files, "sources", lambda rows: rows[0].update(population="men"))
    report = load(files)
    assert report.skipped == ["sources.json, allen2024lsd"]
    assert Source.objects.get(key="allen2024lsd").population == "healthy men"


def test_load_leaves_alone_an_item_that_a_person_withdrew(corpus, reviewer, files):
    item = Evidence.objects.get(source__key="husain2020minocycline")
    desk.withdraw(evidence=item, by=reviewer, reason="No psychedelic was given.")
    call_command("load_corpus", files, verbosity=0)
    assert Evidence.objects.get(pk=item.pk).state == "withdrawn"


def rename_first(files, by):
    """Let a person correct the outcome of the item that the first record holds."""
    row = json.loads((files / "evidence.json").read_text())[0]
    item = Evidence.objects.get(claim__slug=row["claim"], outcome=row["outcome"])
    item.outcome = "CRP and depression score at 48 h (corrected)"
    return desk.change(evidence=item, by=by, reason="As the paper names it.")


def test_load_knows_an_item_whose_outcome_is_being_corrected(corpus, editor, files):
    rename_first(files, editor)
    report = load(files)
    assert report.counts["evidence", "skipped"] == 1
    assert Evidence.objects.count() == 171


def test_load_knows_an_item_whose_outcome_was_corrected(corpus, editor, reviewer, files):
    desk.accept(evidence=rename_first(files, editor), by=reviewer)
    report = load(files)
    assert report.skipped[0].startswith("evidence.json, anti-inflammatory-benefits / galvao")
    assert Evidence.objects.count() == 171


def test_load_gives_way_to_a_person_who_changes_an_item_meanwhile(corpus, editor, files):
    edit_first(files, "evidence", limitations="The corpus says so now.")

    def meanwhile(rows):
        item = Evidence.objects.get(outcome=rows[0]["outcome"])
        item.finding = "What Edith found."
        desk.change(evidence=item, by=editor, reason="Full text read.")
        return rows

    report = load(files, progress=meanwhile)
    assert report.counts["evidence", "skipped"] == 1
    assert Evidence.objects.filter(finding="What Edith found.", state="under-revision").exists()


def test_load_gives_way_to_a_person_who_changes_a_source_meanwhile(corpus, editor, files):
    edit(files, "sources", lambda rows: [row.update(population="men") for row in rows[:2]])
    first, second = [row["key"] for row in json.loads((files / "sources.json").read_text())[:2]]

    def meanwhile(source, by, **kwargs):
        if source.key == first and by != editor:
            other = Source.objects.get(key=second)
            other.population = "women"
            library.update(source=other, by=editor, reason="As in the paper.")

    source_changed.connect(meanwhile)
    try:
        report = load(files)
    finally:
        source_changed.disconnect(meanwhile)
    assert report.skipped == [f"sources.json, {second}"]
    assert Source.objects.get(key=second).population == "women"


def one_and_two(rows):
    rows[0]["order"], rows[1]["order"] = 2, 1


def test_mechanisms_that_change_places_are_refused(corpus, files):
    edit(files, "mechanisms", one_and_two)
    assert problems(files)[0].startswith(
        "mechanisms.json, enhanced-neuroplasticity: order 1 belongs to neurotransmitter-modulation"
    )


def test_mechanisms_that_a_person_moved_are_left_where_they_are(corpus, files):
    keeper = make_keeper()
    first, second = Mechanism.objects.order_by("order")[:2]
    for mechanism, order in ((first, 9), (second, 1), (first, 2)):
        mechanism.order = order
        argument.change_mechanism(mechanism=mechanism, by=keeper, reason="As in the article.")
    assert load(files).counts["mechanisms", "skipped"] == 2


WRITTEN_OTHERWISE = [
    ("evidence", {"large_effect": False, "null_note": "", "comparator": None, "rob_note": ""}),
    ("evidence", {"effect": dict.fromkeys(("measure", "estimate", "ci_low", "ci_high", "p", "note"))}),
    ("evidence", {"correct_guess_rate": 72}),
    ("evidence", {"correct_guess_rate": 0}),
    ("sources", {"coi_note": "", "container_title": "", "authors_in_order": True}),
    ("sources", {"status": "published", "notices": []}),
    ("claims", {"outcome_groups": [{"name": "Tests", "slug": "tests"}]}),
    ("claims", {"publication_bias_flag": False, "publication_bias_reason": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "fields"), WRITTEN_OTHERWISE)
def test_second_load_knows_what_is_written_otherwise(small_files, name, fields):
    edit_first(small_files, name, **fields)
    load(small_files)
    assert {outcome for _, outcome in load(small_files).counts} == {"unchanged"}


def test_second_load_knows_includes_in_any_order(files):
    def turn_round(rows):
        for row in rows:
            if row["review"]:
                row["review"]["includes"] = [*reversed(row["review"]["includes"])] * 2

    edit(files, "sources", turn_round)
    load(files)
    assert {outcome for _, outcome in load(files).counts} == {"unchanged"}


def test_second_load_knows_a_tag_that_the_library_writes_otherwise(small_files, editor):
    make_source(by=editor, key="mine", tags=["SEROTONIN"])
    load(small_files)
    assert {outcome for _, outcome in load(small_files).counts} == {"unchanged"}


def test_second_load_knows_numerals(small_files):
    write_numeral(small_files, "p", "0.00001")
    load(small_files)
    assert corpus_dump.dumped()["evidence"][0]["effect"]["p"] == 1e-05
    assert {outcome for _, outcome in load(small_files).counts} == {"unchanged"}
