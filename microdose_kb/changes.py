"""The admin of rows that only deeds change: it asks why, notices who was quicker, and never deletes."""

import re

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from simple_history.admin import SimpleHistoryAdmin

from microdose_kb.admin_fields import tags_of
from microdose_kb.constraints import in_words
from microdose_kb.meanwhile import changes_since

WHY = ("Why", {"fields": ["reason", "seen_version"]})
NOT_STORED = {"reason", "seen_version"}
# A longer number names no row and overflows a database integer.
ROW_NUMBER = re.compile(r"[0-9]{1,18}")


class ChangeForm(forms.ModelForm):
    """A form that asks for a reason and refuses to overwrite what somebody else has changed."""

    reason = forms.CharField(
        label="Reason for the change",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Needed for every change, and kept in the history:"
        " “sample size corrected from Table 1 of the full text”.",
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    # What the deed said when the same form was tried a moment ago.
    refusal = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "tags" in self.fields:
            self.initial["tags"] = tags_of(self.instance)
        if self.instance.pk:
            self.initial["seen_version"] = self.instance.version
        else:
            for name in NOT_STORED:
                self.fields.pop(name, None)

    @cached_property
    def changed_data(self):
        return [name for name in super().changed_data if name not in NOT_STORED]

    def clean(self):
        cleaned = super().clean()
        self._forget_unknown_rows()
        if self.instance.pk and self.changed_data:
            self._check_reason()
            self._check_version()
        if self.refusal and not self.non_field_errors():
            self.add_error(None, self.refusal)
        return cleaned

    def _forget_unknown_rows(self):
        """The autocomplete looks up again what was sent, and stumbles over what is no row at all."""
        unknown = [
            name
            for name in self.errors
            if isinstance(self.fields.get(name), forms.ModelChoiceField)
        ]
        if unknown:
            self.data = self.data.copy()
        for name in unknown:
            self.data.setlist(self.add_prefix(name), [])

    def _check_reason(self):
        if not self.cleaned_data.get("reason") and "reason" not in self.errors:
            self.add_error(
                "reason", "Say why the record changes, for example: corrected from the full text."
            )

    def _check_version(self):
        if self.cleaned_data.get("seen_version") != self.instance.version:
            since = changes_since(self.instance, self.cleaned_data.get("seen_version"))
            self.add_error(None, [f"{self._last_change()} {REMEDY}", *since])

    def _last_change(self):
        last = self.instance.history.select_related("history_user").first()
        if last is None:
            return "Somebody changed this after you opened it."
        person = last.history_user.get_username() if last.history_user else "Somebody"
        when = date_format(last.history_date, "j F Y, H:i e")
        why = f" (“{last.history_change_reason}”)" if last.history_change_reason else ""
        return f"{person} changed this on {when}{why}, after you opened it."


REMEDY = (
    "Nothing was saved, and what you typed is still here: open the page again in a second window,"
    " compare, and repeat your change there."
)


def check_selection(request):
    """Raise BadRequest unless what is ticked in a list are rows."""
    if not all(map(ROW_NUMBER.fullmatch, request.POST.getlist(ACTION_CHECKBOX_NAME))):
        raise BadRequest("The form named a row that cannot exist; open the list and tick again.")


class KeptAdmin(admin.ModelAdmin):
    """Rows that nobody deletes; `instead` says what to do."""

    instead = ""

    def has_delete_permission(self, request, obj=None):
        return False

    def delete_view(self, request, object_id, extra_context=None):
        return self.refuse_to_delete(request)

    def changelist_view(self, request, extra_context=None):
        check_selection(request)
        if request.method == "POST" and request.POST.get("action") == "delete_selected":
            return self.refuse_to_delete(request)
        return super().changelist_view(request, extra_context)

    def refuse_to_delete(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        self.message_user(request, f"Nothing was deleted. {self.instead}", messages.ERROR)
        return redirect(self.address("changelist"))

    def address(self, page, *args):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args)

    def get_changeform_initial_data(self, request):
        """The address fills in nothing: its text could be anything."""
        return {}


class DeedAdmin(KeptAdmin, SimpleHistoryAdmin):
    """Rows that deeds add and change; what a deed refuses becomes an error of the form.

    Subclasses say which deeds in `add_row` and `change_row`.
    """

    refusals = ()
    object_history_list_template = "admin/change_history_list.html"

    def get_fieldsets(self, request, obj=None):
        return self.with_why(request, super().get_fieldsets(request, obj), obj)

    def with_why(self, request, fieldsets, obj):
        """Ask for the reason last, next to the button that needs it."""
        is_change = obj is not None and self.has_change_permission(request, obj)
        return [*fieldsets, WHY] if is_change else fieldsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.notes = []
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except self.refusals as refusal:
            request.refusal = str(refusal)
        except IntegrityError as error:
            request.refusal = in_words(error)
        request.notes = []
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        if not change:
            self.add_row(request, form)
        elif form.changed_data:
            obj.version = form.cleaned_data["seen_version"]
            self.change_row(request, form, form.cleaned_data["reason"])

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            self.save_formset(request, form, formset, change)

    def log_change(self, request, obj, message):
        request.is_unchanged = not message
        if message:
            super().log_change(request, obj, message)

    def response_add(self, request, obj, post_url_continue=None):
        self._tell(request)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        self._tell(request)
        if request.is_unchanged:
            text = "You changed nothing, so nothing was saved."
            self.message_user(request, text, messages.WARNING)
            return self.response_post_save_change(request, obj)
        return super().response_change(request, obj)

    def _tell(self, request):
        for note in request.notes:
            self.message_user(request, note, messages.INFO)

    def history_view(self, request, object_id, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if self.get_object(request, unquote(object_id)) is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return super().history_view(request, object_id, extra_context)

    def get_history_queryset(self, request, history_manager, pk_name, object_id):
        rows = super().get_history_queryset(request, history_manager, pk_name, object_id)
        # For a row without foreign keys simple_history forgets who it was.
        return rows.select_related("history_user")

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """An old form is never a form to send: the list of changes tells it all."""
        return redirect(self.address("history", object_id))
