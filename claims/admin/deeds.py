"""The deeds of the desk as buttons and list actions: who sees which, and what they tell."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.template.response import TemplateResponse

from claims import desk, states
from claims.states import State


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
        Deed(states.ACCEPT, "Accept", "Accepted; the public page shows it"),
        Deed(states.DECLINE, "Decline", "Declined"),
        Deed(states.WITHDRAW, "Withdraw", "Withdrawn; the public page says so"),
        Deed(states.REOPEN, "Reopen", "Reopened as a draft"),
    )
}
MEANINGS = {
    State.DRAFT: "Not public. Its editor proposes it when it is complete.",
    State.PROPOSED: "Not public. It waits for a second person to accept or decline it.",
    State.ACCEPTED: "Public. Saving a change puts it under revision, and this form stays public"
    " until a second person accepts the change.",
    State.UNDER_REVISION: "The accepted form is public. The changed form waits for a second person;"
    " declining it puts the accepted form back.",
    State.DECLINED: "Not public, and closed. Reopen it to work on it again.",
    State.WITHDRAWN: "No longer counts; the public page shows it as withdrawn, with the reason.",
}
NO_REASON = "Give a reason; it is kept with the item, and withdrawn items show it to readers."


@transaction.atomic
def do_as_seen(deed, evidence, by, reason, seen_version):
    """Do the deed on the form that `by` has looked at; a deed makes one version of it, not two."""
    done = deed.do(evidence, by, reason)
    if str(done.version - 1) != seen_version:
        raise desk.ChangedMeanwhile(
            "Somebody changed this item after you opened it. Nothing was done: look at it as it is"
            " now, then decide."
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
        if deed.needs_reason and not reason:
            error = NO_REASON if "reason" in request.POST else ""
            return ask(modeladmin, request, deed, chosen, error)
        return do_each(modeladmin, request, deed, chosen, reason)

    put_through.__name__ = deed.name
    return put_through


ACTIONS = [action(deed) for deed in DEEDS.values()]


def open_deeds(user, evidence):
    return [deed for deed in DEEDS.values() if deed.is_open_to(user, evidence)]


def waits_for_others(user, evidence):
    """Whether `user` could decide, had they not written part of it themselves."""
    is_pending = evidence.state in (State.PROPOSED, State.UNDER_REVISION)
    return is_pending and evidence.contributors.filter(pk=user.pk).exists()
