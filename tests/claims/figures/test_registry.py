from claims.figures import registry
from claims.figures.registry import CLAIM, HISTORY, MECHANISM, OVERVIEW, chosen, figures, names


def test_figures_are_found_in_their_modules():
    found = {(figure.of, figure.name) for figure in figures()}
    assert found == {
        (CLAIM, "harvest"), (CLAIM, "steps"), (CLAIM, "forest"), (HISTORY, "timeline"),
        (MECHANISM, "chain"), (MECHANISM, "harvest-strips"),
        (OVERVIEW, "gap-map"), (OVERVIEW, "verdict-strip"), (OVERVIEW, "dose-gap"),
    }  # fmt: skip


def test_no_two_figures_share_a_name():
    assert len({figure.name for figure in figures()}) == len(figures())


def test_figure_of_another_kind_is_not_chosen():
    assert chosen("chain", CLAIM, HISTORY) is None


def test_several_need_their_number():
    assert chosen("forest", CLAIM) is None
    assert chosen("forest-2", CLAIM).place == 1


def test_single_figure_takes_no_number():
    assert chosen("steps-1", CLAIM) is None


def make_figure(number, is_several):
    drawings = tuple("abc"[:number])
    return registry.Figure("bars", "Bars", CLAIM, "bars.svg", lambda _: drawings, is_several)


def test_names_count_several():
    assert names(make_figure(2, is_several=True), None) == ["bars-1", "bars-2"]


def test_figure_without_drawing_has_no_name():
    assert names(make_figure(0, is_several=False), None) == []


def test_drawing_beyond_the_last_is_none():
    assert registry.Chosen(make_figure(1, is_several=True), 1).drawing(None) is None
