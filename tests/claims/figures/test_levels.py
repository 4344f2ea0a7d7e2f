from claims.figures.levels import LABELS, Scale, level_of


def test_scale_goes_from_high_to_nothing():
    assert LABELS == ("High", "Moderate", "Low", "Very low", "Nothing counts")


def test_level_stands_on_the_line_of_its_name():
    scale = Scale(top=20, rise=10)
    lines = {line.y: line.label for line in scale.lines(is_open=False)}
    levels = ("high", "moderate", "low", "very-low", "")
    assert tuple(lines[scale.y(level_of(one))] for one in levels) == LABELS


def test_lowest_line_is_named_for_an_open_verdict():
    assert Scale(0, 1).lines(is_open=True)[-1].label == "None for now"
