"""Literature searches: recording one, and withdrawing a wrong record."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path

from claims import searches
from claims.admin.logged import LoggedAdmin
from claims.models import SearchRecord
from claims.refusals import DeskError
from microdose_kb.admin_fields import Lines
from microdose_kb.changes import ChangeForm
from sources.validators import no_control_characters

NUMBERS = ("found", "screened", "included")
STAMPS = ("recorded_by", "recorded_at", "withdrawn_by", "withdrawn_at", "withdrawn_reason")


class SearchForm(ChangeForm):
    databases = Lines(help_text="One a line: MEDLINE.")

    class Meta:
        model = SearchRecord
        fields = ()  # The admin's fieldsets name them.
        widgets = {"query": forms.Textarea(attrs={"rows": 4})}

    def clean_databases(self):
        if not self.cleaned_data["databases"]:
            raise ValidationError("Name at least one database, such as MEDLINE.", code="required")
        return self.cleaned_data["databases"]


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label="Why does this search no longer count?",
        required=False,
        validators=[no_control_characters],
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": searches.LONGEST_REASON}),
        help_text="Public, at least ten characters: “The numbers belong to another claim.”",
    )


@admin.register(SearchRecord)
class SearchAdmin(LoggedAdmin):
    form = SearchForm
    refusals = (DeskError,)
    instead = "Searches are kept for good: withdraw a wrong one instead, with a reason."
    change_form_template = "admin/claims/searchrecord/change_form.html"
    autocomplete_fields = ("claim",)
    list_display = ("searched_on", "claim_slug", "searched_in", *NUMBERS, "searched_by", "stands")
    list_filter = (("withdrawn_at", admin.EmptyFieldListFilter), "searched_on")
    list_select_related = ("claim",)
    search_fields = ("claim__slug", "claim__statement", "query", "searched_by")
    ordering = ("-searched_on", "-pk")

    class Media:
        css = {"all": ("admin_desk.css",)}

    @admin.display(description="claim", ordering="claim__slug")
    def claim_slug(self, search):
        return search.claim.slug

    @admin.display(description="databases")
    def searched_in(self, search):
        return ", ".join(search.databases)

    @admin.display(description="counts", boolean=True, ordering="withdrawn_at")
    def stands(self, search):
        return search.withdrawn_at is None

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("claim", "recorded_by", "withdrawn_by")

    def get_fieldsets(self, request, obj=None):
        where = "searched_in" if obj else "databases"
        fields = ("claim", where, "query", "searched_on", NUMBERS, "searched_by", "note")
        stamps = [("Standing", {"fields": STAMPS})] if obj else []
        return [("Search", {"fields": fields}), *stamps]

    def get_readonly_fields(self, request, obj=None):
        return ("searched_in", *STAMPS) if obj else ()

    def has_withdraw_permission(self, request):
        return request.user.has_perm("claims.change_searchrecord")

    def add_row(self, request, form):
        searches.record(search=form.instance, by=request.user)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        is_open = obj and self.stands(obj) and self.has_withdraw_permission(request)
        context["withdraw_url"] = self.address("withdraw", obj.pk) if is_open else ""
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_urls(self):
        view = self.admin_site.admin_view(self.withdraw_view)
        return [
            path("<int:pk>/withdraw/", view, name="claims_searchrecord_withdraw"),
            *super().get_urls(),
        ]

    def withdraw_view(self, request, pk):
        """Ask for the reason, then withdraw."""
        if not self.has_withdraw_permission(request):
            raise PermissionDenied
        search = get_object_or_404(self.get_queryset(request), pk=pk)
        form = WithdrawalForm(request.POST if request.method == "POST" else None)
        if form.is_valid() and self._withdraw(request, search, form):
            return redirect(self.address("change", pk))
        return TemplateResponse(
            request,
            "admin/claims/searchrecord/withdraw.html",
            {
                **self.admin_site.each_context(request),
                "title": "Withdraw a search",
                "opts": self.opts,
                "search": search,
                "form": form,
            },
        )

    def _withdraw(self, request, search, form):
        reason = form.cleaned_data["reason"]
        try:
            searches.withdraw(search=search, by=request.user, reason=reason)
        except DeskError as refusal:
            form.add_error(None, str(refusal))
            return False
        self.log_change(request, search, f"Withdrawn. {reason}")
        self.message_user(request, "The search is withdrawn.", messages.SUCCESS)
        return True
