from types import SimpleNamespace

import pytest

from claims.figures.chain import LEVELS, chain
from claims.rating.vocabulary import Verdict


def row(step, verdict):
    label = Verdict(verdict).label
    return SimpleNamespace(step=step, verdict=verdict, summary={"verdict": {"label": label}})


@pytest.fixture
def falling():
    return chain([row("premise", "probably-supported"), row("benefit", "not-supported")])


def test_every_verdict_has_a_level():
    assert {verdict for level in LEVELS for verdict in level} == set(Verdict)


def test_step_with_less_support_stands_lower(falling):
    first, last = falling.points
    assert first.y < last.y


def test_steps_stand_from_left_to_right(falling):
    first, last = falling.points
    assert falling.left < first.x < last.x < falling.width


def test_finding_names_steps_and_verdicts(falling):
    assert falling.finding == "General fact: Probably supported; Benefit: Not so."


def test_labels_stay_inside_the_drawing(falling):
    assert falling.foot < falling.height
