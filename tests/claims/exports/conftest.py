"""Editions to export, and pandoc to read what came of them."""

import json
import shutil
import subprocess

import pytest

from claims.models import Edition


@pytest.fixture
def editions(corpus):
    return list(Edition.objects.current().in_reading_order())


@pytest.fixture
def mood(corpus):
    return Edition.objects.current().get(slug="microdose-mood")


@pytest.fixture(scope="session")
def pandoc():
    """A function: text in one format to bytes in another."""
    program = shutil.which("pandoc")
    if not program:
        pytest.fail("These tests need pandoc: apt-get install pandoc")

    def convert(text, *options):
        command = [program, *options]
        return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout

    return convert


@pytest.fixture(scope="session")
def parsed(pandoc):
    """A function: Markdown of a dialect to pandoc's tree, as (type, content) pairs."""

    def nodes(text, dialect):
        return list(walk(json.loads(pandoc(text, "-f", dialect, "-t", "json"))["blocks"]))

    return nodes


def walk(tree):
    if isinstance(tree, dict) and "t" in tree:
        yield tree["t"], tree.get("c")
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from walk(branch)
