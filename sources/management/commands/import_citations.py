"""Take a reference manager's file into the library: what is new in it, and a list of the rest; or take it back."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction
from tqdm import tqdm

from microdose_kb import accounts
from sources.intake import importing, reading, undoing
from sources.intake.library import LibraryError
from sources.models import Finding, Import

ACCOUNT = "citations"
LOOK = (
    "What is perhaps the same was left out. To take it in, import the file in the admin (Imports of"
    " citations, Add), compare both, and tick it."
)


class Command(BaseCommand):
    help = (
        "Take in what is new in FILE: RIS, BibTeX, PubMed (.nbib) or CSL-JSON; or undo an import."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument(
            "--format",
            default="",
            choices=[*reading.FORMATS],
            metavar="FORMAT",
            help=f"One of {', '.join(reading.FORMATS)}; without it, recognised from the content.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Only tell what is new.")
        parser.add_argument("--by", metavar="USERNAME", help="Take in in this person's name.")
        parser.add_argument(
            "--undo",
            type=int,
            metavar="NUMBER",
            help="Take back the import of this number instead.",
        )
        parser.add_argument("--reason", default="", help="Why it is undone, for the history.")

    def handle(self, *, file, undo, by, reason, dry_run, **options):
        if (file is None) == (undo is None):
            raise CommandError("Give the path of a file, or --undo and the number of an import.")
        try:
            with transaction.atomic():
                if file:
                    self.bring(file, person(by), dry_run, options["format"])
                else:
                    self.take_back(undo, person(by), dry_run, reason)
                transaction.set_rollback(dry_run)
        except DatabaseError as error:
            raise CommandError(
                f"Nothing was done; the database refused: {str(error).strip()}\n"
                "See that it is up and that nobody else imports, and run this again."
            ) from error

    def bring(self, file, by, dry_run, format):
        try:
            with file.open("rb") as stream:
                batch = importing.bring(
                    stream=stream, name=file.name, format=format, by=by, watch=progress
                )
        except OSError as error:
            raise CommandError(
                f"{file} cannot be read ({error.strerror}). Give the path of a file that exists and"
                " that you may open."
            ) from error
        except reading.BadFile as bad:
            raise CommandError(f"Nothing was taken in from {file}. {bad}") from bad
        self.tell(batch, "would be taken in" if dry_run else "taken in")
        if batch.sources.exists() and not dry_run:
            self.stdout.write(f"To take this back: import_citations --undo {batch.pk} --reason WHY")

    def take_back(self, number, by, dry_run, reason):
        batch = Import.objects.filter(pk=number).first()
        if not batch:
            raise CommandError(
                f"There is no import {number}; its number is in its address in the admin."
            )
        before = batch.sources.count()
        try:
            kept = undoing.undo(batch=batch, by=by, reason=reason)
        except LibraryError as refusal:
            raise CommandError(str(refusal)) from refusal
        for source in kept:
            self.stdout.write(f"{source.key} stays: somebody has changed or used it since.")
        words = "would leave" if dry_run else "left"
        self.stdout.write(f"{before - len(kept)} {words} the library, {len(kept)} stay.")

    def tell(self, batch, done):
        left = batch.records.select_related("like").order_by("number")
        for row in left.iterator(chunk_size=1000):
            self.stdout.write(line(row, done))
        counts = importing.counts(batch)
        told = [
            f"{counts[finding]} {finding.label.lower()}"
            for finding in Finding
            if counts[finding] and finding != Finding.NEW
        ]
        self.stdout.write(", ".join([f"{batch.sources.count()} {done}", *told]) + ".")
        if counts[Finding.PERHAPS]:
            self.stdout.write(LOOK)
        if earlier := importing.same_file(batch):
            self.stdout.write(f"The same file came in before, on {earlier.at:%Y-%m-%d}.")


def line(row, done):
    """Return what is said of a record that was not taken in, or of one that was `done` with notes."""
    like = f" ({row.like.key})" if row.like else ""
    is_new = row.finding == Finding.NEW
    what = f"{done}:" if is_new else f"{row.get_finding_display().lower()}:"
    return f"record {row.number}, line {row.line}: {what} {row.why}{like} {row.remedy}".strip()


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
