"""Every state x deed x role, against a table written by hand from the method, not from the code."""

from contextlib import suppress

import pytest
from django.db import transaction

from claims import desk
from claims.models import Edition, Evidence, LogLine
from tests.people import make_draft, make_user

pytestmark = pytest.mark.django_db

WHY = "Read again in the full text."
EDITORS = {"editor who wrote", "another editor"}
REVIEWERS = {"reviewer who wrote", "another reviewer", "superuser"}
STAFF = EDITORS | REVIEWERS
WROTE = {"editor who wrote", "reviewer who wrote"}
ROLES = [*sorted(STAFF), "stranger"]
OTHERS = REVIEWERS - WROTE
# (deed, state) -> (who may, where it leads, whether readers see it). Nothing else is allowed.
TABLE = {
    ("change", "draft"): (STAFF, "draft", False),
    ("change", "reopened"): (STAFF, "draft", False),
    ("change", "proposed"): (STAFF, "proposed", False),
    ("change", "accepted"): (STAFF, "under-revision", False),
    ("change", "under-revision"): (STAFF, "under-revision", False),
    ("propose", "draft"): (STAFF, "proposed", False),
    ("propose", "reopened"): (STAFF, "proposed", False),
    ("take_back", "proposed"): (WROTE, "draft", False),
    ("take_back", "under-revision"): (WROTE, "accepted", False),
    ("set_aside", "draft"): (STAFF, "declined", False),
    ("set_aside", "reopened"): (STAFF, "withdrawn", False),
    ("accept", "proposed"): (OTHERS, "accepted", True),
    ("accept", "under-revision"): (OTHERS, "accepted", True),
    ("decline", "proposed"): (REVIEWERS, "declined", False),
    ("decline", "under-revision"): (REVIEWERS, "accepted", False),
    ("withdraw", "accepted"): (REVIEWERS, "withdrawn", True),
    ("reopen", "declined"): (STAFF, "draft", False),
    ("reopen", "withdrawn"): (STAFF, "draft", False),
}
WITH_REASON = ["change", "set_aside", "decline", "withdraw", "reopen"]
PATHS = {
    "draft": "",
    "reopened": "propose accept withdraw reopen",
    "proposed": "propose",
    "accepted": "propose accept",
    "under-revision": "propose accept revise",
    "declined": "propose decline",
    "withdrawn": "propose accept withdraw",
}
STATES = list(PATHS)
DEEDS = [*WITH_REASON, "propose", "take_back", "accept", "accept_shipped"]


@pytest.fixture
def people(editor, reviewer, second_reviewer, stranger):
    return {
        "editor who wrote": editor,
        "reviewer who wrote": reviewer,
        "another editor": make_user("olga", role="Editors"),
        "another reviewer": second_reviewer,
        "superuser": make_user("root", is_superuser=True),
        "stranger": stranger,
    }


def revise(item, by, finding):
    item.finding = finding
    return desk.change(evidence=item, by=by, reason=WHY)


def put(state, claim, source, people):
    """Bring an item that two people wrote into `state` by deeds alone."""
    editor, reviewer = people["editor who wrote"], people["reviewer who wrote"]
    judge = people["another reviewer"]
    item = revise(make_draft(claim=claim, source=source, by=editor), reviewer, "Read twice.")
    deeds = {
        "propose": lambda: desk.propose(evidence=item, by=editor),
        "accept": lambda: desk.accept(evidence=item, by=judge),
        "decline": lambda: desk.decline(evidence=item, by=judge, reason=WHY),
        "withdraw": lambda: desk.withdraw(evidence=item, by=judge, reason=WHY),
        "reopen": lambda: desk.reopen(evidence=item, by=judge, reason=WHY),
        "revise": lambda: revise(revise(item, editor, "Read thrice."), reviewer, "Read again."),
    }
    for step in PATHS[state].split():
        item = deeds[step]()
    return item


def do(deed, item, by, reason=WHY):
    evidence = Evidence.objects.get(pk=item.pk)
    if deed == "change":
        evidence.finding = "Mood rose a little."
    why = {"reason": reason} if deed in WITH_REASON else {}
    getattr(desk, deed)(evidence=evidence, by=by, **why)


def traces(item):
    row = Evidence.objects.filter(pk=item.pk).values().get()
    return row, item.history.count(), LogLine.objects.count(), Edition.objects.count()


def check(deed, state, item, role, by):
    before = traces(item)
    may, leads, is_seen = TABLE.get((deed, state), ((), "", False))
    is_done = False
    with suppress(desk.DeskError):
        do(deed, item, by)
        is_done = True
    after, name = traces(item), f"{deed} of {state} by {role}"
    assert is_done == (role in may), name
    if not is_done:
        assert after == before, name
        return
    line, past = item.log.latest(), item.history.latest()
    assert after[0]["state"] == line.state == past.state == leads, name
    assert after[0]["version"] == line.version == past.version == before[0]["version"] + 1, name
    assert (line.deed, line.by, past.history_user) == (deed, by, by), name
    assert line.reason == (WHY if deed in WITH_REASON else ""), name
    counts = [new - old for old, new in zip(before[1:], after[1:], strict=True)]
    assert counts == [1, 1, int(is_seen)], name
    assert (line.edition is not None) == is_seen, name


@pytest.mark.parametrize("state", STATES)
def test_every_deed_by_every_role(state, claim, source, people):
    item = put(state, claim, source, people)
    for role, by in people.items():
        for deed in DEEDS:
            with transaction.atomic():
                check(deed, state, item, role, by)
                transaction.set_rollback(True)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("reason", ["", "  ", "Too short"])
def test_short_reason_changes_nothing(state, reason, claim, source, people):
    item = put(state, claim, source, people)
    before = traces(item)
    for deed in WITH_REASON:
        with pytest.raises(desk.NoReason, match="at least 10 characters"):
            do(deed, item, people["superuser"], reason)
    assert traces(item) == before


@pytest.mark.parametrize("role", ROLES)
def test_who_may_enter(role, claim, source, people):
    before = Evidence.objects.count(), LogLine.objects.count()
    with suppress(desk.NotAllowed):
        make_draft(claim=claim, source=source, by=people[role])
    entered = int(role in STAFF)
    after = Evidence.objects.count(), LogLine.objects.count()
    assert after == (before[0] + entered, before[1] + entered)
