import pytest

from claims.figures.forest import LEFT, WIDTH, forests


def make_item(name="a", estimate=0.4, low=0.1, high=0.7, measure="SMD", use="counted"):
    return {
        "id": name,
        "source": f"{name}2020",
        "label": f"{name} 2020",
        "outcome": "mood",
        "effect": {"measure": measure, "estimate": estimate, "ci_low": low, "ci_high": high},
        "n": 40,
        "use": use,
    }


def make_document(*items, design="rct-parallel"):
    counted = [item["id"] for item in items if item["use"] == "counted"]
    return {
        "studies": [{"weight": 4, "items": [one]} for one in counted],
        "evidence": items,
        "sources": {item["source"]: {"design": design} for item in items},
    }


def test_forest_needs_two_results():
    assert forests(make_document(make_item())) == ()


def test_forest_needs_one_measure():
    assert forests(make_document(make_item("a"), make_item("b", measure="MD"))) == ()


@pytest.mark.parametrize("missing", ["low", "high", "estimate", "measure"])
def test_result_without_interval_is_left_out(missing):
    assert forests(make_document(make_item("a"), make_item("b", **{missing: None}))) == ()


def test_excluded_result_is_left_out():
    assert forests(make_document(make_item("a"), make_item("b", use="excluded"))) == ()


def test_results_stand_by_size():
    [plot] = forests(make_document(make_item("a", 0.2), make_item("b", 0.5)))
    assert [line.result.item for line in plot.lines] == ["b", "a"]


def test_estimate_stands_inside_its_interval():
    [plot] = forests(make_document(make_item("a"), make_item("b", -3, -5, -1)))
    assert all(line.begin < line.x < line.end for line in plot.lines)


def test_everything_stands_inside_the_drawing():
    [plot] = forests(make_document(make_item("a", 12, -40, 90), make_item("b", 3, 2, 4)))
    places = [place for line in plot.lines for place in (line.begin, line.end)]
    assert LEFT <= min(places) <= max(places) <= WIDTH


def test_no_effect_is_nought_for_differences_and_one_for_ratios():
    [plot] = forests(make_document(make_item("a"), make_item("b")))
    assert plot.no_effect == next(tick.x for tick in plot.ticks if tick.label == "0")
    items = [make_item(name, 2, 0.5, 4, "OR") for name in "ab"]
    [plot] = forests(make_document(*items))
    assert plot.no_effect == next(tick.x for tick in plot.ticks if tick.label == "1")


def test_ratio_of_nought_cannot_be_drawn():
    assert forests(make_document(*(make_item(name, 2, 0, 4, "OR") for name in "ab"))) == ()


def test_equal_results_still_have_a_scale():
    [plot] = forests(make_document(*(make_item(name, 0, 0, 0) for name in "ab")))
    assert plot.no_effect == plot.lines[0].x


def test_uncounted_result_has_no_weight():
    [plot] = forests(make_document(make_item("a"), make_item("b", use="shown")))
    assert {line.result.item: line.result.weight for line in plot.lines} == {"a": 4, "b": None}


def test_caption_says_that_nothing_is_pooled():
    [plot] = forests(make_document(make_item("a", -0.2), make_item("b", 0.5)))
    assert plot.caption == (
        "2 results in SMD, from −0.2 to 0.5. Not pooled: outcomes and methods differ."
    )


def test_review_is_labelled_as_pooled_by_itself():
    items = [make_item("a"), make_item("b")]
    [plot] = forests(make_document(*items, design="meta-analysis"))
    assert all(line.result.is_pooled for line in plot.lines)
