"""What the page of a claim shows of its results, in tables and in words."""

import re
from html import unescape

import pytest
from django.utils.html import escape

from claims import desk
from claims.rating.vocabulary import Point
from claims.views.claim_rows import StepRow
from tests.claims.views.claim_pages import address, current, text_of
from tests.people import make_accepted, make_claim, make_source

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def own(claim, source, editor, reviewer):
    """A claim with one accepted item full of markup."""
    make_accepted(
        by=editor,
        accepted_by=reviewer,
        claim=claim,
        source=source,
        outcome=f"mood {SCRIPT}",
        finding=f"Nothing. {SCRIPT} " + "[" * 150,
        limitations=SCRIPT,
        locator=SCRIPT,
        rob_note=SCRIPT,
        correct_guess_rate=72.5,
        effect_measure="SMD",
        effect_estimate="-0.10",
        effect_low="-0.45",
        effect_high="0.25",
    )
    return claim


def test_claim_without_evidence_has_a_page(client, claim):
    words = text_of(client.get(claim.get_absolute_url()))
    assert "Why there is no certainty to state" in words
    assert "Nobody has studied this." in words
    assert "No source bears on this claim yet." in words


def test_step_names_reviews_and_not_keys():
    document = {
        "sources": {"osimo2020": {"label": "Osimo et al. 2020"}},
        "studies": [{"key": "nct-1", "label": "Lee 2021"}],
    }
    words = (
        "Inconsistency, −1: differences inside review:osimo2020 and nct-1: osimo2020 unexplained."
    )
    row = StepRow({"domain": "inconsistency", "words": words}, [], document)
    assert row.reason == (
        "Differences inside Osimo et al. 2020 and Lee 2021: Osimo et al. 2020 unexplained."
    )


def test_harvest_table_tells_vote_and_estimate(client, corpus):
    part = unescape(text_of(client.get(address()))).partition("Where the weight lies")[2]
    assert "Vote Estimate What was studied Number Use" in part
    votes = {"for": "For", "against": "Against", "half": "Half each"}
    for study in current().document["studies"]:
        point = Point(study["point"])
        assert re.search(
            rf"{re.escape(study['label'])} ▮+▯* [A-Z][a-z ]+ . [A-Z][a-z ]+"
            rf" {votes[study['vote']]} {point.symbol} {point.label} People",
            part,
        ), study["label"]


def test_reviews_are_not_shown_as_people(client, corpus):
    page = client.get(address(slug="inflammation-mental-health")).content.decode()
    table = page.partition('aria-label="Studies by strength"')[2].partition("</table>")[0]
    assert "<td>Review</td>" in table
    assert 'fill="url(#checks)"' in page


def test_risk_of_bias_table_has_sign_word_and_note(client, own):
    page = client.get(own.get_absolute_url()).content.decode()
    table = page.partition('aria-label="Risk of bias"')[2].partition("</table>")[0]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", table))
    assert re.search(r"\+ Low \S (Low|Some concerns) none &lt;script&gt;", words)


def test_risk_of_bias_table_has_every_counted_result(client, corpus):
    mood = client.get(address()).content.decode()
    rows = mood.partition('aria-label="Risk of bias"')[2].partition("</table>")[0].count("<tr>")
    assert rows == 1 + sum(item["use"] == "counted" for item in current().document["evidence"])


def test_effect_directions_have_every_counted_result(client, corpus):
    page = client.get(address()).content.decode()
    table = page.partition('<table class="directions">')[2].partition("</table>")[0]
    counted = [item for item in current().document["evidence"] if item["use"] == "counted"]
    assert all(f'href="#{item["id"]}"' in table for item in counted)
    assert table.count("<li>") == len(counted)


def test_script_in_any_field_is_shown_as_text(client, own):
    html = client.get(own.get_absolute_url()).content.decode()
    assert SCRIPT not in html
    assert escape(SCRIPT) in html


def test_item_names_who_extracted_and_who_verified(client, own):
    words = text_of(client.get(own.get_absolute_url(), {"open": "all"}))
    assert re.search(r"Extracted by Edith", words)
    assert re.search(r"Verified by Rosa", words)


def test_estimate_has_its_interval_and_a_true_minus(client, own):
    assert "SMD −0.1 (95 % interval −0.45 to 0.25)" in text_of(client.get(own.get_absolute_url()))


def test_rate_of_right_guesses_is_shown(client, own):
    assert "Intact; 72.5 % guessed right" in text_of(
        client.get(own.get_absolute_url(), {"open": "all"})
    )


def test_withdrawn_item_stays_with_its_reason(client, own, reviewer):
    desk.withdraw(evidence=own.evidence.get(), by=reviewer, reason="Entered twice.")
    words = text_of(client.get(own.get_absolute_url()))
    assert "Withdrawn by the editors" in words
    assert "Entered twice." in words


def test_bundled_claim_has_a_row_for_each_outcome(client, editor):
    groups = [{"slug": "tests", "name": "Creativity tests"}, {"slug": "felt", "name": "Felt"}]
    bundled = make_claim(by=editor, slug="bundled", outcome_groups=groups)
    words = text_of(client.get(bundled.get_absolute_url()))
    assert "Outcome by outcome" in words
    assert "Creativity tests" in words
    weakest = "Weakest link among its outcomes: “Creativity tests” and “Felt” (nothing counts)."
    assert words.count(weakest) == 2


def test_group_says_what_changed_its_certainty(client, editor, reviewer):
    groups = [{"slug": "tests", "name": "Tests"}, {"slug": "felt", "name": "Felt"}]
    bundled = make_claim(by=editor, slug="bundled", outcome_groups=groups)
    make_accepted(
        by=editor, accepted_by=reviewer, claim=bundled, source=make_source(by=editor),
        outcome_group="tests",
    )  # fmt: skip
    group = bundled.editions.latest().document["groups"][0]
    part = text_of(client.get(bundled.get_absolute_url())).partition("Outcome by outcome")[2]
    changed = [step for step in group["suggestion"]["steps"][1:] if step["levels"]]
    assert changed
    assert all(unescape(step["words"]) in unescape(part) for step in changed)


def test_claim_without_groups_names_no_weakest_link(client, corpus):
    page = client.get(address(slug="microdose-creativity-introspection"))
    assert "Weakest link" not in text_of(page)
