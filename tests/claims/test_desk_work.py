"""What waits for whom at the desk."""

import datetime

import pytest

from claims import assessing_work, desk, desk_work, reviewing, searches
from claims.models import Assignment, SearchRecord
from claims.refusals import OwnExtraction
from sources.intake import library
from tests.claims.test_assignments import assign
from tests.claims.voices import OTHER_SIDE
from tests.people import (
    make_accepted,
    make_assessment,
    make_claim,
    make_draft,
    make_proposed,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def revised(claim, source, editor, reviewer, second_reviewer):
    """Written by the editor, accepted by the first reviewer, changed by the second."""
    item = make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    item.finding = "Mood fell."
    return desk.change(evidence=item, by=second_reviewer, reason="Read again in Table 2.")


def assessing(user):
    editions = assessing_work.current_editions()
    return editions, assessing_work.own_assessments(user, editions)


def steps(rows):
    return [row.step for row in rows]


def settle(user):
    editions, own = assessing(user)
    return assessing_work.to_settle(user, editions, own)


def test_draft_is_its_writers(claim, source, editor, reviewer):
    draft = make_draft(claim=claim, source=source, by=editor)
    assert list(desk_work.my_drafts(editor)) == [draft]
    assert list(desk_work.my_drafts(reviewer)) == []


def test_proposed_item_waits_for_another(proposed, reviewer):
    assert list(desk_work.to_decide(reviewer)) == [proposed]


def test_own_item_is_not_offered(claim, source, reviewer):
    own = make_proposed(claim=claim, source=source, by=reviewer)
    assert list(desk_work.to_decide(reviewer)) == []
    assert list(desk_work.my_waiting(reviewer)) == [own]


def test_own_revision_is_not_offered(revised, second_reviewer):
    assert list(desk_work.to_decide(second_reviewer)) == []


def test_revision_by_another_is_offered_to_the_first_writer(revised, editor):
    assert list(desk_work.to_decide(editor)) == [revised]


@pytest.mark.parametrize("person", ["reviewer", "second_reviewer"])
def test_offers_agree_with_the_deed(revised, source, person, request):
    user = request.getfixturevalue(person)
    other = make_proposed(claim=revised.claim, source=source, by=user, outcome="sleep")
    offered = set(desk_work.to_decide(user))
    for item in (revised, other):
        try:
            desk.accept(evidence=item, by=user)
        except OwnExtraction:
            assert item not in offered
        else:
            assert item in offered


def test_longest_waiting_comes_first(claim, source, editor, reviewer):
    later = make_draft(claim=claim, source=source, by=editor, outcome="mood")
    first = make_proposed(claim=claim, source=source, by=editor, outcome="sleep")
    desk.propose(evidence=later, by=editor)
    assert list(desk_work.to_decide(reviewer)) == [first, later]


def test_queue_goes_on_behind_a_decided_item(claim, source, editor, reviewer):
    items = [
        make_proposed(claim=claim, source=source, by=editor, outcome=f"mood {day}")
        for day in range(3)
    ]
    desk.accept(evidence=items[1], by=reviewer)
    assert desk_work.next_to_decide(reviewer, after=items[1].pk) == items[2]


def test_queue_ends_behind_the_last(proposed, reviewer):
    assert desk_work.next_to_decide(reviewer, after=proposed.pk) is None


def test_queue_begins_for_an_unknown_place(proposed, reviewer):
    assert desk_work.next_to_decide(reviewer, after=proposed.pk + 1) == proposed


def test_assignments_of_others_are_for_who_assigns(claim, editor, reviewer, second_reviewer):
    assign(claim, reviewer, by=second_reviewer)
    assert list(desk_work.open_assignments(editor)) == []
    assert list(desk_work.open_assignments(second_reviewer)) == list(Assignment.objects.all())


def test_unassessed_claim_waits_for_a_first(claim, reviewer):
    (row,) = assessing_work.to_assess(*assessing(reviewer))
    assert (row.edition.claim_id, row.step) == (claim.pk, "independent")
    assert "first" in row.words


def test_assessed_claim_waits_for_a_second(claim, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer)
    assert assessing_work.to_assess(*assessing(reviewer)) == []
    (row,) = assessing_work.to_assess(*assessing(second_reviewer))
    assert "second" in row.words


def test_begun_assessment_is_gone_on_with(claim, reviewer):
    draft = reviewing.begin(claim=claim, by=reviewer)
    (row,) = assessing_work.to_assess(*assessing(reviewer))
    assert (row.step, row.assessment) == ("go-on", draft.pk)


def test_twice_assessed_claim_waits_for_nobody(claim, editor, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer)
    make_assessment(claim=claim, by=second_reviewer)
    assert assessing_work.to_assess(*assessing(editor)) == []


def test_disagreement_is_for_a_third_person(disagreed, editor):
    assert steps(settle(editor)) == ["arbitration"]


def test_voices_write_a_consensus(disagreed, reviewer):
    assert steps(settle(reviewer)) == ["consensus"]


def test_written_consensus_is_to_sign(disagreed, reviewer, second_reviewer):
    text = make_assessment(claim=disagreed, by=reviewer, kind="consensus", **OTHER_SIDE)
    assert [(row.step, row.assessment) for row in settle(second_reviewer)] == [("sign", text.pk)]
    assert steps(settle(reviewer)) == [""]


def test_changed_evidence_makes_a_claim_stale(claim, source, editor, reviewer):
    make_assessment(claim=claim, by=reviewer)
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    assert steps(assessing_work.stale(*assessing(reviewer))) == ["independent"]


def test_retracted_deciding_study_is_to_be_looked_at(claim, source, editor, reviewer):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    library.record_notice(source=source, kind="retraction", by=editor)
    assert steps(assessing_work.to_look_at(*assessing(reviewer))) == ["independent"]


def search(claim, day, *, by):
    numbers = {"found": 3, "screened": 3, "included": 1}
    row = SearchRecord(
        claim=claim, databases=["MEDLINE"], query="lsd", searched_on=day, searched_by="A", **numbers
    )
    return searches.record(search=row, by=by)


def test_claim_never_searched_for_is_overdue(claim):
    today = datetime.date(2026, 11, 23)
    (row,) = assessing_work.search_overdue(assessing_work.current_editions(), today)
    assert row.words == "No search is recorded."


@pytest.mark.parametrize(("days", "overdue"), [(365, 0), (366, 1)])
def test_search_holds_for_a_year(claim, editor, days, overdue):
    today = datetime.date.today()
    search(claim, today, by=editor)
    later = today + datetime.timedelta(days=days)
    editions = assessing_work.current_editions()
    assert len(assessing_work.search_overdue(editions, later)) == overdue


PAPER = {"title": "Mood under LSD", "year": 2021}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"title": "MOOD — under LSD."}, "same title"),
        (PAPER | {"title": "Mood under LSD: a trial"}, "one title begins the other"),
        (PAPER | {"title": "Sleep", "registration": "NCT03866252"}, "registration"),
    ],
)
def test_likely_duplicates_are_told_with_why(editor, fields, why):
    one = make_source(by=editor, key="a", **PAPER, registration="NCT03866252")
    other = make_source(by=editor, key="b", **fields)
    ((first, second, told),) = desk_work.duplicates()
    assert ({first.pk, second.pk}, why in told) == ({one.pk, other.pk}, True)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Mood under LSD: a trial", "year": 2022},
        PAPER | {"title": "Mood under LSD: a trial", "authors": [{"family": "Else"}]},
        PAPER | {"title": "Mood under LSD: a trial", "authors_in_order": False},
        PAPER | {"title": "Mood underneath"},
    ],
)
def test_unlike_papers_are_no_duplicates(editor, fields):
    make_source(by=editor, key="a", **PAPER)
    make_source(by=editor, key="b", **fields)
    assert desk_work.duplicates() == []


@pytest.mark.parametrize("more", [0, 3])
def test_claims_are_read_in_three_queries(
    more, disagreed, editor, reviewer, second_reviewer, django_assert_num_queries
):
    for number in range(more):
        other = make_claim(by=editor, slug=f"claim-{number}", order=number + 2)
        make_assessment(claim=other, by=reviewer)
        make_assessment(claim=other, by=second_reviewer, **OTHER_SIDE)
    with django_assert_num_queries(3):
        editions, own = assessing(reviewer)
        assessing_work.to_assess(editions, own)
        assert len(assessing_work.to_settle(reviewer, editions, own)) == more + 1
        assessing_work.stale(editions, own)
