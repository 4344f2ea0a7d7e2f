"""What was published and why, to look at only."""

from django.contrib import admin

from claims.models import Edition
from microdose_kb.changes import KeptAdmin


@admin.register(Edition)
class EditionAdmin(KeptAdmin):
    instead = (
        "An edition is a permanent record; to change what readers see, change or withdraw it"
        " instead on the claim or its evidence: a new edition follows."
    )
    list_display = ("slug", "number", "verdict", "certainty", "cause", "by", "published_at")
    list_filter = ("verdict", "certainty", "review_state", "mechanism")
    list_select_related = ("by",)
    search_fields = ("slug", "statement", "cause")
    ordering = ("-published_at", "-pk")
    date_hierarchy = "published_at"
    fields = (
        "claim",
        "number",
        "cause",
        "by",
        "published_at",
        "verdict",
        "certainty",
        "review_state",
        "rule",
        "fingerprint",
    )

    def get_queryset(self, request):
        return super().get_queryset(request).without_documents()

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def view_on_site(self, edition):
        return edition.get_absolute_url()
