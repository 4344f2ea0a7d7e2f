"""The shelf with the shipped corpus, and what is made of it."""

import zipfile

import pytest

from claims.whole_base.shelf import Shelf


@pytest.fixture
def shelf(corpus):
    return Shelf("https://kb.example.org")


@pytest.fixture
def unzipped(tmp_path):
    """A function: an archive to the directory with its files."""

    def unzip(path):
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path / "unzipped")
        return tmp_path / "unzipped"

    return unzip
