"""Evidence: entering it, changing it, and deciding on it."""

from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.html import format_html_join
from django.views.decorators.http import require_POST

from claims import desk, states
from claims.admin import comparison, deeds, layout, offers, queue
from claims.admin.forms import EvidenceForm, label, word
from claims.lints import LINTS
from claims.models import Claim, Evidence
from claims.states import State
from microdose_kb.changes import DeedAdmin
from microdose_kb.lints import lint_filter

FIRST_STEP = "It is a draft. When it is complete, propose it: a second person then decides."
REVISED = (
    "This item was accepted and is now under revision: the public page keeps the accepted form"
    " until a second person accepts yours."
)


@admin.register(Evidence)
class EvidenceAdmin(DeedAdmin):
    form = EvidenceForm
    refusals = (desk.DeskError,)
    instead = "Evidence is kept for good: withdraw it instead, with a reason."
    change_form_template = "admin/claims/evidence/change_form.html"
    actions = deeds.ACTIONS
    autocomplete_fields = ("claim", "source")
    list_display = (
        "outcome",
        "claim_slug",
        "source_label",
        "direction",
        "state",
        "extracted_by",
        "verified_by",
    )
    list_filter = (
        lint_filter(LINTS),
        "state",
        "claim__mechanism",
        "direction",
        "basis",
        "risk_of_bias",
        "source__design",
    )
    list_select_related = ("claim", "source", "extracted_by", "verified_by")
    search_fields = (
        "outcome",
        "finding",
        "claim__statement",
        "claim__slug",
        "source__key",
        "source__title",
    )
    list_per_page = 50
    ordering = ("claim__mechanism__order", "claim__order", "source__key", "outcome")
    readonly_fields = (*layout.STAMPS, "method_offers")

    class Media:
        css = {"all": ("admin_desk.css",)}

    @admin.display(description="claim", ordering="claim__slug")
    def claim_slug(self, evidence):
        return evidence.claim.slug

    @admin.display(description="source", ordering="source__key")
    def source_label(self, evidence):
        return evidence.source.label

    @admin.display(description="The method offers")
    def method_offers(self, evidence):
        offered = offers.offered(evidence.claim, evidence.source, evidence.comparator)
        rows = ((label(name), word(name, offered)) for name in offered)
        return format_html_join("", "{}: {}<br>", rows)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)

    def get_fieldsets(self, request, obj=None):
        is_reviewer = self.has_accept_permission(request)
        parts = layout.fieldsets(is_change=obj is not None, is_reviewer=is_reviewer)
        return self.with_why(request, parts, obj)

    def get_readonly_fields(self, request, obj=None):
        subject = ("claim", "source") if obj else ()
        judged = () if self.has_accept_permission(request) else layout.JUDGED
        return (*self.readonly_fields, *subject, *judged)

    def get_changeform_initial_data(self, request):
        """The link on a claim's page names the claim; any other text is left alone."""
        pk = request.GET.get("claim", "")
        is_claim = pk.isdecimal() and Claim.objects.filter(pk=pk).exists()
        return {"claim": pk} if is_claim else {}

    def has_change_permission(self, request, obj=None):
        is_open = obj is None or obj.state in states.CHANGE.start
        return is_open and super().has_change_permission(request, obj)

    def has_propose_permission(self, request):
        return request.user.has_perm(states.PROPOSE.permission)

    def has_accept_permission(self, request):
        return request.user.has_perm(states.ACCEPT.permission)

    def has_withdraw_permission(self, request):
        return request.user.has_perm(states.WITHDRAW.permission)

    has_take_back_permission = has_propose_permission
    has_set_aside_permission = has_propose_permission
    has_reopen_permission = has_propose_permission
    has_decline_permission = has_accept_permission

    def view_on_site(self, evidence):
        return evidence.claim.get_absolute_url() if evidence.is_public else None

    def add_row(self, request, form):
        desk.enter(evidence=form.instance, by=request.user)
        request.notes += [*form.taken, FIRST_STEP]

    def change_row(self, request, form, reason):
        was_accepted = form.instance.state == State.ACCEPTED
        desk.change(evidence=form.instance, by=request.user, reason=reason)
        request.notes += [*form.taken, *([REVISED] if was_accepted else [])]

    def log_deed(self, request, evidence, deed, reason):
        self.log_change(request, evidence, f"{deed.done}. {reason}".strip())

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            is_own = deeds.waits_for_others(request.user, obj)
            context |= {
                "meaning": deeds.MEANINGS[obj.state],
                "deeds": deeds.open_deeds(request.user, obj, is_own=is_own),
                "is_own": is_own,
                "log": deeds.log_of(obj),
                "differences": comparison.differences(obj),
                "deed_url": self.address("deed", obj.pk),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_urls(self):
        view = self.admin_site.admin_view(self.deed_view)
        waiting = self.admin_site.admin_view(partial(queue.queue_view, self))
        return [
            path("queue/", waiting, name="claims_evidence_queue"),
            path("<int:pk>/deed/", view, name="claims_evidence_deed"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def deed_view(self, request, pk):
        """Do one deed on one item, or show again what stands against it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        evidence = get_object_or_404(self.get_queryset(request), pk=pk)
        deed = deeds.DEEDS.get(request.POST.get("deed"))
        if deed is None:
            raise BadRequest("The form named no deed of the desk.")
        reason, seen = request.POST.get("reason", "").strip(), request.POST.get("seen_version", "")
        try:
            deeds.do_as_seen(deed, evidence, request.user, reason, seen)
        except desk.DeskError as refusal:
            url = self.address("deed", pk)
            return deeds.ask(self, request, deed, [evidence], refusal, deed_url=url, seen=seen)
        self.log_deed(request, evidence, deed, reason)
        self.message_user(request, f"{deed.done}.", messages.SUCCESS)
        return redirect(self.address("change", pk))
