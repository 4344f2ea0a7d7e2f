"""Files of citations: sent in, looked through, decided on record by record, taken in, taken back."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.db import DatabaseError, IntegrityError
from django.db.models import Count, OuterRef, Subquery
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format

from microdose_kb.changes import ROW_NUMBER, KeptAdmin
from microdose_kb.constraints import in_words
from microdose_kb.uploads import is_too_large
from sources.admin.import_deeds import DEEDS
from sources.admin.import_rows import BY_NEED, groups, summary, tallies
from sources.intake import importing, reading, undoing
from sources.intake.library import LibraryError
from sources.lints import LINTS
from sources.models import Finding, Import, ImportedRecord, Source, State

PER_PAGE = 50
WHEN = "j M Y, H:i"
(NOT_DESCRIBED,) = (lint.condition for lint in LINTS if lint.name == "not-described")
TOO_LARGE = (
    "The file is too large and was not read. Export it in parts of fewer records from the program"
    " that it is from, and send them one by one."
)


def _number(rows, name):
    """Return the number of `rows` whose `name` is the import at hand; null for none."""
    of_it = rows.filter(**{name: OuterRef("pk")}).order_by().values(name)
    return Subquery(of_it.annotate(number=Count("pk")).values("number"))


class UploadForm(forms.Form):
    file = forms.FileField(
        label="File of citations",
        help_text="As a reference manager or PubMed exports it: RIS, BibTeX or BibLaTeX, PubMed"
        " (.nbib) or CSL-JSON. At most 100 MB and 200,000 records.",
    )
    format = forms.ChoiceField(
        required=False,
        choices=[("", "Recognise it from the content"), *reading.FORMATS.items()],
        help_text="Only needed if it is not recognised.",
    )


@admin.register(Import)
class ImportAdmin(KeptAdmin):
    instead = "What came in stays on record: undo the import on its page, and its sources leave."
    list_display = ("file_name", "state", "brought", "sent")
    list_filter = ("state",)
    list_select_related = ("by",)
    search_fields = ("file_name", "by__username")
    ordering = ("-at", "-pk")
    actions = None

    def has_add_permission(self, request):
        return request.user.has_perm("sources.add_source")

    def has_view_permission(self, request, obj=None):
        return self.has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="taken in")
    def brought(self, batch):
        """While it waits, what could be; then the sources that are in the library."""
        if batch.state == State.PREVIEW:
            return f"{batch.number_new or 0:,} new of {batch.number_read or 0:,}"
        return f"{batch.number_brought or 0:,}"

    @admin.display(description="sent", ordering="at")
    def sent(self, batch):
        return f"{date_format(timezone.localtime(batch.at), WHEN)}, {batch.by}"

    def get_queryset(self, request):
        records = ImportedRecord.objects.all()
        return super().get_queryset(request).annotate(
            number_brought=_number(Source.objects.all(), "taken_in"),
            number_read=_number(records, "batch"),
            number_new=_number(records.filter(finding=Finding.NEW), "batch"),
        )  # fmt: skip

    def changelist_view(self, request, extra_context=None):
        title = {"title": "Imports of citations"}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def get_urls(self):
        deed = self.admin_site.admin_view(self.deed_view)
        return [path("<int:pk>/deed/", deed, name="sources_import_deed"), *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        """Ask for a file; look through it; go on to what is in it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST":
            form = UploadForm(request.POST, request.FILES)
            if is_too_large(request):
                form.errors["file"] = form.error_class([TOO_LARGE])
            elif form.is_valid() and (batch := self._stage(request, form)):
                return redirect(self.address("change", batch.pk))
        return self._page(request, "add_form", "Import citations", form=form)

    def _stage(self, request, form):
        """Return the import, or None with what stands against it in the form."""
        file = form.cleaned_data["file"]
        try:
            batch = importing.stage(
                stream=file, name=file.name, by=request.user, format=form.cleaned_data["format"]
            )
        except reading.BadFile as bad:
            return form.add_error("file", str(bad))
        except DatabaseError:
            return form.add_error("file", "The file was not stored; please send it once more.")
        self.log_addition(request, batch, "Looked through; nothing taken in yet.")
        return batch

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show what is in the file, a page at a time, and what can be done with it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if not ROW_NUMBER.fullmatch(object_id):
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        batch = get_object_or_404(self.get_queryset(request), pk=object_id)
        finding = request.GET.get("finding", "")
        records = batch.records.select_related("like").order_by(BY_NEED, "number")
        if finding in Finding.values:
            records = records.filter(finding=finding)
        page = Paginator(records, PER_PAGE).get_page(request.GET.get("p"))
        return self._page(
            request, "change_form", str(batch.file_name),
            batch=batch, finding=finding, page=page, **self._sums(batch, page),
            same=importing.same_file(batch), reason=undoing.reason_of(batch),
            is_open=batch.state == State.PREVIEW, can_be_undone=undoing.can_be_undone(batch),
            format_label=reading.FORMATS.get(batch.format, batch.format),
        )  # fmt: skip

    def _sums(self, batch, page):
        """Return the records of a page, and what can be counted of the whole import."""
        counts = importing.counts(batch)
        return {
            "groups": groups(batch, page.object_list, counts),
            "tallies": tallies(counts),
            "summary": summary(counts, importing.counts(batch, is_wanted=True)),
            "has_choice": any(counts[code] for code in importing.CAN_BE_TAKEN),
            "undescribed": batch.number_brought and batch.sources.filter(NOT_DESCRIBED).count(),
        }

    def _page(self, request, name, title, **context):
        context |= {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        return TemplateResponse(request, f"admin/sources/import/{name}.html", context)

    def deed_view(self, request, pk):
        """Store what was ticked on the page, do what was pressed, and show the import again."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        deed = DEEDS.get(request.POST.get("deed", ""))
        if request.method != "POST" or deed is None:
            raise BadRequest("The form named no deed of an import; open the import again.")
        batch = get_object_or_404(Import, pk=pk)
        try:
            said = deed(request, batch)
        except LibraryError as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        except IntegrityError as error:
            self.message_user(request, f"Nothing was done. {in_words(error)}", messages.ERROR)
        else:
            self.log_change(request, batch, said)
            self.message_user(request, said, messages.SUCCESS)
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{self.address('change', pk)}{'?' if query else ''}{query}")
