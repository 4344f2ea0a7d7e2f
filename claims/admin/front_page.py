"""The desk's front page: for each person the work they may do, and nothing that they may not."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from claims import assessing_work, desk_work

ENTER, DECIDE, ASSESS = "claims.add_evidence", "claims.accept_evidence", "claims.assess_claim"
SEARCH, NOTES = "claims.add_searchrecord", "claims.change_readernote"
SOURCES = "sources.change_source"
ANY = (ENTER, DECIDE, ASSESS, SEARCH, NOTES, SOURCES)


@dataclass(frozen=True)
class Count:
    """A number of records and the address of the list of just those."""

    title: str
    number: int
    url: str


def build(user):
    """Return the sections of the front page that `user` may act on; one that is absent is not shown."""
    if not any(user.has_perm(permission) for permission in ANY):
        return {"has_role": False}
    today = timezone.now().date()
    editions = SimpleLazyObject(assessing_work.current_editions)
    sections = {"has_role": True, "today": today, "assignments": _assignments(user, today)}
    for permission, part in PARTS:
        if user.has_perm(permission):
            sections |= part(user, today, editions)
    return sections


def _assignments(user, today):
    rows = [(row, row.due_on < today) for row in desk_work.open_assignments(user)]
    return {
        "own": [pair for pair in rows if pair[0].to_id == user.pk],
        "others": [pair for pair in rows if pair[0].to_id != user.pk],
    }


def _writing(user, today, editions):
    return {
        "drafts": list(desk_work.my_drafts(user)),
        "waiting": list(desk_work.my_waiting(user)),
        "evidence_lints": _counts(desk_work.evidence_lints(), "claims_evidence"),
    }


def _deciding(user, today, editions):
    return {"to_decide": list(desk_work.to_decide(user))}


def _assessing(user, today, editions):
    own = assessing_work.own_assessments(user, editions)
    return {
        "to_assess": assessing_work.to_assess(editions, own),
        "to_settle": assessing_work.to_settle(user, editions, own),
        "stale": assessing_work.stale(editions, own),
        "to_look_at": assessing_work.to_look_at(editions, own),
    }


def _searching(user, today, editions):
    return {"search_overdue": assessing_work.search_overdue(editions, today)}


def _answering(user, today, editions):
    url = f"{reverse('admin:claims_readernote_changelist')}?standing=waiting"
    return {"notes": Count("Readers' notes that wait", desk_work.notes_waiting(), url)}


def _library(user, today, editions):
    return {
        "duplicates": desk_work.duplicates(),
        "source_lints": _counts(desk_work.source_lints(), "sources_source"),
    }


def _counts(found, model):
    url = reverse(f"admin:{model}_changelist")
    return [Count(lint.title, number, f"{url}?lint={lint.name}") for lint, number in found]


PARTS = (
    (ENTER, _writing),
    (DECIDE, _deciding),
    (ASSESS, _assessing),
    (SEARCH, _searching),
    (NOTES, _answering),
    (SOURCES, _library),
)
