import csv
import io
import json
import zipfile

import pytest
from frictionless import Package

from claims.exports.tables import tables as all_tables
from claims.models import Edition
from claims.whole_base.artefacts import tables
from claims.whole_base.shelf import Shelf
from tests.people import make_accepted


@pytest.fixture
def package(shelf, unzipped, tmp_path):
    tables.write(shelf, tmp_path / "tables.zip")
    return unzipped(tmp_path / "tables.zip")


def test_package_is_valid_with_types_keys_references_and_codes(package):
    report = Package(str(package / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]


def test_validation_would_see_a_reference_to_nothing(package):
    path = package / "citations.csv"
    path.write_text(path.read_text().replace("szigeti2021selfblinding", "nobody1900nothing"))
    report = Package(str(package / "datapackage.json")).validate()
    assert "foreign-key" in {error for [error] in report.flatten(["type"])}


def test_package_says_how_to_read_a_text_that_looks_like_a_formula(package):
    described = json.loads((package / "datapackage.json").read_text())["description"]
    assert "programs take one apostrophe away" in described


def test_package_describes_every_column_in_its_order(package):
    described = json.loads((package / "datapackage.json").read_text())["resources"]
    assert [one["name"] for one in described] == list(all_tables())
    for one in described:
        with (package / one["path"]).open(newline="", encoding="utf-8") as stream:
            header = next(csv.reader(stream))
        assert header == [field["name"] for field in one["schema"]["fields"]]
        assert all(field["description"] for field in one["schema"]["fields"])


def test_package_states_its_editions(package):
    statement = json.loads((package / "datapackage.json").read_text())["statement"]
    assert (statement["count"], len(statement["editions"])) == (19, 19)
    newest = Edition.objects.latest("published_at").published_at
    assert statement["as_of"] == newest.isoformat()


def test_text_never_begins_as_a_formula(claim, source, editor, reviewer, tmp_path):
    finding = '=HYPERLINK("http://example.org","x")'
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer, finding=finding)
    tables.write(Shelf(), tmp_path / "tables.zip")
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        text = archive.read("evidence.csv").decode()
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert row["finding"] == f"'{finding}"
