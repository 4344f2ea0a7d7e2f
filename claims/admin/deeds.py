"""The deeds of the desk as buttons and list actions: who sees which, and what they tell."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.template.response import TemplateResponse

from claims import desk, states
from claims.states import State, Who
from microdose_kb.meanwhile import changes_since


@dataclass(frozen=True)
class Deed:
    """A transition with its words for buttons, and for what it has done."""

    transition: states.Transition
    verb: str
    done: str

    @property
    def name(self):
        return self.transition.name

    @property
    def needs_reason(self):
        return self.transition.needs_reason

    def is_open_to(self, user, evidence):
        is_turn = evidence.state in self.transition.start
        return is_turn and user.has_perm(self.transition.permission)

    def do(self, evidence, by, reason):
        why = {"reason": reason} if self.needs_reason else {}
        return getattr(desk, self.name)(evidence=evidence, by=by, **why)


DEEDS = {
    deed.name: deed
    for deed in (
        Deed(states.PROPOSE, "Propose", "Proposed; a second person decides now"),
        Deed(states.TAKE_BACK, "Take back", "Taken back; nobody else has to decide now"),
        Deed(states.ACCEPT, "Accept", "Accepted; the public page shows it"),
        Deed(states.DECLINE, "Decline", "Declined"),
        Deed(states.WITHDRAW, "Withdraw", "Withdrawn; the public page says so"),
        Deed(states.SET_ASIDE, "Set aside", "Set aside; it can be reopened"),
        Deed(states.REOPEN, "Reopen", "Reopened as a draft"),
    )
}
MEANINGS = {
    State.DRAFT: "Not public. Its editor proposes it when it is complete, or sets it aside with a"
    " reason.",
    State.PROPOSED: "Not public. It waits for a second person to accept or decline it; whoever wrote"
    " it may take it back.",
    State.ACCEPTED: "Public. Saving a change puts it under revision, and this form stays public"
    " until a second person accepts the change.",
    State.UNDER_REVISION: "The accepted form is public. The changed form waits for a second person;"
    " declining it, or taking it back, puts the accepted form back.",
    State.DECLINED: "Not public, and closed. Reopen it to work on it again.",
    State.WITHDRAWN: "No longer counts; the public page shows it as withdrawn, with the reason.",
}
NO_REASON = (
    f"Give a reason of at least {states.SHORTEST_REASON} characters; it is kept with the item, and"
    " withdrawn items show it to readers."
)


@transaction.atomic
def do_as_seen(deed, evidence, by, reason, seen_version):
    """Do the deed on the form that `by` has looked at; a deed makes one version of it, not two."""
    done = deed.do(evidence, by, reason)
    if str(done.version - 1) != seen_version:
        what = " ".join(changes_since(evidence, seen_version))
        raise desk.ChangedMeanwhile(
            "Somebody changed this item after you opened it. Nothing was done: look at it as it is"
            f" now, then decide. {what}".strip()
        )


def do_each(modeladmin, request, deed, chosen, reason):
    """Do the deed item by item; one that is refused does not stop the others."""
    for evidence in chosen:
        try:
            deed.do(evidence, request.user, reason)
        except desk.DeskError as refusal:
            modeladmin.message_user(request, f"{evidence}: {refusal}", messages.ERROR)
        else:
            modeladmin.log_deed(request, evidence, deed, reason)
            modeladmin.message_user(request, f"{evidence}: {deed.done}.", messages.SUCCESS)


def ask(modeladmin, request, deed, chosen, error, **context):
    """Return the page that lists the items and asks for the reason."""
    return TemplateResponse(
        request,
        "admin/claims/evidence/deed.html",
        {
            **modeladmin.admin_site.each_context(request),
            "title": f"{deed.verb}: why?",
            "opts": modeladmin.opts,
            "deed": deed,
            "chosen": chosen,
            "error": error,
            "reason": request.POST.get("reason", ""),
            "checkbox": ACTION_CHECKBOX_NAME,
            **context,
        },
    )


def action(deed):
    """Return the list action of a deed."""

    @admin.action(description=f"{deed.verb} the selected evidence", permissions=[deed.name])
    def put_through(modeladmin, request, queryset):
        chosen = list(queryset.select_related("claim__mechanism", "source"))
        reason = request.POST.get("reason", "").strip()
        if deed.needs_reason and len(reason) < states.SHORTEST_REASON:
            error = NO_REASON if "reason" in request.POST else ""
            return ask(modeladmin, request, deed, chosen, error)
        return do_each(modeladmin, request, deed, chosen, reason)

    put_through.__name__ = deed.name
    return put_through


ACTIONS = [action(deed) for deed in DEEDS.values()]


def open_deeds(user, evidence, *, is_own):
    """Return what `user` may do with the item now; only its writers may take it back."""
    closed_to = () if is_own else (Who.WRITERS,)
    return [
        deed
        for deed in DEEDS.values()
        if deed.is_open_to(user, evidence) and deed.transition.who not in closed_to
    ]


def waits_for_others(user, evidence):
    """Whether the item waits for a decision that `user` cannot make, having written part of it."""
    is_pending = evidence.state in (State.PROPOSED, State.UNDER_REVISION)
    return is_pending and user.pk in desk.writers(evidence)


def log_of(evidence):
    """Return the lines of the item's log, newest first, each with its deed in words."""
    lines = evidence.log.select_related("by", "edition").order_by("-pk")
    lines = list(lines.defer("edition__document", "edition__summary"))
    for line in lines:
        line.words = line.deed.replace("_", " ")
    return lines
