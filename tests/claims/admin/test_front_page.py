"""The desk's front page: each person finds the work they may do, and nothing else."""

import datetime

import pytest
import time_machine

from claims import reviewing
from sources.intake import importing
from tests.claims.admin.pages import text
from tests.claims.test_assignments import assign
from tests.people import make_claim, make_draft, make_proposed, make_source
from tests.sources.intake.citation_files import paper, ris

PAGE = "/admin/"


def begin_url(claim, kind="independent"):
    return f"/admin/claims/assessment/begin/{claim.pk}/{kind}/"


def fill(numbers, *, editor, reviewer):
    """Make one of all that the page lists for each number."""
    for number in numbers:
        claim = make_claim(by=editor, slug=f"claim-{number}", order=number + 1)
        source = make_source(by=editor, key=f"key{number}", title="One title")
        make_proposed(claim=claim, source=source, by=editor)
        make_draft(claim=claim, source=source, by=reviewer, outcome="sleep")
        importing.stage(stream=ris(paper(number)), name=f"{number}.ris", by=editor)
        make_proposed(claim=claim, source=source, by=reviewer, outcome="own")
        assign(claim, reviewer, by=reviewer)
        assign(claim, editor, by=reviewer)


def test_stranger_is_told_whom_to_ask(client, stranger):
    client.force_login(stranger)
    page = text(client.get(PAGE))
    assert "Ask the administrator" in page
    assert "Possible duplicates" not in page
    assert "have permission" not in page


def test_editor_is_not_offered_a_reviewers_work(as_editor, proposed):
    page = text(as_editor.get(PAGE))
    assert "Waiting for you to accept" not in page
    assert "first or second assessment" not in page
    assert "Your drafts" in page.split("Nothing waits under:")[1]


def test_editor_sees_what_waits_for_others(as_editor, proposed):
    assert "waiting for a second person (1)" in text(as_editor.get(PAGE))


def test_reviewer_sees_what_waits(as_reviewer, proposed):
    response = as_reviewer.get(PAGE)
    assert "Waiting for you to accept (1)" in text(response)
    assert "/admin/claims/evidence/queue/" in response.content.decode()


def test_claim_is_assessed_from_here(as_reviewer, reviewer, claim):
    assert begin_url(claim) in as_reviewer.get(PAGE).content.decode()
    as_reviewer.post(begin_url(claim))
    draft = reviewing.draft_of(claim, reviewer)
    page = as_reviewer.get(PAGE).content.decode()
    assert f"/admin/claims/assessment/{draft.pk}/write/" in page
    assert begin_url(claim) not in page


def test_empty_sections_are_one_sentence(as_reviewer):
    page = text(as_reviewer.get(PAGE))
    idle = page.split("Nothing waits under:")[1].split(".")[0]
    for title in ("Waiting for you to accept", "Notes of readers", "Possible duplicates"):
        assert title in idle
        assert page.count(f"{title} (") == 0


def test_overdue_assignment_is_marked_in_words(as_reviewer, claim, reviewer, second_reviewer):
    row = assign(claim, reviewer, by=second_reviewer, days=3)
    assert "overdue" not in text(as_reviewer.get(PAGE)).split("Asked by")[0]
    late = datetime.datetime.combine(row.due_on, datetime.time(12), datetime.UTC)
    with time_machine.travel(late + datetime.timedelta(days=1)):
        as_reviewer.force_login(reviewer)
        assert "overdue" in text(as_reviewer.get(PAGE)).split("Asked by")[0]


def test_reviewer_sees_who_else_is_assigned(as_reviewer, claim, editor, reviewer):
    assign(claim, editor, by=reviewer)
    assert "Asked of others (1) Edith" in text(as_reviewer.get(PAGE))


def test_lint_links_to_its_list(as_editor, claim, source, editor):
    make_draft(claim=claim, source=source, by=editor, locator="")
    assert "?lint=no-locator" in as_editor.get(PAGE).content.decode()


def test_duplicates_link_to_the_pair(as_editor, editor):
    both = [make_source(by=editor, key=key, title="One title") for key in ("a", "b")]
    page = as_editor.get(PAGE).content.decode()
    assert f"/admin/sources/source/duplicates/{both[0].pk}/{both[1].pk}/" in page


@pytest.mark.parametrize("address", ["import/add", "source/add", "source/duplicates"])
def test_ways_in_stand_at_the_top(as_editor, address):
    top = as_editor.get(PAGE).content.decode().split("<section")[0]
    assert f"/admin/sources/{address}/" in top


def test_import_that_waits_is_announced(as_editor, editor):
    batch = importing.stage(stream=ris(paper(1), paper(2)), name="two.ris", by=editor)
    response = as_editor.get(PAGE)
    assert "Imports waiting for decisions (1) two.ris : 2 new of 2" in text(response)
    assert f"/admin/sources/import/{batch.pk}/change/" in response.content.decode()


def test_newest_imports_wait_first(as_editor, editor):
    for name in ("first.ris", "second.ris", "third.ris"):
        importing.stage(stream=ris(paper(1)), name=name, by=editor)
    words = text(as_editor.get(PAGE))
    assert words.index("third.ris") < words.index("second.ris") < words.index("first.ris")


def test_decided_import_waits_no_longer(as_editor, editor):
    batch = importing.stage(stream=ris(paper(1)), name="one.ris", by=editor)
    importing.discard(batch=batch, by=editor)
    assert "one.ris" not in text(as_editor.get(PAGE))


def test_number_of_queries_is_fixed(
    as_reviewer, editor, reviewer, django_assert_num_queries, django_assert_max_num_queries
):
    fill([0], editor=editor, reviewer=reviewer)
    as_reviewer.get(PAGE)
    with django_assert_max_num_queries(30) as one:
        as_reviewer.get(PAGE)
    fill(range(1, 4), editor=editor, reviewer=reviewer)
    with django_assert_num_queries(len(one)):
        as_reviewer.get(PAGE)
