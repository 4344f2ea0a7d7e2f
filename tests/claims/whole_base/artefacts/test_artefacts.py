"""What holds for every file of the whole base."""

import pytest

from claims.whole_base.artefacts import artefacts
from claims.whole_base.shelf import Shelf

EACH = pytest.mark.parametrize("artefact", artefacts(), ids=lambda one: one.name)


def test_all_forms_are_offered_the_most_wanted_first():
    offered = [one.name.removeprefix("microdosing-evidence") for one in artefacts()]
    assert offered == ["-csv.zip", ".sqlite3", ".bib", "-markdown.zip", "-corpus.zip"]


@EACH
def test_same_editions_give_the_same_bytes(shelf, artefact, tmp_path):
    artefact.write(shelf, tmp_path / "first")
    artefact.write(Shelf("https://kb.example.org"), tmp_path / "second")
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


@EACH
def test_shelf_without_editions_gives_a_file(db, artefact, tmp_path):
    counts = artefact.write(Shelf(), tmp_path / "empty")
    assert set(counts.values()) <= {0}
    assert (tmp_path / "empty").stat().st_size


@EACH
def test_counts_are_those_of_the_pages(shelf, artefact, tmp_path):
    pages = {"claim": 19, "mechanism": 5, "source": 110, "result": 171}
    assert artefact.write(shelf, tmp_path / "file").items() <= pages.items()
