"""Load corpus files; without a directory, the shipped ones."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from claims import corpus
from claims.corpus_files import NAMES, BadCorpus


class Command(BaseCommand):
    help = "Load the corpus from DIR (default: the shipped one). Never touches what people edited."

    def add_arguments(self, parser):
        parser.add_argument("directory", nargs="?", type=Path, default=corpus.SHIPPED)

    def handle(self, *, directory, **options):
        try:
            report = corpus.load(directory, progress=self.progress)
        except BadCorpus as bad:
            raise CommandError(
                f"Nothing was loaded; {len(bad.problems)} problem(s) in {directory}:\n{bad}"
            ) from bad
        except DatabaseError as error:
            raise CommandError(
                f"Nothing was loaded; the database refused: {str(error).strip()}\n"
                "Correct the record it names, or see that the database is up, and load again."
            ) from error
        self.tell(report)

    def progress(self, rows):
        return tqdm(rows, desc="evidence", unit="item", disable=not sys.stderr.isatty())

    def tell(self, report):
        for name in NAMES:
            counts = {
                outcome: count for (file, outcome), count in report.counts.items() if file == name
            }
            words = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
            self.stdout.write(f"{name}: {words or 'none'}")
        for key in report.skipped:
            self.stdout.write(f"skipped, edited by a person since: {key}")
        for what, count in report.defaulted.items():
            self.stdout.write(f"not yet judged, strict default holds: {what}: {count}")
