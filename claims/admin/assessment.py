"""Assessing a claim: begin, write in peace, submit for good, sign a consensus."""

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from claims import reviewing
from claims.admin.assessment_form import AssessmentForm
from claims.comparing import changes
from claims.models import Assessment, Claim, Edition
from claims.rating.vocabulary import AssessmentKind
from claims.refusals import DeskError
from microdose_kb.changes import KeptAdmin

KEPT = "Kept. Nobody else sees it until you submit it."
DONE = "Submitted. The public page shows it; it stays as it is."


@admin.register(Assessment)
class AssessmentAdmin(KeptAdmin):
    instead = "An assessment stays for good; submit a new one, which replaces it."
    list_display = ("claim", "reviewer", "kind", "verdict", "certainty", "departs", "submitted_at")
    list_filter = ("kind", "verdict", "departs", "recused", "claim__mechanism")
    list_select_related = ("claim", "reviewer")
    search_fields = ("claim__statement", "claim__slug", "reviewer__username")
    ordering = ("-submitted_at", "-pk")

    def get_queryset(self, request):
        """What is submitted, and one's own drafts; while writing, nothing of others on that claim."""
        rows = super().get_queryset(request).select_related("claim", "reviewer")
        own = Assessment.objects.filter(reviewer=request.user, submitted_at=None)
        writing = own.filter(kind=AssessmentKind.INDEPENDENT).values("claim")
        others = Q(submitted_at__isnull=False) & ~Q(claim__in=writing)
        return rows.filter(others | Q(reviewer=request.user))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def view_on_site(self, assessment):
        return f"{assessment.claim.get_absolute_url()}#assessments"

    def change_view(self, request, object_id, form_url="", extra_context=None):
        draft = self.get_object(request, object_id)
        if draft and not draft.is_submitted:
            return redirect("admin:claims_assessment_write", draft.pk)
        return super().change_view(request, object_id, form_url, extra_context)

    def get_urls(self):
        views = (
            ("begin/<int:claim>/<slug:kind>/", self.begin_view, "begin"),
            ("<int:pk>/write/", self.write_view, "write"),
            ("<int:pk>/sign/", self.sign_view, "sign"),
        )
        own = [
            path(route, self.admin_site.admin_view(view), name=f"claims_assessment_{name}")
            for route, view, name in views
        ]
        return [*own, *super().get_urls()]

    @method_decorator(require_POST)
    def begin_view(self, request, claim, kind):
        """Begin an assessment, or go on with the one that was begun."""
        if kind not in AssessmentKind.values():
            raise BadRequest("There is no such kind of assessment.")
        row = get_object_or_404(Claim, pk=claim)
        try:
            draft = reviewing.begin(claim=row, by=request.user, kind=kind)
        except DeskError as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect("admin:claims_claim_change", claim)
        return redirect("admin:claims_assessment_write", draft.pk)

    @method_decorator(require_POST)
    def sign_view(self, request, pk):
        assessment = get_object_or_404(self.get_queryset(request), pk=pk)
        try:
            reviewing.sign(assessment=assessment, by=request.user)
        except DeskError as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            self.log_change(request, assessment, "Consensus signed.")
            self.message_user(request, "Signed; the public page says so.", messages.SUCCESS)
        return redirect("admin:claims_claim_change", assessment.claim_id)

    def write_view(self, request, pk):
        """Show the evidence, the suggestion and the form; keep it or submit it."""
        draft = get_object_or_404(self.get_queryset(request), pk=pk)
        if draft.reviewer_id != request.user.pk:
            raise PermissionDenied
        if draft.is_submitted:
            return redirect("admin:claims_assessment_change", pk)
        now = reviewing.current_edition(draft.claim)
        seen = self._seen(request, draft, now)
        form = AssessmentForm(
            request.POST or None,
            instance=draft,
            edition=now,
            user=request.user,
            submitting=bool(request.POST.get("submit")),
        )
        if request.method == "POST" and form.is_valid() and self._done(request, form, seen):
            return redirect("admin:claims_claim_change", draft.claim_id)
        return self._page(request, draft, form, seen, now)

    def _seen(self, request, draft, now):
        """Return the edition that the form was made from."""
        number = request.POST.get("seen", "")
        if request.method != "POST":
            return now
        if not number.isdecimal() or len(number) > 9:
            raise BadRequest("The form named no edition; open the assessment again.")
        return get_object_or_404(Edition, claim=draft.claim, number=number)

    def _done(self, request, form, seen):
        """Do the deed; what it refuses becomes an error of the form, and what was typed stays."""
        form.instance.version = form.cleaned_data["version"]
        try:
            # Kept whatever becomes of the submission, so that a refusal loses nothing.
            reviewing.keep(assessment=form.instance, by=request.user)
            form.was_kept = True
            if form.submitting:
                self._submit(request, form, seen)
            else:
                self.message_user(request, KEPT, messages.SUCCESS)
        except DeskError as refusal:
            form.add_error(None, str(refusal))
            return False
        return True

    def _submit(self, request, form, seen):
        with transaction.atomic():
            reviewing.submit(assessment=form.instance, by=request.user, seen=seen)
            self.log_change(request, form.instance, "Submitted.")
        self.message_user(request, DONE, messages.SUCCESS)

    def _stored_version(self, request, draft, form):
        """Return the version that the next sending goes on from; an old window stays an old one."""
        stored = Assessment.objects.values_list("version", flat=True).get(pk=draft.pk)
        sent = request.POST.get("version", "")
        is_old = sent.isdecimal() and int(sent) not in (stored, stored - form.was_kept)
        return sent if is_old else stored

    def _page(self, request, draft, form, seen, now):
        is_same = seen.fingerprint == now.fingerprint
        context = {
            **self.admin_site.each_context(request),
            "title": f"Assess: {draft.claim}",
            "opts": self.opts,
            "draft": draft,
            "kind": AssessmentKind(draft.kind),
            "form": form,
            # Not the form's: what was kept meanwhile has made the next version of it.
            "stored_version": self._stored_version(request, draft, form),
            "edition": now,
            "document": now.document,
            "evidence": now.document["evidence"],
            "changed": [] if is_same else changes(seen.document, now.document),
        }
        return TemplateResponse(request, "admin/claims/assessment/assess.html", context)
