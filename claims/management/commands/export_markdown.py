"""Write the Markdown that readers can download as files."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.exports.archive import all_files, claim_files
from claims.models import Edition

RELATIVE = (
    "Addresses of the site in them are relative (/claims/...). To make them whole, name the site: "
    "--base-url https://kb.example.org"
)


class Command(BaseCommand):
    help = "Write every claim and mechanism as Markdown into DIR, or only the claims named."

    def add_arguments(self, parser):
        parser.add_argument("directory", type=Path)
        parser.add_argument("--claim", nargs="+", action="extend", default=[], metavar="SLUG")
        parser.add_argument(
            "--base-url",
            default="",
            help="The site's address, to make links complete: https://kb.example.org",
        )

    def handle(self, *, directory, claim, base_url, **options):
        editions = list(Edition.objects.current().in_reading_order())
        refuse_unknown(claim, [edition.slug for edition in editions])
        chosen = [edition for edition in editions if edition.slug in claim]
        files = (
            claim_files(chosen, base_url=base_url)
            if claim
            else all_files(editions, base_url=base_url)
        )
        try:
            write(directory, files)
        except OSError as error:
            raise CommandError(f"{directory} cannot be written: {error}. Name another.") from error
        self.stdout.write(f"{len(files)} file(s) written to {directory}.")
        if not base_url:
            self.stdout.write(RELATIVE)


def refuse_unknown(slugs, known):
    unknown = sorted(set(slugs) - set(known))
    if unknown:
        raise CommandError(
            f"No published claim is called {', '.join(unknown)}; nothing was written. "
            f"The claims are: {', '.join(sorted(known)) or 'none'}."
        )


def write(directory, files):
    """Write each file whole or not at all: a reader never finds half of one."""
    directory.mkdir(parents=True, exist_ok=True)
    for name in tqdm(sorted(files), unit="file", disable=not sys.stderr.isatty()):
        path = directory / name
        path.parent.mkdir(exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        try:
            part.write_bytes(files[name].encode())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
