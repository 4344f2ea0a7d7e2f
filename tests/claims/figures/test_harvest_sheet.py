from types import SimpleNamespace

from claims.figures.harvest_sheet import GAP, WIDTH, harvest_sheet
from claims.figures.strips_sheet import strips_sheet

STUDY = {
    "strength": {"code": "moderate", "rung": 3},
    "material": "people",
    "n": 40,
    "is_deciding": True,
    "is_review": False,
    "point": "toward",
    "vote": "for",
}
RECORD = {"design": "rct-parallel", "species": "human", "review": None}


def make_document(*directions):
    studies = [
        STUDY | {"key": f"s{number}", "label": f"Lee {2000 + number}", "direction": direction}
        | {"items": [f"s{number}-1"], "sources": [f"s{number}"]}
        for number, direction in enumerate(directions)
    ]  # fmt: skip
    keys = [study["key"] for study in studies]
    return {"studies": studies, "evidence": [], "sources": dict.fromkeys(keys, RECORD)}


def test_panels_stand_side_by_side_without_touching():
    panels = harvest_sheet(make_document("supports", "mixed")).panels
    for before, after in zip(panels, panels[1:], strict=False):
        is_beside = after.x >= before.x + before.panel.width + GAP
        assert is_beside or after.y >= before.y + before.panel.height


def test_no_panel_leaves_the_sheet():
    sheet = harvest_sheet(make_document(*["supports", "mixed", "no-effect"] * 9))
    assert max(placed.x + placed.panel.width for placed in sheet.panels) <= WIDTH
    assert sheet.key.y < sheet.height


def test_heading_counts_the_studies():
    headings = [placed.heading for placed in harvest_sheet(make_document("supports")).panels]
    assert headings[0] == "▲ Supports: 1"


def make_edition(*directions, statement="Microdosing lifts mood."):
    return SimpleNamespace(statement=statement, document=make_document(*directions))


def test_strips_stand_one_beneath_the_other():
    sheet = strips_sheet([make_edition("supports"), make_edition("mixed")])
    first, second = sheet.placed
    assert first.foot < second.words.y < second.foot <= sheet.height


def test_strips_say_what_all_findings_say():
    sheet = strips_sheet([make_edition("supports", "mixed"), make_edition("mixed")])
    assert sheet.caption.startswith(
        "Of 3 findings counted for 2 claims, 1 supports and 2 are mixed."
    )


def test_strips_without_studies_say_so():
    assert strips_sheet([make_edition()]).caption.startswith(
        "No study could be counted for 1 claim."
    )
