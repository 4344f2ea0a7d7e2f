"""The admin app, with this site's way of signing in, and the phones that sign-in asks."""

from django.contrib.admin.apps import AdminConfig
from django_otp.plugins.otp_totp.apps import DefaultConfig


class DeskConfig(AdminConfig):
    default = False
    default_site = "microdose_kb.sign_in.DeskSite"

    def ready(self):
        super().ready()
        # After discovery: the packages' own screens of devices show secrets.
        from microdose_kb import device_admin

        device_admin.register()


class PhonesConfig(DefaultConfig):
    default = False
    verbose_name = "Two-factor sign-in"
