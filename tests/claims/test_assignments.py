"""Asking people to do something about a claim by a certain day."""

import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from claims import assignments
from claims.models import Assignment
from claims.models.people import Task
from claims.refusals import NotAllowed, OutOfTurn, Unsuitable, WrongDay
from tests.people import make_user


def assign(claim, to, *, by, task="search", days=7, **fields):
    due_on = timezone.now().date() + datetime.timedelta(days=days)
    row = Assignment(claim=claim, task=task, to=to, due_on=due_on, **fields)
    return assignments.assign(assignment=row, by=by)


@pytest.fixture
def assignment(claim, editor, reviewer):
    return assign(claim, editor, by=reviewer)


def test_assign_notes_who_asked_and_when(assignment, reviewer):
    stored = Assignment.objects.get()
    assert stored.assigned_by == reviewer
    assert stored.assigned_at == assignment.assigned_at


def test_assign_is_not_for_editors(claim, editor):
    with pytest.raises(NotAllowed, match="ask for a role"):
        assign(claim, editor, by=editor)


def test_assign_refuses_a_day_that_is_past(claim, editor, reviewer):
    with pytest.raises(WrongDay, match="or a later day"):
        assign(claim, editor, by=reviewer, days=-1)


def test_assign_takes_today(claim, editor, reviewer):
    assert assign(claim, editor, by=reviewer, days=0).pk


@pytest.mark.parametrize("task", ["assess", "arbitrate"])
def test_assign_gives_no_assessment_to_editors(claim, editor, reviewer, task):
    with pytest.raises(Unsuitable, match="ask somebody who has"):
        assign(claim, editor, by=reviewer, task=task)


@pytest.mark.parametrize("task", Task.values)
def test_assign_gives_every_task_to_reviewers(claim, reviewer, second_reviewer, task):
    assert assign(claim, second_reviewer, by=reviewer, task=task).task == task


@pytest.mark.parametrize("task", Task.values)
def test_assign_gives_nothing_to_strangers(claim, reviewer, stranger, task):
    with pytest.raises(Unsuitable, match="stan has no role"):
        assign(claim, stranger, by=reviewer, task=task)


@pytest.mark.parametrize("gone", [{"is_active": False}, {"is_staff": False}])
def test_assign_gives_nothing_to_who_cannot_sign_in(claim, reviewer, gone):
    person = make_user("olga", role="Editors", **{"is_staff": True} | gone)
    with pytest.raises(Unsuitable, match="active staff"):
        assign(claim, person, by=reviewer)


def test_open_assignment_stands_once(assignment, claim, editor, reviewer):
    with pytest.raises(IntegrityError):
        assign(claim, editor, by=reviewer, days=9)


@pytest.mark.parametrize("person", ["editor", "second_reviewer"])
def test_close_is_for_the_assignee_and_for_reviewers(assignment, request, person):
    by = request.getfixturevalue(person)
    assert assignments.close(assignment=assignment, by=by).closed_by == by
    assert not Assignment.objects.open().exists()


def test_close_is_not_for_other_editors(assignment):
    other = make_user("otto", role="Editors", is_staff=True)
    with pytest.raises(NotAllowed, match="somebody else"):
        assignments.close(assignment=assignment, by=other)


def test_close_happens_once(assignment, editor):
    assignments.close(assignment=assignment, by=editor)
    with pytest.raises(OutOfTurn, match="assign it again"):
        assignments.close(assignment=assignment, by=editor)


def test_closed_work_can_be_assigned_again(assignment, claim, editor, reviewer):
    assignments.close(assignment=assignment, by=editor)
    assert assign(claim, editor, by=reviewer).pk


def test_close_done_closes_this_task_of_this_person_only(claim, reviewer, second_reviewer):
    done = assign(claim, second_reviewer, by=reviewer, task="assess")
    kept = {
        assign(claim, second_reviewer, by=reviewer, task="search"),
        assign(claim, reviewer, by=reviewer, task="assess"),
    }
    closed = assignments.close_done(
        claim=claim, task=Task.ASSESS, to=second_reviewer, by=second_reviewer
    )
    assert closed == [done]
    assert set(Assignment.objects.open()) == kept


def test_close_done_without_an_assignment_is_no_fault(claim, reviewer):
    assert assignments.close_done(claim=claim, task="assess", to=reviewer, by=reviewer) == []
