"""Copies of the shipped corpus files."""

import json
import shutil

import pytest

from claims.corpus import SHIPPED
from tests.claims.corpus_files import edit


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
