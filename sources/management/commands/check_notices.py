"""Record editorial notices from the Retraction Watch file or from Crossref."""

import codecs
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from microdose_kb import accounts
from sources.intake import notices
from sources.intake.crossref import Crossref, ask_about
from sources.intake.retraction_watch import WHERE_FROM, read
from sources.vocabulary import NoticeKind

PIECE = 1024 * 1024
MOST_SHOWN = 20


class Command(BaseCommand):
    help = "Record retractions and other notices from FILE (Retraction Watch data) or Crossref."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path)
        parser.add_argument("--crossref", action="store_true", help="Ask Crossref about each DOI.")
        parser.add_argument("--dry-run", action="store_true", help="Only tell what is new.")
        parser.add_argument("--by", metavar="USERNAME", help="Record in this person's name.")

    def handle(self, *, file, crossref, dry_run, by, **options):
        if bool(file) == crossref:
            raise CommandError(f"Give either a file or --crossref. {WHERE_FROM}")
        shelf = notices.Shelf()
        by = None if dry_run else self.person(by)
        found, unasked = self.ask(shelf) if crossref else (self.look_up(file, shelf), [])
        self.tell(self.settle(found, shelf, by), dry_run)
        if unasked:
            raise CommandError(
                f"{len(unasked)} source(s) could not be asked about:\n" + "\n".join(unasked) + "\n"
                "What the others told is not lost; see that CROSSREF_URL can be reached, and run"
                " this again later."
            )

    def person(self, name):
        try:
            return accounts.named(name) if name else notices.account()
        except accounts.NoAccount as unknown:
            raise CommandError(str(unknown)) from unknown

    def look_up(self, file, shelf):
        try:
            encoding, lines = survey(file)
            with file.open(encoding=encoding, newline="") as text:
                return notices.usable(read(self.progress(text, "line", lines), shelf.find))
        except OSError as error:
            raise CommandError(f"{file} cannot be read ({error.strerror}). {WHERE_FROM}") from error
        except notices.BadFile as bad:
            shown = "\n".join(map(str, bad.problems[:MOST_SHOWN]))
            raise CommandError(
                f"Nothing was recorded; {len(bad.problems)} problem(s) in {file}:\n{shown}"
            ) from bad

    def ask(self, shelf):
        with_doi = [source for source in shelf.sources if source.doi]
        with Crossref() as crossref:
            answers = ask_about(self.progress(with_doi, "source", len(with_doi)), crossref)
        self.stdout.write(
            f"{answers.asked} source(s) asked about, {answers.not_known} not in Crossref,"
            f" {len(shelf.sources) - len(with_doi)} without a DOI."
        )
        return answers.found, answers.unasked

    def progress(self, items, unit, total):
        return tqdm(items, desc="notices", unit=unit, total=total, disable=not sys.stderr.isatty())

    def settle(self, found, shelf, by):
        if by is None:
            return notices.compare(found, shelf)
        try:
            return notices.record(found=found, shelf=shelf, by=by)
        except DatabaseError as error:
            raise CommandError(
                f"Nothing was recorded; the database refused: {str(error).strip()}\n"
                "See that it is up and that no other check runs, and run this again."
            ) from error

    def tell(self, check, dry_run):
        done = "would be recorded" if dry_run else "recorded"
        for source, notice in check.new:
            details = [str(notice.issued_on or "undated"), notice.url, notice.reason]
            told = ", ".join(detail for detail in details if detail)
            self.stdout.write(f"{done}: {source.key}: {NoticeKind(notice.kind).label}, {told}")
        for doubt in check.doubts:
            self.stdout.write(f"for a person to decide and enter in the admin: {doubt}")
        self.stdout.write(f"{len(check.new)} {done}, {check.known} recorded before.")


def survey(file):
    """Return the file's encoding and its number of lines."""
    decoder, lines, encoding = codecs.getincrementaldecoder("utf-8")(), 0, "utf-8-sig"
    with file.open("rb") as raw:
        while piece := raw.read(PIECE):
            lines += piece.count(b"\n")
            encoding = encoding if _decodes(decoder, piece) else "latin-1"
    return (encoding if _decodes(decoder, b"", final=True) else "latin-1"), lines


def _decodes(decoder, piece, *, final=False):
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return False
    return True
