"""Write the library, the claims and the public evidence as corpus files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims import corpus_dump


class Command(BaseCommand):
    help = "Write mechanisms, claims, sources and public evidence as corpus files into DIR."

    def add_arguments(self, parser):
        parser.add_argument("directory", type=Path)

    def handle(self, *, directory, **options):
        try:
            corpus_dump.dump(directory)
        except OSError as error:
            raise CommandError(f"{directory} cannot be written: {error}. Name another.") from error
        self.stdout.write(f"Written to {directory}.")
