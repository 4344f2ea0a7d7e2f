"""Look up a paper by an identifier and print its record; nothing is stored."""

import json

from django.core.management.base import BaseCommand, CommandError

from sources import citations
from sources.identifiers import BadIdentifier
from sources.intake import lookup
from sources.intake.answers import NoAnswer, NotKnown
from sources.intake.service import NIGHTLY

# How the command ends, for scripts; 0 is a record.
NO_IDENTIFIER, NOT_KNOWN, NO_ANSWER = 2, 3, 4


class Command(BaseCommand):
    help = "Print what Crossref or PubMed knows of a DOI, PubMed or PubMed Central number."

    def add_arguments(self, parser):
        parser.add_argument("identifier", help="As you find it: 10.1000/x, 33082016, PMC11018829.")

    def handle(self, *, identifier, **options):
        try:
            found = lookup.look_up(lookup.name_of(identifier), NIGHTLY)
        except BadIdentifier as error:
            raise CommandError(str(error), returncode=NO_IDENTIFIER) from error
        except NotKnown as error:
            raise CommandError(str(error), returncode=NOT_KNOWN) from error
        except NoAnswer as error:
            raise CommandError(str(error), returncode=NO_ANSWER) from error
        self.tell(found)

    def tell(self, found):
        fields = dict(found.record.fields)
        self.stdout.write(json.dumps(fields, ensure_ascii=False, indent=2))
        self.stdout.write(f"Reference: {citations.vancouver(fields)}")
        self.stdout.write(f"Told by {found.service}; the same for people: {found.address}")
        for line in found.remarks:
            self.stdout.write(f"Note: {line}")
        self.stdout.write(where(found))


def where(found):
    """Return in words under which key the library has the paper, or something like it."""
    if source := found.here_already():
        return f"In the library as {source.key}."
    if alike := lookup.look_alike(found):
        return f"Not in the library yet, but {alike.key} has nearly the same title."
    return "Not in the library yet."
