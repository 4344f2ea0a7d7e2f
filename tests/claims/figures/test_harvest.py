import re

import pytest

from claims.figures import harvest as module
from claims.figures import harvest_studies
from claims.figures.harvest import harvest
from claims.figures.lettering import width_of

REVIEWS = [
    ({"design": "systematic-review", "species": "mixed"}, "review"),
    ({"design": "meta-analysis", "species": "human", "review": {"review_of": "rct"}}, "review"),
    ({"design": "narrative-review", "species": "not-applicable"}, "review"),
    ({"design": "narrative-review", "species": "mouse"}, "animals"),
    ({"design": "systematic-review", "species": "mixed", "review": {"review_of": "animal"}}, "animals"),
    ({"design": "systematic-review", "species": "mixed", "review": {"review_of": "in-vitro"}}, "cells"),
    ({"design": "narrative-review", "species": "cell-culture"}, "cells"),
]  # fmt: skip
RUNGS = {"very-weak": 1, "weak": 2, "moderate": 3, "strong": 4, "excluded": 0}


def make_study(key="smith2024", direction="supports", strength="moderate", **fields):
    return {
        "key": key,
        "label": f"{key} et al. 2024",
        "direction": direction,
        "strength": {"code": strength, "rung": RUNGS[strength]},
        "material": "people",
        "n": 40,
        "is_deciding": True,
        "items": [f"{key}-1"],
        "is_review": False,
        "point": "toward",
        "vote": "for",
        "sources": [key],
    } | fields


def make_item(source="jones2020", use="shown", strength="weak", **fields):
    return {
        "id": f"{source}-1",
        "source": source,
        "label": "Jones 2020",
        "direction": "supports",
        "strength": {"code": strength, "rung": RUNGS[strength]},
        "n": None,
        "point": "not-reported",
        "use": use,
    } | fields


def make_document(*studies, evidence=(), **record):
    source = {"design": "rct-parallel", "species": "human", "review": None} | record
    keys = [item["source"] for item in evidence] + [study["key"] for study in studies]
    return {
        "studies": studies,
        "evidence": evidence,
        "sources": dict.fromkeys(keys, source),
    }


def panels(plot):
    return {panel.direction.value: panel for panel in plot.panels}


def test_harvest_has_a_panel_for_each_direction():
    plot = harvest(make_document())
    assert list(panels(plot)) == ["supports", "mixed", "no-effect", "contradicts"]


@pytest.mark.parametrize("strength", ["very-weak", "weak", "moderate", "strong"])
def test_row_has_a_block_for_each_rung(strength):
    plot = harvest(make_document(make_study(strength=strength)))
    assert panels(plot)["supports"].rows[0].blocks.count("z") == RUNGS[strength]


def test_blocks_stand_in_a_row_without_touching():
    row = panels(harvest(make_document(make_study(strength="strong"))))["supports"].rows[0]
    places = [int(x) for x in re.findall(r"M(\d+) ", row.blocks)]
    assert all(b - a > module.BLOCK for a, b in zip(places, places[1:], strict=False))


def test_studies_stand_strongest_first():
    studies = [make_study("a", strength="weak"), make_study("b", strength="strong")]
    assert [study.key for study in harvest(make_document(*studies)).studies] == ["b", "a"]


def test_shown_item_is_drawn_but_not_counted():
    plot = harvest(make_document(evidence=[make_item()]))
    row = panels(plot)["supports"].rows[0]
    assert (row.study.css_class, row.study.use_words) == ("mark-off", "Shown, not counted")


def test_counted_item_gives_no_row_beside_its_study():
    document = make_document(make_study(), evidence=[make_item(use="counted")])
    assert len(harvest(document).studies) == 1


def test_excluded_study_has_no_blocks():
    plot = harvest(make_document(evidence=[make_item(use="excluded", strength="excluded")]))
    assert panels(plot)["supports"].rows[0].blocks == ""


def test_items_of_one_source_that_differ_are_mixed():
    items = [make_item(), make_item(id="jones2020-2", direction="no-effect")]
    assert len(panels(harvest(make_document(evidence=items)))["mixed"].rows) == 1


@pytest.mark.parametrize(
    ("record", "material"),
    [
        ({"design": "in-vitro"}, "cells"),
        ({"design": "animal-experiment", "species": "rat"}, "animals"),
        ({"design": "rct-parallel", "species": "human"}, "people"),
        *REVIEWS,
    ],
)
def test_uncounted_study_has_the_material_of_its_source(record, material):
    plot = harvest(make_document(evidence=[make_item()], **record))
    assert [name for name, _ in plot.materials] == [material]


