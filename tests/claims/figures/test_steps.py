import pytest

from claims.figures.steps import steps

LEVELS = {"very-low": 1, "low": 2, "moderate": 3, "high": 4}
FIVE = ("risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias")


def make_document(certainty="low", start=4, taken=(0, 0, 0, 0, 0), more=()):
    listed = [("start", start), *zip(FIVE, taken, strict=True), *more]
    return {
        "certainty": {"code": certainty, "level": LEVELS[certainty]},
        "suggestion": {"steps": [{"domain": name, "levels": levels} for name, levels in listed]},
    }


def place(plot, label):
    return next(level.x for level in plot.levels if level.label == label)


def test_steps_are_none_without_certainty():
    assert steps({"certainty": None, "suggestion": {"steps": []}}) is None


def test_steps_show_the_five_domains_even_at_nought():
    plot = steps(make_document("high"))
    assert [bar.way for bar in plot.bars] == ["start"] + ["none"] * 5


def test_limit_without_effect_is_left_to_the_table():
    assert len(steps(make_document("high", more=[("limit", 0)])).bars) == 6


def test_each_bar_begins_where_the_last_one_ended():
    bars = steps(make_document("low", taken=(-1, 0, -1, 0, 0))).bars
    assert all(after.begin == before.end for before, after in zip(bars, bars[1:], strict=False))


def test_staircase_ends_at_the_certainty():
    plot = steps(make_document("low", taken=(-1, 0, -1, 0, 0)))
    assert plot.bars[-1].end == plot.result.end == place(plot, "Low")


def test_steps_beneath_the_scale_stay_at_very_low():
    bars = steps(make_document("very-low", taken=(-2, -2, -1, 0, 0))).bars
    floor = place(steps(make_document("very-low")), "Very low")
    assert [(bar.end, bar.change, bar.is_dashed) for bar in bars[2:4]] == [
        (floor, "−2, lowest reached", False),
        (floor, "−1, already lowest", True),
    ]


def test_staircase_never_climbs_back_from_beneath():
    plot = steps(make_document("very-low", taken=(-2, -2, -1, -1, 0)))
    assert plot.bars[-1].end == plot.result.end == place(plot, "Very low")


def test_raise_from_beneath_the_scale_stays_lowest():
    plot = steps(make_document("very-low", taken=(-3, -2, 0, 0, 0), more=[("raised for", 1)]))
    assert (plot.bars[-1].change, plot.bars[-1].is_dashed) == ("+1, still lowest", True)


@pytest.mark.parametrize("taken", [(0, 0, 0, 0, 0), (-3, -3, 0, 0, 0)])
def test_scale_has_the_four_levels_alone(taken):
    levels = steps(make_document("high", taken=taken)).levels
    assert [level.label for level in levels] == ["Very low", "Low", "Moderate", "High"]


def test_raise_goes_up():
    plot = steps(make_document("high", taken=(-1, 0, 0, 0, 0), more=[("raised for", 1)]))
    assert (plot.bars[-1].way, plot.bars[-1].end) == ("up", place(plot, "High"))


def test_limit_begins_on_the_scale():
    taken = (-2, -2, 0, 0, 0)
    plot = steps(make_document("very-low", taken=taken, more=[("limit", -1)]))
    assert plot.bars[-1].begin == place(plot, "Very low")


@pytest.mark.parametrize(
    ("taken", "certainty", "caption"),
    [
        (
            (-3, -1, 0, 0, 0),
            "very-low",
            "The designs start at High; risk of bias (−3) and inconsistency (−1) lead to Very low,"
            " and nothing is lower.",
        ),
        ((0, 0, 0, 0, 0), "high", "The designs start at High; nothing was taken off."),
        (
            (-1, 0, 0, 0, 0),
            "moderate",
            "The designs start at High; risk of bias (−1) leads to Moderate.",
        ),
        (
            (-1, -1, 0, 0, 0),
            "low",
            "The designs start at High; risk of bias (−1) and inconsistency (−1) lead to Low.",
        ),
    ],
)
def test_caption_states_the_way(taken, certainty, caption):
    assert steps(make_document(certainty, taken=taken)).caption == caption


def test_description_names_every_step():
    plot = steps(make_document("moderate", taken=(-1, 0, 0, 0, 0)))
    assert plot.description.startswith("Start: High; Risk of bias: −1; Inconsistency: 0;")
    assert plot.description.endswith("Result: Moderate.")


def test_everything_lies_inside_the_drawing():
    plot = steps(make_document("very-low", taken=(-2, -2, -3, -2, -1)))
    assert all(bar.x >= 0 and bar.x + bar.width <= plot.width for bar in plot.bars)
    assert plot.result.middle < plot.height
