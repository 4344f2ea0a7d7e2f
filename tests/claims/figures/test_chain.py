from types import SimpleNamespace

import pytest

from claims.figures.chain import LABELS, chain
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


def test_scale_goes_from_high_to_nothing():
    assert LABELS == ("High", "Moderate", "Low", "Very low", "Nothing counts")


def test_each_step_stands_at_its_certainty(falling):
    assert heights(falling) == ["Moderate", "High", "Very low", "Nothing counts"]


@pytest.mark.parametrize("verdict", Verdict.values())
def test_verdict_does_not_move_a_step(verdict):
    assert heights(chain([row("premise", verdict, "low")])) == ["Low"]


def test_every_certainty_has_a_line(falling):
    assert {term.label for term in Certainty} <= {line.label for line in falling.lines}


def test_steps_stand_from_left_to_right(falling):
    places = [point.x for point in falling.points]
    assert places == sorted(places)
    assert falling.left < places[0]
    assert places[-1] < falling.width


def test_finding_says_where_certainty_drops(falling):
    assert falling.finding == (
        "Certainty drops from High (benefit) to Very low (microdose version)"
        " and from Very low (microdose version) to Nothing counts (consideration)."
    )


def test_finding_says_when_certainty_drops_nowhere():
    steps = [row("premise", "contested", "low"), row("benefit", "supported", "high")]
    assert chain(steps).finding == (
        "Certainty drops nowhere along this chain; it stands at Low and High."
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
        "Certainty drops nowhere along this chain; it stands at High."
        " 1 step without a single verdict for now."
    )
    assert heights(drawn) == ["High", "None for now"]


def test_chain_without_any_verdict_has_no_certainty():
    drawn = chain([row("premise", "reviewers-disagree", "")])
    assert drawn.finding.startswith("No step of this chain has a certainty for now.")
    assert "no certainty for now, “Reviewers disagree”" in drawn.description


def test_falls_are_labelled_by_their_levels(falling):
    assert [fall.words for fall in falling.falls] == ["−3", "−1"]


def test_fall_stands_between_its_steps(falling):
    fall = falling.falls[0]
    assert falling.points[1].x < fall.x < falling.points[2].x
    assert falling.points[1].y < fall.y < falling.points[2].y
