"""Take a reference manager's file into the library: what is new in it, and a list of the rest."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction
from tqdm import tqdm

from microdose_kb import accounts
from sources.intake import importing, reading
from sources.models import Finding

ACCOUNT = "citations"
LOOK = (
    "What is perhaps the same was left out. To take it in, import the file in the admin (Imports of"
    " citations, Add), compare both, and tick it."
)


class Command(BaseCommand):
    help = "Take in what is new in FILE: RIS, BibTeX, PubMed (.nbib) or CSL-JSON."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--format",
            default="",
            choices=["", *reading.FORMATS],
            metavar="FORMAT",
            help=f"One of {', '.join(reading.FORMATS)}; without it, recognised from the content.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Only tell what is new.")
        parser.add_argument("--by", metavar="USERNAME", help="Take in in this person's name.")

    def handle(self, *, file, format, dry_run, by, **options):
        try:
            with file.open("rb") as stream, transaction.atomic():
                batch = importing.bring(
                    stream=stream, name=file.name, format=format, by=person(by), watch=progress
                )
                self.tell(batch, "would be taken in" if dry_run else "taken in")
                transaction.set_rollback(dry_run)
        except OSError as error:
            raise CommandError(
                f"{file} cannot be read ({error.strerror}). Give the path of a file that exists and"
                " that you may open."
            ) from error
        except reading.BadFile as bad:
            raise CommandError(f"Nothing was taken in from {file}. {bad}") from bad
        except DatabaseError as error:
            raise CommandError(
                f"Nothing was taken in; the database refused: {str(error).strip()}\n"
                "See that it is up and that nobody else imports, and run this again."
            ) from error

    def tell(self, batch, done):
        left = batch.records.select_related("like").order_by("number")
        for row in left.iterator(chunk_size=1000):
            self.stdout.write(line(row))
        counts = importing.counts(batch)
        told = [
            f"{counts[finding]} {finding.label.lower()}" for finding in Finding if counts[finding]
        ]
        self.stdout.write(", ".join([f"{batch.sources.count()} {done}", *told]) + ".")
        if counts[Finding.PERHAPS]:
            self.stdout.write(LOOK)
        if earlier := importing.same_file(batch):
            self.stdout.write(f"The same file came in before, on {earlier.at:%Y-%m-%d}.")


def line(row):
    """Return what is said of a record that was not taken in."""
    like = f" ({row.like.key})" if row.like else ""
    words = f"record {row.number}, line {row.line}: {row.get_finding_display().lower()}: {row.why}{like}"
    return f"{words} {row.remedy}".strip()


def progress(items):
    return tqdm(items, desc="citations", unit="record", disable=not sys.stderr.isatty())


def person(name):
    """Return the account that takes in; without a name, one that nobody can sign in with."""
    if not name:
        return accounts.of_program(ACCOUNT, first_name="Citation import")
    try:
        return accounts.named(name)
    except accounts.NoAccount as unknown:
        raise CommandError(str(unknown)) from unknown
