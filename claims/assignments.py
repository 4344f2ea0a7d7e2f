"""The deeds on assignments: who is asked to do what about a claim, and by when."""

from django.db import transaction
from django.utils import timezone

from claims.accepted_forms import public_name
from claims.models import Assignment
from claims.models.people import Task
from claims.refusals import NotAllowed, OutOfTurn, Unsuitable, WrongDay

PERMISSION_FOR = {
    Task.ASSESS: "claims.assess_claim",
    Task.ARBITRATE: "claims.assess_claim",
    Task.SEARCH: "claims.add_searchrecord",
    Task.EXTRACT: "claims.add_evidence",
}


@transaction.atomic
def assign(*, assignment, by):
    """Ask a person to do something about a claim. Raises NotAllowed, Unsuitable and WrongDay."""
    if not by.has_perm("claims.add_assignment"):
        raise NotAllowed("You may not assign work; ask for a role that may.")
    now = timezone.now()
    if assignment.due_on < now.date():
        raise WrongDay(f"The due date is past; give today ({now:%Y-%m-%d} UTC) or a later day.")
    _check_suitable(assignment)
    assignment.assigned_by, assignment.assigned_at = by, now
    assignment.save()
    return assignment


def _check_suitable(assignment):
    person, name = assignment.to, public_name(assignment.to)
    if not (person.is_active and person.is_staff):
        raise Unsuitable(f"{name} cannot sign in to the desk; ask somebody who is active staff.")
    if not person.has_perm(PERMISSION_FOR[assignment.task]):
        task = assignment.get_task_display().lower()
        raise Unsuitable(
            f"{name} has no role that may do this ({task}); ask somebody who has, or have the"
            " role given first."
        )


@transaction.atomic
def close(*, assignment, by):
    """Note that the work is done or no longer wanted. Raises NotAllowed and OutOfTurn."""
    stored = Assignment.objects.select_for_update(no_key=True, of=("self",)).get(pk=assignment.pk)
    if stored.closed_at:
        raise OutOfTurn("This assignment is closed already; assign it again if work is left.")
    return _close(stored, by)


@transaction.atomic
def close_done(*, claim, task, to, by):
    """Close what `to` was asked to do and has now done; return what was closed."""
    rows = Assignment.objects.select_for_update(no_key=True, of=("self",)).open()
    return [_close(row, by) for row in rows.filter(claim=claim, task=task, to=to)]


def _close(assignment, by):
    if not may_close(assignment, by):
        raise NotAllowed("This was asked of somebody else; they close it, or a reviewer does.")
    assignment.closed_by, assignment.closed_at = by, timezone.now()
    assignment.save()
    return assignment


def may_close(assignment, user):
    """Whether the work was asked of `user`, or `user` may close that of others."""
    return user.pk == assignment.to_id or user.has_perm("claims.change_assignment")
