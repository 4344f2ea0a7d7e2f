"""Compose every claim again, after a change of rule or wording."""

from django.core.management.base import BaseCommand

from claims import cards, corpus, editions
from claims.models import Claim
from claims.rating import RULE
from claims.search import index


class Command(BaseCommand):
    help = (
        "Compose every claim again, publish those whose document differs, and rebuild the search."
    )

    def handle(self, **options):
        by = corpus.account()
        published = [
            edition
            for claim in Claim.objects.all()
            if (edition := editions.publish(claim=claim, cause=f"Republished, rule {RULE}.", by=by))
        ]
        index.rebuild()
        cards.draw_missing()
        for edition in published:
            self.stdout.write(f"{edition}: {edition.get_verdict_display()}")
        self.stdout.write(f"{len(published)} new edition(s).")
