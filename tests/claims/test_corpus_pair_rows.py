"""What was merged or told apart in one library is so in another one that loads its files."""

import pytest
from django.db import transaction

from claims import corpus_dump
from claims.corpus import load
from claims.models import Edition, Evidence
from sources.intake import merging
from sources.intake.look_alikes import look_alikes
from sources.models import Source, ToldApart
from tests.claims.corpus_files import dumped, edit, merge, problems
from tests.people import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved(small_files, tmp_path, editor):
    """The files of a library in which the first source was merged into a new one, kept2024."""
    with transaction.atomic():
        load(small_files)
        make_source(by=editor, key="kept2024", title="Mood under LSD")
        make_source(by=editor, key="other2024", title="Mood under LSD")
        pair = [Source.objects.get(key=key) for key in ("kept2024", "other2024")]
        merging.tell_apart(one=pair[0], other=pair[1], by=editor, reason="Part one and part two.")
        merge("kept2024", Evidence.objects.first().source.key, editor)
        directory = dumped(tmp_path)
        transaction.set_rollback(True)
    return directory


@pytest.fixture
def old(moved):
    rows = []
    edit(moved, "sources", rows.extend)
    return next(key for row in rows for key in row.get("merged", []))


def test_former_key_leads_to_the_kept_source_elsewhere(moved, old, client):
    load(moved)
    assert client.get(f"/sources/{old}/").headers["Location"] == "/sources/kept2024/"


def test_pair_told_apart_is_not_asked_about_elsewhere(moved):
    load(moved)
    assert ToldApart.objects.get().reason == "Part one and part two."
    assert look_alikes() == []


def test_dump_of_a_loaded_dump_has_the_same_bytes(moved, tmp_path):
    load(moved)
    corpus_dump.dump(tmp_path / "again")
    for path in moved.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


def test_second_load_finds_every_pair_known(moved):
    load(moved)
    assert {outcome for _, outcome in load(moved).counts} == {"unchanged"}


def test_former_key_is_taken_for_good(moved, old):
    load(moved)
    row = Source.objects.get(key=old)
    assert (row.merged_into.key, row.title) == ("kept2024", "Mood under LSD")
    assert row.history.get().history_change_reason == "Merged into kept2024 in another library."


def test_files_from_before_the_merge_leave_it_alone(moved, old, small_files):
    load(moved)
    report = load(small_files)
    assert report.counts["sources", "skipped"] == 1
    assert Evidence.objects.filter(source__key=old).count() == 0


def test_what_a_record_rests_on_is_the_kept_source(small_files, editor):
    load(small_files)
    old = Evidence.objects.first().source.key
    make_source(by=editor, key="kept2024", title="Mood under LSD")
    merge("kept2024", old, editor)

    def rest_on_it(rows):
        review, version = [row for row in rows if row["key"] != old and row["review"]][:2]
        review["review"]["includes"] = [old]
        version["version_of"] = old

    edit(small_files, "sources", rest_on_it)
    load(small_files)
    assert Source.objects.get(includes__key="kept2024").includes.count() == 1
    assert Source.objects.get(version_of__isnull=False).version_of.key == "kept2024"
    assert ("sources", "updated") not in load(small_files).counts


def test_untouched_sources_are_merged_as_the_files_say(united):
    directory, old = united
    assert load(directory).counts["sources", "merged"] == 1
    assert Source.objects.get(key=old).merged_into.key == "kept2024"
    assert not Evidence.objects.filter(source__key=old).exists()


def test_merge_by_the_files_makes_the_other_librarys_records(united, tmp_path):
    directory, _ = united
    load(directory)
    corpus_dump.dump(tmp_path / "again")
    for path in directory.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


def test_merge_by_the_files_makes_one_edition_of_a_claim(united):
    directory, _ = united
    before = Edition.objects.count()
    load(directory)
    assert Edition.objects.count() == before + Edition.objects.current().filter(number=2).count()


def test_kept_source_gets_results_that_come_with_its_description(united):
    directory, _ = united
    Source.objects.filter(key="kept2024").update(design="", species="", dose_regime="")
    load(directory)
    kept = Source.objects.get(key="kept2024")
    assert kept.is_described
    assert Evidence.objects.filter(source=kept).exists()


def test_pair_told_apart_on_both_records_is_told_once(moved):
    def tell(rows):
        (first,) = (row for row in rows if "told_apart" in row)
        (told,) = first["told_apart"]
        (other,) = (row for row in rows if row["key"] == told["key"])
        other["told_apart"] = [{"key": first["key"], "reason": "Two other reports."}]

    edit(moved, "sources", tell)
    assert load(moved).counts["sources", "told apart"] == 1
    assert ToldApart.objects.get().reason == "Part one and part two."


def test_merge_that_the_library_refuses_loads_nothing(united):
    directory, old = united
    Source.objects.filter(key="kept2024").update(doi="10.5555/own")
    (problem,) = problems(directory)
    assert problem.startswith(f"sources.json, kept2024: merged: {old}: ")
    assert "so they are two publications" in problem


def test_former_key_whose_heir_is_not_here_is_named(moved, old, small_files):
    load(small_files)
    (problem,) = problems(moved)
    assert "add kept2024 and merge it into kept2024 at the desk" in problem
