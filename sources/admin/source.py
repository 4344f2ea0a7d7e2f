"""The library's screens. Every change goes through a deed of `sources.intake.library`."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.utils.text import Truncator
from taggit.models import Tag

from microdose_kb.admin_fields import Rows
from microdose_kb.changes import ROW_NUMBER, DeedAdmin
from microdose_kb.lints import lint_filter
from sources.admin import duplicates
from sources.admin.lookup import looked_up
from sources.forms import NoticeForm, SourceForm
from sources.intake import library
from sources.lints import LINTS
from sources.models import Import, Notice, Source
from sources.vocabulary import Status

# Tags are given on the tagged rows; taggit's own screen deletes them.
admin.site.unregister(Tag)


def _import_of(request):
    number = request.GET.get("taken_in__id__exact", "")
    return Import.objects.filter(pk=number).first() if ROW_NUMBER.fullmatch(number) else None


class NoticeInline(admin.StackedInline):
    """What was recorded stays; a new notice can be added."""

    model = Notice
    form = NoticeForm
    extra = 0
    fields = ("kind", "issued_on", "url", "reason", ("recorded_by", "recorded_at"))
    readonly_fields = ("recorded_by", "recorded_at")
    verbose_name_plural = "Editorial notices (retraction, concern, correction, reinstatement)"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("recorded_by", "source")

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Source)
class SourceAdmin(DeedAdmin):
    form = SourceForm
    refusals = (library.LibraryError,)
    instead = (
        "A source stays for good: if it is retracted, record a notice on its page; if a result no"
        " longer counts, withdraw it instead."
    )
    autocomplete_fields = ("includes",)
    list_display = (
        *("name", "short_title", "year", "design"),
        *("sample_size", "dose_regime", "notices"),
    )
    list_filter = (lint_filter(LINTS), "design", "species", "dose_regime", "status", "type")
    search_fields = ("key", "title", "doi", "pmid", "authors")
    ordering = ("key",)
    readonly_fields = ("status", "version", "version_of", "merged_into")
    list_select_related = ("merged_into",)
    fieldsets = (
        (
            "Reference",
            {
                "fields": (
                    "type",
                    "title",
                    "authors",
                    "authors_complete",
                    "authors_in_order",
                    "container_title",
                    ("year", "month", "day"),
                    ("volume", "issue", "pages"),
                    "key",
                )
            },
        ),
        (
            "Identifiers",
            {
                "description": "At least one. Paste an address or a number as you find it.",
                "fields": ("doi", "pmid", "pmcid", "registration", "url"),
            },
        ),
        ("Study", {"fields": ("design", "species", "population", "sample_size", "study")}),
        ("Dose", {"fields": ("substances", "dose_text", "dose_regime")}),
        (
            "Interests and openness",
            {"fields": ("funding_note", "coi_note", "data_note", "peer_reviewed")},
        ),
        (
            "Only for reviews",
            {
                "fields": (
                    "review_of",
                    "n_studies",
                    "includes",
                    "includes_checked",
                    "included_rob",
                    "inconsistent_inside",
                    "overlap_group",
                    "search_until",
                )
            },
        ),
        ("Tags and checks", {"fields": ("tags", "checked")}),
        ("Standing", {"fields": ("status", "version", "version_of", "merged_into")}),
    )

    class Media:
        css = {"all": ("admin_desk.css",)}

    @admin.display(description="source", ordering="key")
    def name(self, source):
        kept = source.merged_into
        return f"{source.label} (merged into {kept.key})" if kept else source.label

    @admin.display(description="title", ordering="title")
    def short_title(self, source):
        return Truncator(source.title).words(16)

    @admin.display(description="notices", ordering="status", empty_value="")
    def notices(self, source):
        return None if source.status == Status.PUBLISHED else source.get_status_display()

    def changelist_view(self, request, extra_context=None):
        """Name the import that the list is narrowed to, if it is to one."""
        batch = _import_of(request)
        title = f"Sources from {batch.file_name}" if batch else "Sources"
        told = {"title": title, "batch": batch, **(extra_context or {})}
        return super().changelist_view(request, told)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, form_class=Rows, **kwargs)

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        # Before the transaction begins: SQLite would let nobody else write while a service is asked.
        request.looked_up = looked_up(request)
        context = {**(extra_context or {}), "looked_up": request.looked_up}
        return super().add_view(request, form_url, context)

    def get_changeform_initial_data(self, request):
        return request.looked_up.initial

    def get_urls(self):
        return [*duplicates.urls(self), *super().get_urls()]

    def has_change_permission(self, request, obj=None):
        """A merged source stays as it was."""
        is_merged = obj is not None and obj.merged_into_id
        return not is_merged and super().has_change_permission(request, obj)

    def get_search_results(self, request, queryset, search_term):
        """Where a source is chosen for another row, merged ones are not offered."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        is_choice = request.resolver_match.view_name == "admin:autocomplete"
        return found.unmerged() if is_choice else found, may_repeat

    def get_readonly_fields(self, request, obj=None):
        return (*self.readonly_fields, "key") if obj else self.readonly_fields

    def get_inlines(self, request, obj):
        return [NoticeInline] if obj else []

    def add_row(self, request, form):
        library.add(
            source=form.instance,
            by=request.user,
            tags=form.cleaned_data["tags"],
            includes=form.cleaned_data["includes"],
        )
        request.notes.append(f"Key {form.instance.key}, study {form.instance.study}.")

    def change_row(self, request, form, reason):
        changed = {name: form.cleaned_data[name] for name in ("tags", "includes")}
        library.update(
            source=form.instance,
            by=request.user,
            reason=reason,
            **{name: value for name, value in changed.items() if name in form.changed_data},
        )

    def save_formset(self, request, form, formset, change):
        for notice in formset.save(commit=False):
            library.record_notice(
                source=form.instance,
                kind=notice.kind,
                by=request.user,
                issued_on=notice.issued_on,
                url=notice.url,
                reason=notice.reason,
            )
