"""Draw the pictures that link previews show."""

from django.core.management.base import BaseCommand

from claims import cards
from claims.rating.wording import counted


class Command(BaseCommand):
    help = "Draw the card of every current edition that has none; with --all every card again."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="after a change of the design")

    def handle(self, **options):
        number = cards.draw_anew() if options["all"] else cards.draw_missing()
        self.stdout.write(f"{counted(number, 'card')} drawn.")
