"""Readers' notes: the desk's queue, and the deeds that close a note. Their words are never links."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from claims import notes
from claims.admin.note_forms import AnswerForm, NoteEvidenceForm, NoteSourceForm
from claims.models import ReaderNote
from claims.refusals import DeskError
from microdose_kb.changes import KeptAdmin
from microdose_kb.constraints import in_words
from sources.intake.library import LibraryError


@dataclass(frozen=True)
class Deed:
    """One way to close a note: its words, its form, what it may be done with, and what does it."""

    name: str
    verb: str
    form: type
    permissions: tuple[str, ...]
    do: Callable

    def is_open_to(self, user):
        return user.has_perms(self.permissions)


def _answer(*, note, by, form):
    return notes.answer(note=note, by=by, answer=form.cleaned_data["answer"])


def _source(*, note, by, form):
    return notes.turn_into_source(note=note, by=by, source=form.instance)


def _evidence(*, note, by, form):
    return notes.turn_into_evidence(note=note, by=by, evidence=form.instance)


DEEDS = {
    deed.name: deed
    for deed in (
        Deed("answer", "Answer and close", AnswerForm, (notes.CLOSE,), _answer),
        Deed(
            "source", "Make a draft source of it",
            NoteSourceForm, (notes.CLOSE, "sources.add_source"), _source,
        ),
        Deed(
            "evidence", "Make a draft evidence item of it",
            NoteEvidenceForm, (notes.CLOSE, "claims.add_evidence"), _evidence,
        ),
    )
}  # fmt: skip


class StandingFilter(admin.SimpleListFilter):
    title = "standing"
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [("waiting", "Waiting"), ("closed", "Closed")]

    def queryset(self, request, queryset):
        if self.value() not in ("waiting", "closed"):
            return queryset
        return queryset.filter(closed_at__isnull=self.value() == "waiting")


@admin.register(ReaderNote)
class ReaderNoteAdmin(KeptAdmin):
    instead = "What a reader wrote is kept: answer the note instead, and it leaves the queue."
    change_form_template = "admin/claims/readernote/change_form.html"
    list_display = ("first_words", "kind", "claim", "seen_edition", "sent_at", "closed_by")
    list_filter = (StandingFilter, "kind")
    search_fields = ("text", "answer", "edition__slug", "source_key")
    ordering = (F("closed_at").desc(nulls_first=True), "-sent_at", "-pk")
    fields = readonly_fields = (
        "kind",
        "claim",
        "seen_edition",
        "source_key",
        "text",
        "contact",
        "sent_at",
        "answer",
        "closed_by",
        "closed_at",
        "made_source",
        "made_evidence",
    )

    class Media:
        css = {"all": ("admin_desk.css",)}

    @admin.display(description="note", ordering="text")
    def first_words(self, note):
        return Truncator(note.text).words(12)

    @admin.display(ordering="edition__slug")
    def claim(self, note):
        return note.edition.statement

    @admin.display(description="edition that the reader saw")
    def seen_edition(self, note):
        edition = note.edition
        return format_html('<a href="{}">{}</a>', edition.get_absolute_url(), edition)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        rows = rows.select_related("edition__claim", "closed_by", "made_source")
        rows = rows.select_related("made_evidence__source", "made_evidence__claim")
        return rows.defer("edition__document", "edition__summary")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        is_waiting = obj is not None and obj.closed_at is None
        deeds = [deed for deed in DEEDS.values() if is_waiting and deed.is_open_to(request.user)]
        context["deeds"] = [(deed, self.address(deed.name, obj.pk)) for deed in deeds]
        context["answer_form"] = AnswerForm(note=obj) if deeds else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_urls(self):
        deeds = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(partial(self.deed_view, name=name)),
                name=f"claims_readernote_{name}",
            )
            for name in DEEDS
        ]
        return [*deeds, *super().get_urls()]

    def deed_view(self, request, pk, name):
        """Ask for what the deed needs and do it, or show again what stands against it."""
        deed = DEEDS[name]
        if not (self.has_view_permission(request) and deed.is_open_to(request.user)):
            raise PermissionDenied
        note = get_object_or_404(self.get_queryset(request), pk=pk)
        form = deed.form(request.POST if request.method == "POST" else None, note=note)
        refusal = ""
        if form.is_bound and form.is_valid():
            try:
                row = deed.do(note=note, by=request.user, form=form)
            except (DeskError, LibraryError) as error:
                refusal = str(error)
            except IntegrityError as error:
                refusal = in_words(error)
            else:
                return self._tell(request, note, deed, row)
        return self._ask(request, note, deed, form, refusal)

    def _tell(self, request, note, deed, row):
        """Go on where the work goes on: to the draft, or back to the answered note."""
        self.log_change(request, note, f"{deed.verb}: {row}")
        self.message_user(
            request, "The note is closed. Readers see nothing of it.", messages.SUCCESS
        )
        place = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
        return redirect(reverse(place, args=[row.pk]))

    def _ask(self, request, note, deed, form, refusal):
        context = {
            **self.admin_site.each_context(request),
            "title": deed.verb,
            "opts": self.opts,
            "note": note,
            "deed": deed,
            "form": form,
            "refusal": refusal,
            "note_url": self.address("change", note.pk),
        }
        return TemplateResponse(request, "admin/claims/readernote/deed.html", context)
