"""The queue of evidence that waits for a second person: one item at a time, and on to the next."""

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from claims import desk_work
from claims.accepted_forms import EFFECT
from claims.admin import comparison, deeds
from claims.refusals import DeskError
from microdose_kb.changes import ROW_NUMBER
from sources import citations

OFFERED = ("accept", "decline")
FIELDS = [*comparison.FIELDS, *EFFECT.values()]
REASON_TO_ACCEPT = (
    "Nothing was done: you wrote a reason and pressed Accept, which takes none. Press Decline, or"
    " empty the field and accept."
)


def queue_view(modeladmin, request):
    """Show the item that waits next; put one through a deed and go on behind it."""
    if not modeladmin.has_accept_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return _decide(modeladmin, request)
    after = request.GET.get("after", "")
    item = desk_work.next_to_decide(request.user, int(after) if _is_row(after) else None)
    return _page(modeladmin, request, item)


def _is_row(text):
    return bool(ROW_NUMBER.fullmatch(text))


def _decide(modeladmin, request):
    deed, pk = request.POST.get("deed", ""), request.POST.get("item", "")
    if deed not in OFFERED or not _is_row(pk):
        raise BadRequest("The form named no item or no deed of the queue; open the queue again.")
    item = get_object_or_404(modeladmin.get_queryset(request), pk=pk)
    reason = request.POST.get("reason", "").strip()
    if deed == "accept" and reason:
        return _again(modeladmin, request, item, REASON_TO_ACCEPT)
    seen = request.POST.get("seen_version", "")
    try:
        deeds.do_as_seen(deeds.DEEDS[deed], item, request.user, reason, seen)
    except DeskError as refusal:
        return _again(modeladmin, request, item, str(refusal))
    modeladmin.log_deed(request, item, deeds.DEEDS[deed], reason)
    modeladmin.message_user(request, f"{item}: {deeds.DEEDS[deed].done}.", messages.SUCCESS)
    return redirect(_address(item.pk))


def _again(modeladmin, request, item, error):
    """Show the item with what stood against the deed; go on if it no longer waits for this person."""
    waiting = desk_work.to_decide(request.user).filter(pk=item.pk).first()
    if waiting is None:
        modeladmin.message_user(request, f"{item}: {error}", messages.ERROR)
        return redirect(_address(item.pk))
    return _page(modeladmin, request, waiting, error)


def _address(after):
    return f"{reverse('admin:claims_evidence_queue')}?after={after}"


def _page(modeladmin, request, item, error=""):
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": "Evidence that waits for you",
        "opts": modeladmin.opts,
        "item": item,
        "error": error,
        "reason": request.POST.get("reason", ""),
        "number": desk_work.to_decide(request.user).count(),
        **(_details(item) if item else {}),
    }
    return TemplateResponse(request, "admin/claims/evidence/queue.html", context)


def _details(item):
    return {
        "meaning": deeds.MEANINGS[item.state],
        "reference": citations.parts(item.source.__dict__),
        "differences": comparison.differences(item),
        "fields": stated(item),
        "log": [(line, line.deed.replace("_", " ")) for line in _lines(item)],
        "next_url": _address(item.pk),
    }


def _lines(item):
    return item.log.select_related("by").order_by("-pk")


def stated(item):
    """Return [(label, value)] of the fields that are filled in, as the form orders them."""
    rows = []
    for name in FIELDS:
        if name == "origin" or getattr(item, name) in (None, "", [], False):
            continue
        rows.append((comparison.label(name), _words(item, name)))
    return rows


def _words(item, name):
    value = getattr(item, name)
    if value is True:
        return "Yes"
    if isinstance(value, list):
        return "\n".join(value)
    display = getattr(item, f"get_{name}_display", None)
    return display() if display else value
