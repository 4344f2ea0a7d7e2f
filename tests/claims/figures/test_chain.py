from types import SimpleNamespace

import pytest

from claims.figures.chain import chain, chain_sheet
from claims.rating.vocabulary import Certainty, Verdict, headline


def row(step, verdict, certainty):
    label = headline(verdict).label
    return SimpleNamespace(
        step=step, verdict=verdict, certainty=certainty, summary={"verdict": {"label": label}}
    )


@pytest.fixture
def falling():
    return chain(
        [row("premise", "probably-supported", "moderate"), row("benefit", "not-supported", "high")]
        + [row("microdose", "insufficient", "very-low"), row("consideration", "insufficient", "")]
    )


def heights(drawn):
    levels = {line.y: line.label for line in drawn.lines}
    return [levels[point.y] for point in drawn.points]


def test_each_step_stands_at_its_certainty(falling):
    assert heights(falling) == ["Moderate", "High", "Very low", "Nothing counts"]


@pytest.mark.parametrize("verdict", Verdict.values())
def test_verdict_does_not_move_a_step(verdict):
    assert heights(chain([row("premise", verdict, "low")])) == ["Low"]


def test_every_certainty_has_a_line(falling):
    assert {term.label for term in Certainty} <= {line.label for line in falling.lines}


def test_steps_stand_in_the_middle_of_equal_columns(falling):
    assert [point.x for point in falling.points] == ["12.5%", "37.5%", "62.5%", "87.5%"]


def test_sheet_has_the_steps_from_left_to_right():
    sheet = chain_sheet([row("premise", "supported", "high"), row("benefit", "contested", "low")])
    places = [int(point.x) for point in sheet.points]
    assert 0 < places[0] < places[1] < int(sheet.right) == sheet.width - sheet.left


def test_finding_says_where_certainty_rises_and_falls(falling):
    assert falling.finding == (
        "How sure we are of the answer rises from Moderate (general fact) to High (benefit),"
        " falls to Very low (microdose version) and falls to Nothing counts (consideration)."
        " The answers lie on different sides: probably supported, not so, we do not know"
        " and we do not know."
    )


@pytest.mark.parametrize(
    ("levels", "course"),
    [
        (("low", "low"), "stays at Low at every step."),
        (("low",), "is Low (general fact)."),
        (
            ("low", "low", "high"),
            "stays at Low (general fact and benefit) and rises to High (microdose version).",
        ),
    ],
)
def test_finding_says_when_certainty_stays(levels, course):
    steps = zip(("premise", "benefit", "microdose"), levels, strict=False)
    drawn = chain([row(step, "supported", level) for step, level in steps])
    assert drawn.finding.startswith(f"How sure we are of the answer {course}")


def test_finding_says_that_answers_lie_on_one_side():
    steps = [row("premise", "supported", "low"), row("benefit", "possibly-supported", "high")]
    assert chain(steps).finding.endswith(
        " The answers lie on one side: supported and possibly supported."
    )


def test_description_names_certainty_and_verdict(falling):
    assert falling.description == (
        "General fact: Moderate certainty, “Probably supported”; Benefit: High certainty, “Not so”;"
        " Microdose version: Very low certainty, “We do not know”;"
        " Consideration: nothing counts, “We do not know”."
    )


def test_verdict_is_beneath_each_step(falling):
    assert falling.points[1].verdict_words == ["Not", "so"]
    assert falling.foot < falling.verdict_foot < falling.height


def test_step_without_a_single_verdict_is_no_drop():
    drawn = chain([row("premise", "supported", "high"), row("benefit", "under-review", "")])
    assert drawn.finding == (
        "How sure we are of the answer is High (general fact)."
        " 1 step without a single verdict for now."
    )
    assert heights(drawn) == ["High", "None for now"]


def test_chain_without_any_verdict_has_no_certainty():
    drawn = chain([row("premise", "reviewers-disagree", "")])
    assert drawn.finding.startswith("No step of this chain has a certainty for now.")
    assert "no certainty for now, “Reviewers disagree”" in drawn.description


def test_line_joins_only_answers_on_the_same_side(falling):
    [link] = falling.links
    assert (link.before.step, link.after.step, link.words) == ("microdose", "consideration", "−1")
    assert "A line joins neighbours" in falling.how_to_read


def test_answers_on_different_sides_have_no_line():
    steps = [row("premise", "possibly-supported", "low"), row("benefit", "not-supported", "high")]
    drawn = chain(steps)
    assert (drawn.links, "line" in drawn.how_to_read) == ([], False)


def test_words_stand_in_two_lines_alike():
    [point] = chain([row("microdose", "insufficient", "low")]).points
    assert (point.words, point.verdict_words) == (["Microdose", "version"], ["We do", "not know"])


def test_step_without_a_single_verdict_has_no_line():
    steps = [row("premise", "under-review", ""), row("benefit", "reviewers-disagree", "")]
    assert chain(steps).links == []
