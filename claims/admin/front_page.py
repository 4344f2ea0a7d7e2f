"""The desk's front page: for each person the work they may do, and nothing that they may not."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from claims import assessing_work, desk_work

ENTER, DECIDE, ASSESS = "claims.add_evidence", "claims.accept_evidence", "claims.assess_claim"
SEARCH, NOTES = "claims.add_searchrecord", "claims.change_readernote"
SOURCES, BRING = "sources.change_source", "sources.add_source"
ANY = (ENTER, DECIDE, ASSESS, SEARCH, NOTES, SOURCES, BRING)
# The sections that can be empty, by what they list, in the order of the page.
TITLES = {
    "to_decide": "Waiting for you to accept",
    "own": "Asked of you",
    "others": "Asked of others",
    "drafts": "Your drafts",
    "waiting": "Yours, waiting for a second person",
    "to_look_at": "Retractions to look at",
    "to_settle": "Reviewers disagree",
    "to_assess": "Waiting for a first or second assessment",
    "stale": "Out of date",
    "search_overdue": "Search overdue",
    "notes": "Notes of readers",
    "imports": "Imports waiting for decisions",
    "duplicates": "Possible duplicates",
}
CLAIM_ROWS = ("to_look_at", "to_settle", "to_assess", "stale", "search_overdue")


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
    lists = _assignments(user, today)
    for permission, part in PARTS:
        if user.has_perm(permission):
            lists |= part(user, today, editions)
    return {"has_role": True, "titles": TITLES, **lists} | {
        "claim_rows": [(name, TITLES[name], lists[name]) for name in CLAIM_ROWS if lists.get(name)],
        "idle": [title for name, title in TITLES.items() if name in lists and not lists[name]],
    }


def _assignments(user, today):
    rows = [(row, row.due_on < today) for row in desk_work.open_assignments(user)]
    own = [pair for pair in rows if pair[0].to_id == user.pk]
    others = [pair for pair in rows if pair[0].to_id != user.pk]
    return {"own": own} | ({"others": others} if others else {})


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
    number = desk_work.notes_waiting()
    url = f"{reverse('admin:claims_readernote_changelist')}?standing=waiting"
    return {"notes": [Count("Readers' notes that wait", number, url)] if number else []}


def _library(user, today, editions):
    return {
        "duplicates": desk_work.duplicates(),
        "source_lints": _counts(desk_work.source_lints(), "sources_source"),
    }


def _bringing(user, today, editions):
    return {"imports": list(desk_work.imports_waiting())}


def _counts(found, model):
    url = reverse(f"admin:{model}_changelist")
    return [Count(lint.title, number, f"{url}?lint={lint.name}") for lint, number in found]


PARTS = (
    (ENTER, _writing),
    (DECIDE, _deciding),
    (ASSESS, _assessing),
    (SEARCH, _searching),
    (NOTES, _answering),
    (BRING, _bringing),
    (SOURCES, _library),
)