@pytest.mark.parametrize(("record", "material"), REVIEWS)
def test_counted_review_is_not_shown_as_people(record, material):
    study = make_study(key="osimo2020", is_review=True, material="people")
    [drawn] = harvest(make_document(study, **record)).studies
    assert drawn.material == material


def test_legend_tells_every_material_apart():
    fills = [fill for _, fill in harvest_studies.MATERIALS.items()]
    assert len(set(fills)) == len(fills) == 4


def test_review_has_a_fill_of_its_own():
    study = make_study(is_review=True)
    plot = harvest(make_document(study, design="meta-analysis"))
    assert panels(plot)["supports"].rows[0].study.pattern == "checks"
    assert plot.materials == (("review", "checks"),)


@pytest.mark.parametrize(
    ("vote", "words"), [("for", "For"), ("against", "Against"), ("half", "Half each")]
)
def test_table_tells_vote_and_estimate(vote, words):
    [study] = harvest(make_document(make_study(vote=vote, point="away"))).studies
    assert (study.vote_words, study.point.label) == (words, "Away from the claim")


def test_what_is_only_shown_has_no_vote():
    [study] = harvest(make_document(evidence=[make_item()])).studies
    assert (study.vote_words, study.point.label) == ("None", "Not reported")


@pytest.mark.parametrize(
    ("direction", "material", "pattern"),
    [
        ("supports", "people", ""),
        ("contradicts", "people", ""),
        ("supports", "animals", "lines"),
        ("no-effect", "cells", "dots"),
    ],
)
def test_pattern_tells_materials_apart(direction, material, pattern):
    plot = harvest(make_document(make_study(direction=direction, material=material)))
    assert panels(plot)[direction].rows[0].study.pattern == pattern


def test_panel_fits_a_phone_320_pixels_wide():
    assert module.WIDTH <= 320 - 2 * 16


@pytest.mark.parametrize("strength", RUNGS)
def test_everything_in_a_row_stands_inside_its_panel(strength):
    panel = panels(harvest(make_document(make_study(strength=strength))))["supports"]
    row = panel.rows[0]
    assert row.words_x + width_of(row.words, module.SIZE) <= panel.width
    assert max(width_of(line, row.label.size) for line in row.label.lines) <= module.LABEL


def test_long_label_is_wrapped_and_whole():
    name = "A report by the committee on rare things 2021"
    studies = make_study("a", label=name), make_study("b")
    first, second = panels(harvest(make_document(*studies)))["supports"].rows
    assert " ".join(first.label.lines) == name
    assert second.y >= first.y + module.PITCH + module.LEADING


def test_strength_is_named_at_the_first_of_its_kind():
    studies = [make_study("a"), make_study("b"), make_study("c", strength="weak")]
    rows = panels(harvest(make_document(*studies)))["supports"].rows
    assert [row.words for row in rows] == ["Moderate", "", "Weak"]


@pytest.mark.parametrize(
    ("evidence", "number"), [([], "2"), ([make_item()], "2 +\xa01\xa0not\xa0counted")]
)
def test_panels_number_agrees_with_the_caption(evidence, number):
    plot = harvest(make_document(make_study("a"), make_study("b"), evidence=evidence))
    assert panels(plot)["supports"].number == number
    assert plot.caption.startswith("Of 2 studies counted, 2 support.")


def test_caption_states_the_finding():
    studies = [make_study("a"), make_study("b", "no-effect"), make_study("c", "no-effect", "weak")]
    assert harvest(make_document(*studies)).caption == (
        "Of 3 studies counted, 1 supports and 2 found no clear effect."
        " The strongest evidence is moderate (2 studies)."
    )


def test_caption_says_when_nothing_counts():
    assert harvest(make_document(evidence=[make_item()])).caption == "No study could be counted."


def test_panel_describes_its_studies_in_words():
    plot = harvest(make_document(make_study("lee")))
    assert panels(plot)["supports"].description == "lee et al. 2024 (moderate, people)"
    assert panels(plot)["mixed"].description == "No study."


def test_order_of_studies_in_the_document_does_not_matter():
    studies = [make_study("a"), make_study("b"), make_study("c", strength="weak")]
    assert harvest(make_document(*studies)) == harvest(make_document(*reversed(studies)))
