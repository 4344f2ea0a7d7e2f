"""The mechanisms of the article."""

from django.contrib import admin

from claims import argument, desk
from claims.admin.forms import MechanismForm
from claims.models import Edition, Mechanism
from microdose_kb.changes import DeedAdmin


@admin.register(Mechanism)
class MechanismAdmin(DeedAdmin):
    form = MechanismForm
    refusals = (desk.DeskError,)
    instead = "A mechanism stays for good; move its claims or withdraw their evidence instead."
    list_display = ("name", "order", "summary")
    search_fields = ("name", "slug", "summary")
    readonly_fields = ("version",)
    fieldsets = (
        ("Mechanism", {"fields": ("slug", "order", "name", "summary", "tags")}),
        ("Standing", {"fields": ("version",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        return (*self.readonly_fields, "slug") if obj else self.readonly_fields

    def view_on_site(self, mechanism):
        is_public = Edition.objects.current().filter(mechanism=mechanism.slug).exists()
        return mechanism.get_absolute_url() if is_public else None

    def add_row(self, request, form):
        argument.add_mechanism(
            mechanism=form.instance, by=request.user, tags=form.cleaned_data["tags"]
        )

    def change_row(self, request, form, reason):
        tags = form.cleaned_data["tags"] if "tags" in form.changed_data else None
        argument.change_mechanism(
            mechanism=form.instance, by=request.user, reason=reason, tags=tags
        )
