"""Try the rating rule on evidence sets of one's own."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims.rating.evidence_fields import NAME
from claims.rating.evidence_sets import BadEvidenceSets, answer, read


class Command(BaseCommand):
    help = (
        "Rate a file of evidence sets, in the form of vectors.json, and print the outputs as JSON."
    )
    # The rule is pure: it needs no database and no site.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        try:
            cases = read(text_of(file))
            refuse_unwritable([case.name for case in cases])
        except BadEvidenceSets as bad:
            problems = "\n".join(f"- {problem}" for problem in bad.problems)
            raise CommandError(f"{file} cannot be rated; nothing was.\n{problems}") from bad
        self.stdout.write(json.dumps(answer(cases), ensure_ascii=False, indent=1))


def refuse_unwritable(names):
    faults = {name: NAME.fault(name) for name in names}
    problems = [f"case {ascii(name)}: `name`: {fault}." for name, fault in faults.items() if fault]
    if problems:
        raise BadEvidenceSets(problems)


def text_of(file):
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is not UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}. Name another.") from error
