"""The claims of the article, each with the evidence that bears on it."""

from django.contrib import admin
from django.urls import reverse

from claims import argument, desk
from claims.admin import assessing
from claims.admin.forms import ClaimForm, EvidenceForm
from claims.admin.layout import ENTRY, JUDGEMENT
from claims.models import Claim, Evidence
from microdose_kb.changes import DeedAdmin


class EvidenceSummaryInline(admin.TabularInline):
    """What bears on the claim, each item with a link to its own page."""

    model = Evidence
    extra = 0
    can_delete = False
    fields = readonly_fields = ("direction", "basis", "state", "extracted_by")
    show_change_link = True
    verbose_name_plural = "Evidence on this claim"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("source", "claim", "extracted_by")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class NewEvidenceInline(admin.StackedInline):
    """Room for new items; they begin as drafts."""

    model = Evidence
    extra = 0
    can_delete = False
    form = EvidenceForm
    autocomplete_fields = ("source",)
    verbose_name = "new evidence item"
    verbose_name_plural = "New evidence"

    def get_fieldsets(self, request, obj=None):
        judgement = [JUDGEMENT] if request.user.has_perm("claims.accept_evidence") else []
        return [*ENTRY, *judgement]

    def get_queryset(self, request):
        return super().get_queryset(request).none()

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Claim)
class ClaimAdmin(DeedAdmin):
    form = ClaimForm
    refusals = (desk.DeskError,)
    instead = "A claim stays for good; if evidence no longer counts, withdraw it instead."
    change_form_template = "admin/claims/claim/change_form.html"
    autocomplete_fields = ("mechanism",)
    list_display = ("statement", "mechanism", "order", "step", "kind", "scope", "asserts")
    list_filter = ("mechanism", "step", "kind", "scope", "asserts")
    list_select_related = ("mechanism",)
    search_fields = ("statement", "slug", "article_says")
    ordering = ("mechanism__order", "order", "slug")
    readonly_fields = ("version",)
    fieldsets = (
        ("Claim", {"fields": ("slug", "statement", "article_says", "mechanism", "order", "step")}),
        ("What kind of claim", {"fields": ("kind", "scope", "asserts")}),
        (
            "Target",
            {
                "description": "The yardstick for directness.",
                "fields": (
                    "target_population",
                    "target_dose",
                    "target_comparator",
                    "target_outcomes",
                    "outcome_groups",
                ),
            },
        ),
        (
            "Publication bias",
            {"fields": ("publication_bias_flag", "publication_bias_reason")},
        ),
        ("Tags", {"fields": ("tags",)}),
        ("Standing", {"fields": ("version",)}),
    )

    class Media:
        css = {"all": ("admin_desk.css",)}

    def get_readonly_fields(self, request, obj=None):
        return (*self.readonly_fields, "slug") if obj else self.readonly_fields

    def get_inlines(self, request, obj):
        if obj is None:
            return []
        may_change = self.has_change_permission(request, obj)
        return [EvidenceSummaryInline, *([NewEvidenceInline] if may_change else [])]

    def view_on_site(self, claim):
        return claim.get_absolute_url() if claim.editions.exists() else None

    def change_view(self, request, object_id, form_url="", extra_context=None):
        link = reverse("admin:claims_evidence_add", query={"claim": object_id})
        may_add = request.user.has_perm("claims.add_evidence")
        context = {
            **(extra_context or {}),
            "add_evidence_url": link if may_add else "",
            "assessing": assessing.offers(request.user, object_id),
        }
        return super().change_view(request, object_id, form_url, context)

    def add_row(self, request, form):
        argument.add_claim(claim=form.instance, by=request.user, tags=form.cleaned_data["tags"])

    def change_row(self, request, form, reason):
        tags = form.cleaned_data["tags"] if "tags" in form.changed_data else None
        argument.change_claim(claim=form.instance, by=request.user, reason=reason, tags=tags)

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        for entry in formset.extra_forms:
            if entry.instance in formset.new_objects:
                desk.enter(evidence=entry.instance, by=request.user)
                request.notes += [f"{entry.instance}: entered as a draft.", *entry.taken]
