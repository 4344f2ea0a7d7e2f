"""What people said or did here of two sources goes before what the corpus files say of the pair."""

import pytest
from django.db import connection

from claims import desk
from claims.corpus import account, load
from claims.models import Evidence
from sources.intake import library, merging
from sources.models import Source
from tests.claims.corpus_files import edit, merge, problems
from tests.people import make_draft, make_source

pytestmark = pytest.mark.django_db


def test_source_that_a_person_touched_is_merged_by_nobody_else(united, editor):
    directory, old = united
    source = Source.objects.get(key=old)
    source.population = "healthy men"
    library.update(source=source, by=editor, reason="Shortened.")
    (problem,) = problems(directory)
    assert f"merged: {old} stands for itself in this library; merge it into kept2024" in problem
    assert Source.objects.get(key=old).merged_into is None


def pair_of(old):
    return [Source.objects.get(key=key) for key in ("kept2024", old)]


def test_pair_that_a_person_told_apart_is_not_merged(united, editor):
    directory, old = united
    one, other = pair_of(old)
    merging.tell_apart(one=one, other=other, by=editor, reason="Part one and part two.")
    (problem,) = problems(directory)
    assert (
        f"{old} was told apart from kept2024 in this library: “Part one and part two.”" in problem
    )
    assert Source.objects.get(key=old).merged_into is None


def test_pair_that_only_older_files_told_apart_is_merged(united):
    directory, old = united
    one, other = pair_of(old)
    merging.tell_apart(one=one, other=other, by=account(), reason="Part one and part two.")
    assert load(directory).counts["sources", "merged"] == 1


@pytest.mark.parametrize("side", [0, 1])
def test_source_with_results_of_a_person_is_merged_by_nobody_else(united, editor, side):
    directory, old = united
    claim = Evidence.objects.first().claim
    make_draft(claim=claim, source=pair_of(old)[side], by=editor, outcome="Sleep after a week")
    (problem,) = problems(directory)
    assert f"merged: {old} stands for itself in this library; merge it into kept2024" in problem


def test_item_that_a_person_revised_is_moved_by_nobody_else(united, editor):
    directory, old = united
    item = Evidence.objects.filter(source__key=old).first()
    item.finding = "What Edith found."
    desk.change(evidence=item, by=editor, reason="Full text read.")
    (problem,) = problems(directory)
    assert f"merged: {old} stands for itself in this library; merge it into kept2024" in problem


def test_pair_merged_the_other_way_round_is_one_already(united, editor):
    directory, old = united
    merge(old, "kept2024", editor)
    report = load(directory)
    assert report.counts["sources", "merged"] == 0
    assert "sources.json, kept2024" in report.skipped
    assert Source.objects.get(key="kept2024").merged_into.key == old


def test_heir_that_was_merged_here_is_named(united, editor):
    directory, old = united
    make_source(by=editor, key="third2024")
    merge("third2024", "kept2024", editor)
    (problem,) = problems(directory)
    assert "(kept2024 was merged into third2024); merge it into third2024 at the desk" in problem
    merge("third2024", old, editor)
    assert load(directory).counts["sources", "merged"] == 0


def forget_identifiers(rows):
    (kept,) = (row for row in rows if row["key"] == "kept2024")
    kept.update(dict.fromkeys(("doi", "pmid", "pmcid")))


def test_former_key_that_leads_elsewhere_here_is_told(united, editor):
    directory, old = united
    make_source(by=editor, key="third2024")
    merge("third2024", old, editor)
    edit(directory, "sources", forget_identifiers)
    assert f"sources.json, {old} (it leads to third2024 here)" in load(directory).skipped


def test_source_that_a_person_changes_meanwhile_is_not_merged(united, editor):
    directory, old = united
    asked = []

    def change_once_asked(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if "sources_historicalsource" in sql and sql.startswith("SELECT") and not asked:
            asked.append(sql)
            source = Source.objects.get(key=old)
            source.population = "healthy men"
            library.update(source=source, by=editor, reason="Shortened.")
        return answer

    with connection.execute_wrapper(change_once_asked):
        (problem,) = problems(directory)
    assert f"{old} was changed by somebody else meanwhile" in problem
