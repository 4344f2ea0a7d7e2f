"""What bibtexparser, rispy and pandoc's citeproc make of our files: everything, without complaint."""

import json
import shutil
import subprocess
from collections import Counter

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import MonthIntMiddleware, SeparateCoAuthors, SplitNameParts

from sources.formats import formats
from tests.sources.formats.records import CORPUS, HOSTILE

RECORDS = [*CORPUS, HOSTILE]
KEYS = {record["key"] for record in RECORDS}
COMMENT = "Microdosing Evidence, all: 19; from https://example.org/ @book{x"
# pandoc 2 reads no RIS; `-f ris` begins with pandoc 3.
PANDOC = [("bibtex", "bibtex"), ("bibtex", "biblatex"), ("csl", "csljson")]


@pytest.fixture(scope="module")
def texts():
    return {name: "".join(one.write(RECORDS, COMMENT)) for name, one in formats().items()}


@pytest.fixture(scope="module")
def pandoc():
    """A function: a text to what pandoc makes of it; a warning is a failure."""
    program = shutil.which("pandoc")
    if not program:
        pytest.fail("These tests need pandoc: apt-get install pandoc")

    def convert(text, *options):
        command = [program, "--fail-if-warnings", *options]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
        assert done.stderr == b""
        return done.stdout.decode()

    return convert


def test_bibtexparser_reads_every_entry(texts):
    names = [MonthIntMiddleware(), SeparateCoAuthors(), SplitNameParts()]
    library = bibtexparser.parse_string(texts["bibtex"], append_middleware=names)
    assert library.failed_blocks == []
    assert {entry.key for entry in library.entries} == KEYS


def test_rispy_reads_every_record(texts):
    found = rispy.loads(texts["ris"])
    assert {one["id"] for one in found} == KEYS
    assert not [one for one in found if "unknown_tag" in one]


def test_csl_is_what_json_reads(texts):
    assert {one["id"] for one in json.loads(texts["csl"])} == KEYS


@pytest.mark.parametrize(("name", "dialect"), PANDOC)
def test_pandoc_reads_every_reference(texts, pandoc, name, dialect):
    found = json.loads(pandoc(texts[name], "-f", dialect, "-t", "csljson"))
    assert {one["id"] for one in found} == KEYS
    assert Counter(one.get("DOI") for one in found) == Counter(r["doi"] for r in RECORDS)


@pytest.mark.parametrize(("name", "dialect"), PANDOC)
def test_citeproc_makes_a_bibliography_of_all(texts, pandoc, name, dialect):
    page = pandoc(texts[name], "-f", dialect, "--citeproc", "-t", "html")
    assert page.count('class="csl-entry"') == len(KEYS)
    assert "<script>alert" not in page


@pytest.mark.parametrize(("name", "dialect"), PANDOC)
def test_citeproc_names_the_server_of_a_preprint_once(pandoc, name, dialect):
    record = CORPUS[0] | {"type": "article", "container_title": "PsyArXiv"}
    text = "".join(formats()[name].write([record], ""))
    assert pandoc(text, "-f", dialect, "--citeproc", "-t", "plain").count("PsyArXiv") == 1


def test_citeproc_makes_no_author_of_those_not_known(pandoc):
    record = CORPUS[0] | {"authors": CORPUS[0]["authors"][:2], "authors_complete": False}
    text = "".join(formats()["csl"].write([record], ""))
    assert "et al" not in pandoc(text, "-f", "csljson", "--citeproc", "-t", "plain")
