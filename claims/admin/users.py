"""Accounts: nobody who has worked here is deleted, for the history says who did what."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from microdose_kb.admin_fields import Rows
from microdose_kb.changes import KeptAdmin, check_selection

admin.site.unregister([Group, User])


@admin.register(User)
class PersonAdmin(KeptAdmin, UserAdmin):
    instead = "The history says who did what: deactivate the account instead (untick “Active”)."

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, form_class=Rows, **kwargs)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    def changelist_view(self, request, extra_context=None):
        check_selection(request)
        return super().changelist_view(request, extra_context)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, form_class=Rows, **kwargs)
