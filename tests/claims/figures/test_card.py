"""The card of an edition: what it says and that nothing runs over its edge."""

import datetime

import pytest

from claims.figures.card import HEIGHT, INNER, MARGIN, SITE, STATEMENT_SIZES, card
from claims.figures.lettering import width_of
from claims.figures.paint import INK, STYLES

SUMMARY = {
    "verdict": {"symbol": "▼", "label": "Probably not so", "side": "against"},
    "certainty": {"label": "Moderate", "symbol": "⊕⊕⊕◯", "level": 3},
    "review": {"label": "Assessed by two reviewers, one step apart"},
    "studies": 1,
    "people": 1829,
    "items": 16,
}
PATH = "/claims/microdose-mood/editions/12/"
LONG = ("Microdosing of psychedelic substances reliably improves neuroplasticity. " * 5)[:300]


def make_card(statement="Microdosing lifts mood.", **changed):
    return card(
        statement, SUMMARY | changed, number=12, published_on=datetime.date(2026, 9, 3), path=PATH
    )


def said(drawn):
    return [" ".join(block.lines) for block in drawn.lines]


def test_card_says_what_stands_at_the_top():
    assert said(make_card()) == [
        "Microdosing Evidence",
        PATH,
        "Microdosing lifts mood.",
        "▼",
        "Probably not so",
        "Certainty: Moderate",
        "1 study · 1,829 people · 16 results",
        "Assessed by two reviewers, one step apart · edition 12, 3 September 2026",
    ]


def test_card_has_no_sign_that_turns_text_around():
    assert "It lifts mood." in said(make_card("It \u202elifts\u202c \u2067mood.\u2069"))


def test_sign_of_the_verdict_alone_has_its_colour():
    assert make_card().colour == STYLES["direction-contradicts"]["fill"]


def test_verdict_on_no_side_is_signed_in_ink():
    verdict = SUMMARY["verdict"] | {"side": "insufficient"}
    assert make_card(verdict=verdict).colour == INK


def test_address_leaves_room_for_the_name_of_the_site():
    drawn = card(
        "Mood.", SUMMARY, number=1, published_on=datetime.date(2026, 9, 3), path="/w" * 400
    )
    (line,) = drawn.address.lines
    assert width_of(line, drawn.address.size) < INNER - width_of(SITE, drawn.site.size)


def test_card_draws_the_level_of_certainty():
    assert [dot.is_reached for dot in make_card().dots] == [True, True, True, False]


def test_card_without_a_certainty_draws_no_level():
    drawn = make_card(certainty=None)
    assert drawn.dots == ()
    assert drawn.certainty.lines == ("Certainty: not rated",)


def test_card_leaves_unknown_people_out():
    assert make_card(people=None).counts.lines == ("1 study · 16 results",)


@pytest.mark.parametrize("statement", ["Mood.", LONG, "W" * 300, "—" * 300, "a " * 150])
def test_no_line_runs_over_the_edge(statement):
    drawn = make_card(statement)
    for block in drawn.lines:
        assert all(width_of(line, block.size) <= INNER for line in block.lines)
    assert drawn.statement.y + drawn.statement.height <= drawn.verdict.y - drawn.verdict.size / 2
    assert drawn.state.y < HEIGHT - MARGIN / 3


def test_short_statement_is_written_large():
    assert make_card("Mood.").statement.size == STATEMENT_SIZES[0]
    assert make_card(LONG).statement.size < STATEMENT_SIZES[0]


def test_statement_without_room_ends_in_an_ellipsis():
    assert make_card("W" * 300).statement.lines[-1].endswith("…")
    assert not make_card(LONG).statement.lines[-1].endswith("…")


def test_long_state_of_review_is_written_smaller():
    label = "Assessed by two reviewers, one step apart, " * 3
    assert make_card(review={"label": label}).state.size < make_card().state.size
