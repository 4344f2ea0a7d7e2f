"""The figures that a page makes of HTML, drawn as one SVG for the download."""

from types import SimpleNamespace

import pytest

from claims.figures.dose_gap_sheet import dose_gap_sheet
from claims.figures.gap_map_sheet import gap_map_sheet
from claims.figures.verdict_strip_sheet import verdict_strip_sheet

LONG = "Microdosing produces subtle shifts in mood by acting on serotonin receptors. " * 3


def row(slug="mood", statement="Microdosing lifts mood.", mechanism=None, verdict="insufficient"):
    return SimpleNamespace(
        slug=slug,
        statement=statement,
        scope="microdose",
        verdict=verdict,
        summary={
            "streams": {"surveys": {"no-effect": 2, "supports": 1}},
            "doses": {"microdose": 1, "full-dose": 2, "other": 0},
            "mechanism": mechanism,
            "verdict": {"symbol": "?", "label": "We do not know"},
            "certainty": None,
            "review": {"label": "Automatic suggestion, not yet reviewed"},
        },
    )


def test_map_draws_only_cells_with_studies():
    line = gap_map_sheet([row()]).lines[0]
    assert [circle.cell.words for circle in line.circles] == [
        "3 studies: 1 supports, 2 no clear effect"
    ]


def test_map_says_the_verdict_after_the_claim():
    sheet = gap_map_sheet([row()])
    verdict, certainty = sheet.lines[0].ends
    assert verdict.lines == ("? We do not know",)
    assert certainty.lines == ("None to state",)
    assert certainty.x < min(circle.x for circle in sheet.lines[0].circles)


def test_map_has_a_column_of_review_only_if_it_differs():
    other = row("risk")
    other.summary["review"] = {"label": "Assessed by one reviewer"}
    same, differing = gap_map_sheet([row(), row("risk")]), gap_map_sheet([row(), other])
    assert "State of review of all: Automatic suggestion, not yet reviewed." in same.caption
    assert " ".join(differing.lines[1].ends[2].lines) == "Assessed by one reviewer"
    assert differing.lines[1].ends[2].x < same.width + 1 < differing.width


def test_map_names_the_mechanisms():
    sheet = gap_map_sheet([row(mechanism={"name": "Serotonin"}), row("risk")])
    assert [group.name for group in sheet.groups] == ["Serotonin", "Across the mechanisms"]


@pytest.mark.parametrize("sheet_of", [gap_map_sheet, dose_gap_sheet])
def test_long_statement_makes_its_row_higher(sheet_of):
    assert sheet_of([row(statement=LONG)]).height > sheet_of([row()]).height


def test_map_stays_within_its_width():
    sheet = gap_map_sheet([row()])
    line = sheet.lines[0]
    assert max(end.x for end in line.ends) < min(circle.x for circle in line.circles)
    assert max(circle.x + 44 for circle in line.circles) < sheet.width


def test_map_without_claims_is_empty():
    assert gap_map_sheet([]).lines == ()


def test_dose_gap_says_its_counts():
    sheet = dose_gap_sheet([row()])
    assert "1 at a microdose, 2 at a full dose, 0 other." in sheet.description
    assert sheet.caption.startswith(sheet.doses.finding)


def test_verdict_strip_has_a_line_for_each_verdict():
    sheet = verdict_strip_sheet([row(), row(verdict="supported"), row()])
    assert [line.words for line in sheet.lines] == ["1 Supported", "2 We do not know"]
    assert sheet.width > sheet.left


def test_verdict_strip_without_claims_is_empty():
    assert verdict_strip_sheet([]).height == 0
