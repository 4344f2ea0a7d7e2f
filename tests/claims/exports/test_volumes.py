import io
import re
import zipfile

import pytest
import yaml

from claims.exports.archive import all_files, mechanisms, readme, write_zip
from claims.exports.volumes import all_claims, mechanism_summary


@pytest.fixture
def chain(editions):
    return mechanisms(editions)["enhanced-neuroplasticity"]


def test_a_mechanism_goes_along_the_chain(chain):
    rows = [line for line in mechanism_summary(chain[::-1]).splitlines() if line.startswith("| ")][
        2:
    ]
    assert [row.split(" | ")[0] for row in rows] == [
        "| General fact",
        "| Microdose version",
        "| Benefit",
    ]
    assert "](../claims/microdose-cognition.md) |" in rows[2]


def test_a_mechanism_has_front_matter(chain):
    values = yaml.safe_load(
        mechanism_summary(chain, base_url="https://kb.example.org").split("---\n")[1]
    )
    assert values["title"] == "Enhanced neuroplasticity"
    assert values["claims"] == 3
    assert values["url"] == "https://kb.example.org/mechanisms/enhanced-neuroplasticity/"


def test_all_claims_have_one_front_matter_and_a_table_of_contents(editions, pandoc):
    text = all_claims(editions)
    assert text.count("\n---\n") == 1
    targets = re.findall(r"\]\(#(\S+)\)", text)
    page = pandoc(text, "-f", "gfm", "-t", "html").decode()
    assert len(targets) == len(editions)
    assert all(f'id="{target}"' in page for target in targets)


def test_a_shelf_without_claims_says_so():
    assert "No claim has been published yet." in all_claims([])
    assert "None." in readme([])


def zipped(files):
    stream = io.BytesIO()
    write_zip(((path, [text]) for path, text in files.items()), stream)
    return stream


def test_the_archive_holds_every_claim_and_mechanism(editions):
    files = all_files(editions)
    archive = zipfile.ZipFile(zipped(files))
    assert archive.namelist() == list(files)
    assert len(files) == 1 + 19 + 5
    assert archive.read("claims/microdose-mood.md").decode() == files["claims/microdose-mood.md"]


def test_the_archive_is_the_same_bytes_for_the_same_editions(editions):
    assert zipped(all_files(editions)).getvalue() == zipped(all_files(editions)).getvalue()
