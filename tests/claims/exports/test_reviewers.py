"""Who judged, what they said, and how far they agree."""

import pytest

from claims import reviewing
from claims.exports.certainty import how_certain
from claims.exports.closing import method_and_limits
from claims.exports.findings import summary_of_findings
from claims.exports.reviewers import reviewers
from tests.claims.exports import reviewed
from tests.people import make_accepted, make_assessment, make_profile, make_user

HEADER = (
    "| Reviewer | Date | Verdict | Certainty | Differs from suggestion because"
    " | Competing interests |"
)
REASON = "The largest trial measured something else than the claim names."


@pytest.fixture
def judged(claim, source, editor, reviewer):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    make_profile(reviewer)
    make_assessment(claim=claim, by=reviewer)
    return claim


def text(claim):
    return reviewers(claim.editions.latest().document)


def rows(section):
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [line.strip("| ").split(" | ") for line in lines[2:]]


def agreement(section):
    words = section.partition("Agreement on this claim: ")[2]
    return words.partition(" Extraction:")[0]


def disagree(claim, by):
    make_assessment(claim=claim, by=by, verdict="contested", certainty="low")


def test_table_has_the_columns_of_the_method(judged):
    assert text(judged).splitlines()[2] == HEADER


def test_row_says_what_the_reviewer_said(judged):
    document = judged.editions.latest().document
    (row,) = rows(reviewers(document))
    assert row[0].startswith("Rosa")
    assert row[1:] == [
        document["assessments"][0]["on"],
        "▼ Probably not so",
        "⊕⊕⊕◯ Moderate",
        "Does not differ",
        "None declared.",
    ]


def test_one_reviewer_makes_no_agreement(judged):
    assert agreement(text(judged)) == "cannot be stated, one reviewer only."


def test_two_alike_agree(judged, second_reviewer):
    make_assessment(claim=judged, by=second_reviewer)
    assert agreement(text(judged)) == "same side and same certainty."


def test_one_step_of_certainty_is_said(judged, second_reviewer):
    make_assessment(
        claim=judged, by=second_reviewer, verdict="possibly-not-supported", certainty="low"
    )
    assert agreement(text(judged)).startswith("same side, one step of certainty apart")


def test_disagreement_is_said_with_the_reason(judged, second_reviewer):
    disagree(judged, second_reviewer)
    assert rows(text(judged))[1][4] == REASON
    assert agreement(text(judged)) == "the reviewers disagree, different sides."


def test_consensus_says_who_signed(judged, reviewer, second_reviewer):
    disagree(judged, second_reviewer)
    written = make_assessment(claim=judged, by=reviewer, kind="consensus")
    assert "Not counted: Not signed by everybody who disagreed." in rows(text(judged))[2][2]
    reviewing.sign(assessment=written, by=second_reviewer)
    assert rows(text(judged))[2][0].endswith("consensus")
    assert agreement(text(judged)) == (
        "the reviewers disagreed, different sides; settled by consensus signed by Rosa Example and Sven Example."
    )


def test_arbitration_says_whose(judged, second_reviewer):
    disagree(judged, second_reviewer)
    third = make_user("tove", role="Reviewers", first_name="Tove", is_staff=True)
    make_assessment(claim=judged, by=third, kind="arbitration")
    assert agreement(text(judged)).endswith("settled by arbitration of Tove Example.")


def test_recused_reviewer_is_named_and_not_counted(judged, second_reviewer):
    make_assessment(
        claim=judged, by=second_reviewer, recused=True, interests="Wrote the trial with Smith."
    )
    row = rows(text(judged))[1]
    assert row[2:] == ["Recused", "–", "–", "Wrote the trial with Smith."]
    assert agreement(text(judged)) == "cannot be stated, one reviewer only."


def test_replaced_assessment_says_so(judged, reviewer):
    make_assessment(claim=judged, by=reviewer)
    assert rows(text(judged))[0][2] == "▼ Probably not so. Not counted: Replaced by a later one."


def test_assessment_out_of_date_says_so(mood):
    reviewed.out_of_date(mood.document)
    section = reviewers(mood.document)
    assert rows(section)[0][2] == "◆ Studies disagree. Out of date: made for edition 1."
    assert agreement(section) == "before the evidence changed: same side and same certainty."


def test_person_is_shown_with_affiliation_and_identifier(mood):
    reviewed.disagreed(mood.document)
    assert rows(reviewers(mood.document))[0][0] == (
        "Rosa, University 1, ORCID [0000-0002-1825-0097](https://orcid.org/0000-0002-1825-0097)"
    )


def test_kinds_of_interest_precede_their_words(mood):
    reviewed.disagreed(mood.document)
    assert rows(reviewers(mood.document))[0][5] == "Money: Fees in 2020."


def compared(document):
    return how_certain(document).partition("Reviewers: ")[2].partition(" Deciding studies:")[0]


def test_suggestion_is_followed_by_the_same(judged):
    assert compared(judged.editions.latest().document) == "same."


def test_suggestion_is_followed_by_why_they_differ(judged, reviewer):
    make_assessment(claim=judged, by=reviewer, verdict="contested", certainty="low")
    assert compared(judged.editions.latest().document) == f"differ, because {REASON}"


def test_suggestion_is_followed_by_who_differs(mood):
    reviewed.disagreed(mood.document)
    assert compared(mood.document) == (
        "differ, because Sven: The largest trial measured something else. Same: Rosa."
    )


def test_agreement_with_an_old_suggestion_is_not_one_with_the_new(mood):
    reviewed.out_of_date(mood.document)
    assert compared(mood.document) == "on the evidence they saw, same."


def test_steps_of_the_rule_lead_to_its_own_certainty(mood):
    reviewed.settled(mood.document)
    assert "| Result | **Low** |" in how_certain(mood.document)


def test_certainty_of_reviewers_has_their_reasons(mood):
    reviewed.settled(mood.document)
    section = summary_of_findings(mood.document)
    assert "Risk of bias, −1, by the reviewers: Why risk of bias worries." in section
    assert "Raised for, +1, by the reviewers: A large effect in two trials." in section


@pytest.mark.parametrize("state", ["disagreed", "out of date", "under review"])
def test_findings_show_the_suggestion_where_no_verdict_holds(mood, state):
    reviewed.STATES[state](mood.document)
    section = summary_of_findings(mood.document)
    assert "| ⊕⊕◯◯ Low ^" in section
    assert "Suggested by the rule: Possibly not so." in section


def found(document):
    section = method_and_limits(document, "https://kb.example.org")
    return section.partition("How the studies were found: ")[2]


def test_search_is_told_whole(mood):
    reviewed.searched(mood.document)
    assert found(mood.document) == (
        r"databases: PubMed and Embase; query: \(microdos\*\[tiab\]) AND "
        r'"LSD" \| psilocybin\_; date: 2026-01-02; found: 1,200; screened: 140; included: 0;'
        " by: Rosa. Two languages."
    )
    assert "not a systematic review" not in method_and_limits(mood.document, "")


def test_without_a_search_the_summary_says_so(mood):
    assert found(mood.document) == "Curated by hand; no systematic search recorded."
    assert "This is not a systematic review: no systematic search is recorded." in (
        method_and_limits(mood.document, "")
    )
