"""The box at the top, for everything that may stand there."""

import datetime

import pytest

from claims.exports.verdict_box import search_age, verdict_box
from claims.exports.volumes import all_claims, mechanism_summary
from tests.claims.exports import reviewed
from tests.people import make_accepted, make_assessment

SUGGESTED = (
    "Current suggestion of rule 1.0: Possibly not so. Certainty: ⊕⊕◯◯ Low. This may not be so."
)


@pytest.fixture
def judged(claim, source, editor, reviewer, second_reviewer):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    make_assessment(claim=claim, by=reviewer)
    return claim


def box(edition):
    return verdict_box(edition).splitlines()


def test_two_who_agree_say_one_sentence_each(judged, second_reviewer):
    make_assessment(claim=judged, by=second_reviewer)
    assert box(judged.editions.latest()) == [
        "> **Probably not so. Certainty: ⊕⊕⊕◯ Moderate.** This is probably not so. Studies large"
        " enough to notice mostly did not find it. Rosa says so in one sentence."
        " Sven says so in one sentence.",
        "> Assessed by two reviewers.",
    ]


def test_near_agreement_shows_the_lower_certainty(judged, second_reviewer):
    make_assessment(
        claim=judged, by=second_reviewer, verdict="possibly-not-supported", certainty="low"
    )
    top, state = box(judged.editions.latest())
    assert top.startswith("> **Possibly not so. Certainty: ⊕⊕◯◯ Low.**")
    assert state == "> Assessed by two reviewers, one step apart."


def test_disagreement_names_both_and_no_single_verdict(judged, second_reviewer):
    make_assessment(claim=judged, by=second_reviewer, verdict="contested", certainty="low")
    top, state = box(judged.editions.latest())
    assert top.startswith("> **Reviewers disagree. No single verdict.** Two people judged")
    assert (
        "Rosa Example: Probably not so, certainty ⊕⊕⊕◯ Moderate. Rosa says so in one sentence."
        in top
    )
    assert top.endswith(
        "Sven Example: Studies disagree, certainty ⊕⊕◯◯ Low. Sven says so in one sentence."
    )
    assert state == "> Reviewers disagree."


def test_settled_disagreement_gives_the_sentence_of_who_settled_it(mood):
    reviewed.settled(mood.document, "arbitration")
    top, state = box(mood)
    assert top.startswith("> **Studies disagree. Certainty: ⊕◯◯◯ Very low.** Sound studies")
    assert "Tove says so." in top
    assert "Rosa" not in top
    assert state == "> Settled after disagreement."


def test_out_of_date_shows_the_last_verdict_and_the_suggestion(mood):
    reviewed.out_of_date(mood.document)
    top, *rest = box(mood)
    assert top.startswith("> **Out of date: Studies disagree. Certainty: ⊕◯◯◯ Very low.**")
    assert SUGGESTED in top
    assert rest == [
        "> Out of date. Before: Assessed by two reviewers. What changed since:",
        ">",
        "> - Added: Lee 2025, mood.",
        "> - Smith 2024: was published, is now retracted.",
    ]


def test_disagreement_that_went_out_of_date_names_both(mood):
    reviewed.disagreed(mood.document)
    mood.document["headline"]["kind"] = "out-of-date"
    top = box(mood)[0]
    assert top.startswith("> **Out of date: Reviewers disagree. No single verdict.**")
    assert "Sven: Studies disagree, certainty ⊕⊕⊕◯ Moderate." in top
    assert SUGGESTED in top


def test_under_review_names_the_retracted_study(mood):
    reviewed.under_review(mood.document)
    top, state = box(mood)
    label = mood.document["headline"]["fallen"][0]["label"]
    assert top.startswith("> **Under review. No single verdict.** A study that decided")
    assert f"Retracted: {label}, which decided the answer in edition 1. {SUGGESTED}" in top
    assert state == "> Assessed by one reviewer."


@pytest.mark.parametrize(("days", "is_told"), [(365, False), (366, True)])
def test_search_is_old_after_a_year(days, is_told):
    on = datetime.date(2025, 1, 1)
    published = datetime.datetime.combine(
        on + datetime.timedelta(days), datetime.time(23), datetime.UTC
    )
    told = search_age({"search": {"on": on.isoformat()}}, published)
    assert bool(told) is is_told


def test_old_search_is_told_with_its_date(mood):
    reviewed.searched(mood.document, on="2020-05-06")
    assert verdict_box(mood).endswith(
        "> Automatic suggestion, not yet reviewed."
        " Newer studies may be missing: the last search was on 2020-05-06."
    )


def test_no_search_is_no_old_search(mood):
    assert search_age(mood.document, mood.published_at) == ""


@pytest.mark.parametrize(
    ("state", "row", "entry"),
    [
        ("settled", "| ⊕◯◯◯ Very low | ◆ Studies disagree |", "Studies disagree, "),
        ("disagreed", "| No single verdict | ≠ Reviewers disagree |", "Reviewers disagree, "),
        (
            "out of date",
            "| ⊕◯◯◯ Very low | ◆ Out of date: Studies",
            "Out of date: Studies disagree",
        ),
        ("under review", "| No single verdict | … Under review |", "Under review, "),
    ],
)
def test_lists_of_claims_say_what_stands_at_the_top(mood, state, row, entry):
    reviewed.STATES[state](mood.document)
    assert row in mechanism_summary([mood])
    assert f": {entry}" in all_claims([mood])
