"""Copies of the shipped corpus files, and a claim with one item on its way through the desk."""

import json
import shutil

import pytest
from django.db import transaction

from claims import desk
from claims.corpus import SHIPPED, load
from claims.models import Evidence
from tests.claims.corpus_files import dumped, edit, merge
from tests.claims.note_pages import make_note
from tests.claims.voices import OTHER_SIDE
from tests.people import make_assessment, make_draft, make_user


@pytest.fixture
def files(tmp_path):
    """A copy of the shipped corpus that a test may spoil."""
    return shutil.copytree(SHIPPED, tmp_path / "corpus")


@pytest.fixture
def small_files(files):
    """A copy cut to a few records, so that each way to spoil it is told quickly."""
    edit(files, "evidence", lambda rows: rows.__delitem__(slice(6, None)))
    needed = {row["source"] for row in json.loads((files / "evidence.json").read_text())}

    def keep(rows):
        reviews = [row for row in rows if row["review"] and not row["review"]["includes"]][:2]
        rows[:] = [row for row in rows if row["key"] in needed or row in (rows[0], *reviews)]

    edit(files, "sources", keep)
    return files


@pytest.fixture
def united(small_files, tmp_path, editor, db):
    """A loaded library, and the files of one in which somebody merged its first source into kept2024."""

    def add(rows):
        names = dict.fromkeys(("doi", "pmid", "pmcid"))
        kept = {"key": "kept2024", "study": "kept2024", "url": "https://example.org/kept"}
        rows.append(rows[0] | names | kept)

    edit(small_files, "sources", add)
    load(small_files)
    old = Evidence.objects.first().source.key
    with transaction.atomic():
        merge("kept2024", old, editor)
        directory = dumped(tmp_path)
        transaction.set_rollback(True)
    return directory, old


@pytest.fixture
def draft(claim, source, editor):
    return make_draft(claim=claim, source=source, by=editor)


@pytest.fixture
def proposed(draft, editor):
    return desk.propose(evidence=draft, by=editor)


@pytest.fixture
def accepted(proposed, reviewer):
    return desk.accept(evidence=proposed, by=reviewer)


@pytest.fixture
def judged(accepted, claim):
    """A claim with one accepted item."""
    return claim


@pytest.fixture
def third(db):
    """A reviewer who has not judged yet."""
    return make_user("tove", role="Reviewers", first_name="Tove", is_staff=True)


@pytest.fixture
def disagreed(judged, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    make_assessment(claim=judged, by=second_reviewer, **OTHER_SIDE)
    return judged


@pytest.fixture
def note(claim):
    return make_note(claim.editions.get())
