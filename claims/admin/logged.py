"""The admin of rows that stay as they were entered; only a deed of their own ends them."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied

from claims.models import Claim
from microdose_kb.changes import DeedAdmin


class LoggedAdmin(DeedAdmin):
    """Rows without versions: the admin's own log tells their history."""

    object_history_template = "admin/object_history.html"

    def has_change_permission(self, request, obj=None):
        return False

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = {"form": forms.ModelForm} if obj else {}
        return super().get_form(request, obj, change=change, **form, **kwargs)

    def get_changeform_initial_data(self, request):
        """A link on a claim's page names the claim; any other text is left alone."""
        pk = request.GET.get("claim", "")
        is_claim = pk.isdecimal() and Claim.objects.filter(pk=pk).exists()
        return {"claim": pk} if is_claim else {}

    def history_view(self, request, object_id, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return admin.ModelAdmin.history_view(self, request, object_id, extra_context)
