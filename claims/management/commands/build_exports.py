"""Build the files that hold the whole base."""

import re
import sqlite3
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.whole_base import building
from claims.whole_base.built import CURRENT, built

SITE = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")
RELATIVE = (
    "Addresses of the site in them are relative (/claims/...). To make them whole, name the site: "
    "--base-url https://kb.example.org"
)


class Command(BaseCommand):
    help = "Build everything that /export/ offers into DIR (default: EXPORT_DIR), all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument("directory", nargs="?", type=Path)
        parser.add_argument(
            "--base-url",
            help="The site's address, to make links complete: https://kb.example.org."
            " Without it, that of the last build.",
        )
        parser.add_argument(
            "--if-changed",
            action="store_true",
            help="Only if something was published since the last build, the program or a paper that only"
            " a cited source names has changed, or a built file is gone.",
        )

    def handle(self, *, directory, base_url, if_changed, verbosity, **options):
        directory = directory or Path(settings.EXPORT_DIR)
        last = built(directory)
        site = (last.site if last else "") if base_url is None else whole(base_url)
        if if_changed and last and last.site == site and building.is_up_to_date(last):
            self.stdout.write(f"{directory / CURRENT} is up to date.")
            return
        self.tell(self.build(directory, site), directory)

    def build(self, directory, site):
        try:
            return building.build(directory, site=site, progress=progress)
        except building.Busy as busy:
            raise CommandError(f"{busy} Wait until it has finished.") from busy
        except (OSError, sqlite3.Error) as error:
            raise CommandError(
                f"{directory} cannot be written: {error}. What was there before is as it was. "
                "Make room, or name another."
            ) from error

    def tell(self, made, directory):
        for file in made.files:
            self.stdout.write(f"{file.size:>12,} bytes  {file.name}")
        count = made.statement["count"]
        self.stdout.write(f"Built from {count} edition(s) into {directory / CURRENT}.")
        if not made.site:
            self.stdout.write(RELATIVE)


def whole(base_url):
    """Return the address without the slash at its end. Raises CommandError where links to it would lead nowhere."""
    if base_url and not SITE.fullmatch(base_url):
        raise CommandError(
            f"“{base_url}” is no address of a site; nothing was built. "
            "Write it whole: --base-url https://kb.example.org"
        )
    return base_url.rstrip("/")


def progress(artefacts):
    return tqdm(artefacts, unit="file", disable=not sys.stderr.isatty())
