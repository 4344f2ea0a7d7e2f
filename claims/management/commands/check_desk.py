"""Compare the desk with its log, its history and the shelf."""

from django.core.management.base import BaseCommand, CommandError

from claims.desk_check import findings
from claims.models import Claim


class Command(BaseCommand):
    help = "Name every evidence item whose state, log and edition disagree, and how to mend it."

    def handle(self, **options):
        claims = list(Claim.objects.select_related("mechanism"))
        found = [finding for claim in claims for finding in findings(claim)]
        for finding in found:
            self.stdout.write(str(finding))
        if found:
            raise CommandError(f"{len(found)} disagreement(s); nothing was changed.")
        self.stdout.write(f"{len(claims)} claim(s): desk, log and editions agree.")
