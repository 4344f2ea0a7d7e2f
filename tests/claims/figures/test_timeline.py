import datetime
from types import SimpleNamespace

import pytest

from claims.figures.levels import LABELS
from claims.figures.timeline import FIGURE, TOP, WIDTH, timeline

START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def edition(number, day, verdict="possibly-supported", certainty="low", review="not-reviewed"):
    return SimpleNamespace(
        number=number,
        published_at=START + datetime.timedelta(days=day),
        verdict=verdict,
        certainty=certainty,
        review_state=review,
    )


@pytest.fixture
def course():
    return timeline(
        [
            edition(1, 0),
            edition(2, 40),
            edition(3, 100, "probably-supported", "moderate"),
            edition(4, 200, "probably-supported", "moderate", "one-reviewer"),
        ]
    )


def test_marks_follow_time(course):
    first, second, third, fourth = (mark.x for mark in course.marks)
    assert (second - first) / (fourth - first) == pytest.approx(0.2, abs=0.01)
    assert (third - first) / (fourth - first) == pytest.approx(0.5, abs=0.01)


def test_marks_stand_at_their_certainty(course):
    levels = {line.y: line.label for line in course.lines}
    assert [levels[mark.y] for mark in course.marks] == ["Low", "Low", "Moderate", "Moderate"]


def test_only_changes_are_turns(course):
    assert [mark.is_turn for mark in course.marks] == [True, False, True, False]


def test_verdict_spans_from_change_to_change(course):
    assert [span.words for span in course.spans] == ["▲ Possibly supported", "▲ Probably supported"]
    assert course.spans[0].x + course.spans[0].width == pytest.approx(course.spans[1].x)


def test_last_verdict_reaches_the_edge(course):
    last = course.spans[-1]
    assert last.x + last.width == WIDTH - 1


def test_square_marks_a_changed_review(course):
    assert [(review.label, review.is_change) for review in course.reviews] == [
        ("Automatic suggestion, not yet reviewed", False),
        ("Assessed by one reviewer", True),
    ]


def test_finding_counts_the_changes(course):
    assert course.finding == (
        "In 4 editions from 1 January 2026 to 20 July 2026 the verdict changed once,"
        " the certainty once and the state of review once."
    )


def test_description_leaves_out_what_changed_nothing(course):
    assert "Edition 2" not in course.description
    assert "Edition 3, 11 April 2026: Probably supported; Moderate certainty" in course.description


def test_one_edition_is_no_course_to_draw(course):
    assert (timeline([edition(1, 0)]).is_course, course.is_course) == (False, True)
    assert FIGURE.build([edition(1, 0)]) == ()


def test_one_edition_is_said_in_words():
    drawn = timeline([edition(1, 0)])
    assert drawn.finding.startswith("One edition so far. Edition 1, 1 January 2026: Possibly")
    assert len(drawn.marks) == len(drawn.spans) == len(drawn.reviews) == 1


def test_narrow_verdict_is_its_sign():
    drawn = timeline([edition(1, 0), edition(2, 1, "insufficient", "very-low"), edition(3, 200)])
    assert [span.words for span in drawn.spans[:2]] == ["▲", "? We do not know"]


def test_claim_without_verdict_has_no_certainty():
    drawn = timeline([edition(1, 0), edition(2, 100, "reviewers-disagree", "", "disagreement")])
    assert drawn.lines[-1].label == "None for now"
    assert drawn.marks[1].y == TOP + 24 * (len(LABELS) - 1)
    assert drawn.spans[1].side == "none"
