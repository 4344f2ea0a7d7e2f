"""Brings a fresh or an older installation to the state in which it can be served; safe to repeat."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DataError, Error, IntegrityError
from django.utils.crypto import get_random_string

from claims import cards
from claims.models import Claim
from claims.search import index
from claims.whole_base import building
from claims.whole_base.built import built
from microdose_kb.environment import refuse_memory

ADMINISTRATOR = "admin"
PASSWORD_LENGTH = 20


class Command(BaseCommand):
    help = (
        "Migrates, loads the shipped corpus if there are no claims, makes the first admin account,"
        " and builds what /export/ offers if it is missing or old."
    )

    def handle(self, *, verbosity, **options):
        if not settings.TESTING:
            refuse_memory(settings.DATABASES["default"])
        try:
            self.prepare(verbosity)
        except (IntegrityError, DataError):
            raise  # Ours, not the installation's.
        except Error as error:
            raise CommandError(
                f"The database cannot be used: {error}\nStart it, or correct DATABASE_URL"
                " (README, Settings) and the permissions of what it names."
            ) from error

    def prepare(self, verbosity):
        call_command("migrate", interactive=False, verbosity=max(verbosity - 1, 0))
        if not Claim.objects.exists():
            call_command("load_corpus", stdout=self.stdout, stderr=self.stderr)
        if index.is_missing():
            index.rebuild()
        cards.draw_missing()
        if not get_user_model().objects.filter(is_superuser=True).exists():
            self.create_administrator()
        if not building.is_up_to_date(built(settings.EXPORT_DIR)):
            self.build_exports()

    def build_exports(self):
        """Without these files the pages are served all the same."""
        try:
            call_command("build_exports", stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            self.stderr.write(f"The files of /export/ were not built. {error}")

    def create_administrator(self):
        users = get_user_model().objects
        if users.filter(username=ADMINISTRATOR).exists():
            raise CommandError(
                f'There is no superuser, but an account called "{ADMINISTRATOR}" exists. '
                "Make a superuser with: manage.py createsuperuser"
            )
        password = get_random_string(PASSWORD_LENGTH)
        users.create_superuser(username=ADMINISTRATOR, password=password)
        self.stdout.write("The admin account was made. Its password is shown only this once:")
        self.stdout.write(f"  user      {ADMINISTRATOR}")
        self.stdout.write(f"  password  {password}")
