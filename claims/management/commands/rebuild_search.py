"""Make the search documents anew from the current editions."""

from django.core.management.base import BaseCommand

from claims.models import SearchDocument
from claims.search import index


class Command(BaseCommand):
    help = "Make the search anew from the current editions; after an upgrade, or if it ever seems to lag."

    def handle(self, **options):
        index.rebuild()
        self.stdout.write(f"{SearchDocument.objects.count()} search document(s).")
