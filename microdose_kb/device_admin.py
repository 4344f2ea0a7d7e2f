"""Whose sign-in has a second factor. An administrator may remove one, and nobody sees a secret."""

from django.contrib import admin
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from microdose_kb import two_factor

SHOWN = ("user", "confirmed", "created_at", "last_used_at")


class PhoneAdmin(admin.ModelAdmin):
    list_display = fields = SHOWN
    list_select_related = ["user"]
    search_fields = ["user__username"]
    # One at a time, for the recovery codes go too.
    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def delete_model(self, request, obj):
        two_factor.forget(user=obj.user)


def register():
    admin.site.unregister([StaticDevice, TOTPDevice])
    admin.site.register(TOTPDevice, PhoneAdmin)
