"""Assignments: asking somebody to do something about a claim, and closing it."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from claims import assignments
from claims.accepted_forms import public_name
from claims.admin.logged import LoggedAdmin
from claims.models import Assignment
from claims.refusals import DeskError
from microdose_kb.changes import ChangeForm

STAMPS = ("assigned_by", "assigned_at", "closed_by", "closed_at")


class People(forms.ModelChoiceField):
    """Staff under the names that readers see."""

    def label_from_instance(self, user):
        return public_name(user)


class OpenFilter(admin.SimpleListFilter):
    title = "standing"
    parameter_name = "open"

    def lookups(self, request, model_admin):
        return [("yes", "Open"), ("no", "Closed")]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(closed_at__isnull=self.value() == "yes")


@admin.register(Assignment)
class AssignmentAdmin(LoggedAdmin):
    form = ChangeForm
    refusals = (DeskError,)
    instead = "Assignments are kept for good: close one that is no longer wanted instead."
    change_form_template = "admin/claims/assignment/change_form.html"
    actions = ("close_selected",)
    autocomplete_fields = ("claim",)
    list_display = ("due_on", "task", "claim_slug", "person", "assigned_by", "is_open")
    list_filter = (OpenFilter, "task", ("to", admin.RelatedOnlyFieldListFilter))
    search_fields = ("claim__slug", "claim__statement", "note")
    ordering = ("due_on", "pk")

    class Media:
        css = {"all": ("admin_desk.css",)}

    @admin.display(description="claim", ordering="claim__slug")
    def claim_slug(self, assignment):
        return assignment.claim.slug

    @admin.display(description="assigned to", ordering="to__last_name")
    def person(self, assignment):
        return public_name(assignment.to)

    @admin.display(description="open", boolean=True, ordering="closed_at")
    def is_open(self, assignment):
        return assignment.closed_at is None

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related("claim", "to", "assigned_by", "closed_by")

    def get_fieldsets(self, request, obj=None):
        asked = [("Assignment", {"fields": ("claim", "task", "to", "due_on", "note")})]
        return [*asked, ("Standing", {"fields": STAMPS})] if obj else asked

    def get_readonly_fields(self, request, obj=None):
        return STAMPS if obj else ()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "to":
            staff = User.objects.filter(is_active=True, is_staff=True)
            kwargs |= {
                "form_class": People,
                "queryset": staff.order_by("last_name", "first_name", "username"),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_close_permission(self, request):
        """Everybody may try: the deed lets people close what was asked of them."""
        return self.has_view_permission(request)

    def add_row(self, request, form):
        assignments.assign(assignment=form.instance, by=request.user)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        may_close = obj and self.is_open(obj) and assignments.may_close(obj, request.user)
        context["close_url"] = self.address("close", obj.pk) if may_close else ""
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_urls(self):
        view = self.admin_site.admin_view(self.close_view)
        return [
            path("<int:pk>/close/", view, name="claims_assignment_close"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def close_view(self, request, pk):
        if not self.has_close_permission(request):
            raise PermissionDenied
        self._close(request, get_object_or_404(self.get_queryset(request), pk=pk))
        return redirect(self.address("change", pk))

    @admin.action(description="Close the selected assignments", permissions=["close"])
    def close_selected(self, request, queryset):
        for assignment in queryset:
            self._close(request, assignment)

    def _close(self, request, assignment):
        try:
            assignments.close(assignment=assignment, by=request.user)
        except DeskError as refusal:
            self.message_user(request, f"{assignment}: {refusal}", messages.ERROR)
        else:
            self.log_change(request, assignment, "Closed.")
            self.message_user(request, f"{assignment}: closed.", messages.SUCCESS)
