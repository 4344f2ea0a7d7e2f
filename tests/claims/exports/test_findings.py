import re

import pytest

from claims.exports.estimates import effect_in_full, estimates
from claims.exports.families import studies_and_people
from claims.exports.findings import summary_of_findings
from claims.exports.footnotes import Footnotes
from claims.exports.groups import weakest_link
from claims.exports.verdict_box import verdict_box
from claims.models import Edition
from tests.people import make_accepted, make_claim, make_source

SOURCES = {
    "a": {"design": "rct-parallel"},
    "b": {"design": "cross-sectional"},
    "c": {"design": "animal-experiment"},
    "d": {"design": "in-vitro"},
}


def item(source, n, study=None, use="counted"):
    return {"source": source, "study": study or source, "n": n, "use": use}


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ([], "No study"),
        ([item("a", 40), item("a", 56), item("a", 28, "other")], "2 RCTs (84)"),
        (
            [item("a", 40), item("b", 9000, use="shown")],
            "1 RCT (40); 1 survey (9,000, shown, not counted)",
        ),
        ([item("a", None), item("a", 10, "other")], "2 RCTs (10, number not known for 1)"),
        ([item("c", 12), item("d", None)], "1 animal study (12 animals); 1 cell study"),
        ([item("c", None, use="excluded")], "1 animal study (number not known, excluded)"),
    ],
)
def test_a_study_is_counted_once_with_its_largest_number(evidence, words):
    assert studies_and_people(evidence, SOURCES) == words


def effect(measure, estimate, low=None, high=None, p=None, note=None):
    return {
        "label": "Lee 2024",
        "effect": {
            "measure": measure, "estimate": estimate, "ci_low": low, "ci_high": high, "p": p, "note": note,
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ([], "No estimate was recorded as a number."),
        ([effect("SMD", 0.5), effect("SMD", -0.1)], "SMD −0.1 to 0.5 in 2 results."),
        ([effect("MD", -1.2, -6.0, 3.5)], "Lee 2024: MD −1.2 (95 % interval −6.0 to 3.5)."),
        ([effect("percent", 44, note="of users; from Table 2")], "Lee 2024: 44 %, of users."),
        (
            [effect("MD", 1)] * 5,
            "Lee 2024: MD 1; Lee 2024: MD 1; Lee 2024: MD 1; Lee 2024: MD 1; 1 more estimate in the table below.",
        ),
    ],
)
def test_estimates_are_shown_and_never_pooled(results, words):
    assert estimates(results) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (None, ""),
        (
            effect("r", 0.15, p=0.001, note="reported as p < 0.001"),
            "Estimate: r 0.15; reported as p < 0.001.",
        ),
        (effect("r", 0.15, p=0.004), "Estimate: r 0.15; P = 0.004."),
        (effect(None, None, note="a clear rise"), "Estimate: a clear rise."),
    ],
)
def test_an_effect_is_told_in_full(found, words):
    assert effect_in_full(found and found["effect"]) == words


def test_footnotes_share_letters_for_the_same_reason():
    notes = Footnotes()
    assert notes.mark(["x", "y"]) == " ^a,b^"
    assert notes.mark(["y"]) == " ^b^"
    assert notes.mark([]) == ""
    assert notes.lines() == ["a x", "b y"]


def test_footnotes_go_on_after_z():
    notes = Footnotes()
    notes.mark(str(place) for place in range(28))
    assert [line.split()[0] for line in notes.lines()[24:]] == ["y", "z", "aa", "ab"]


def test_each_downgrade_is_explained_by_domain_and_levels(mood):
    text = summary_of_findings(mood.document)
    assert "| ⊕⊕◯◯ Low ^a,b^ |" in text
    assert re.search(r"\na Risk of bias, −1: \w", text)
    assert "\nb Inconsistency, −1: 33 % of the weight" in text


@pytest.fixture
def grouped(editor, reviewer):
    groups = [{"slug": "tests", "name": "Scored tests"}, {"slug": "ratings", "name": "Own ratings"}]
    claim = make_claim(by=editor, outcome_groups=groups)
    for place, group in enumerate(groups):
        source = make_source(by=editor, key=f"lee202{place}", sample_size=120)
        make_accepted(
            claim=claim, source=source, by=editor, accepted_by=reviewer, outcome_group=group["slug"]
        )
    return claim.editions.latest()


def test_each_outcome_group_has_its_row(grouped):
    rows = [
        line for line in summary_of_findings(grouped.document).splitlines() if line.startswith("|")
    ]
    assert [row.split(" | ")[0] for row in rows[2:]] == [
        "| Scored tests",
        "| Own ratings",
        "| All outcomes together",
    ]
    assert "| 1 RCT (120) |" in rows[2]
    assert "| 2 RCTs (240) |" in rows[4]


def test_a_group_explains_its_own_downgrades_in_the_words_of_the_rule(grouped):
    text = summary_of_findings(grouped.document)
    for group in grouped.document["groups"]:
        for step in group["suggestion"]["steps"]:
            is_said = step["levels"] != 0 and step["domain"] != "start"
            assert (step["words"].partition(": ")[2] in text) == is_said or step["words"] in text
    assert "a Imprecision, −1: 120 people" in text


def test_an_old_group_without_sentences_still_names_its_domains(grouped):
    for group in grouped.document["groups"]:
        del group["suggestion"]["steps"]
    assert "a Imprecision, −1: Too few people, or too few studies, to be sure." in (
        summary_of_findings(grouped.document)
    )


def test_footnotes_name_reviews_and_not_keys(mood):
    document = mood.document
    step = document["suggestion"]["steps"][2] | {
        "words": "Inconsistency, −1: differences inside review:cavanna2022microdosing are unexplained.",
        "levels": -1,
    }
    document["suggestion"]["steps"] = [step]
    assert "differences inside Cavanna et al. 2022 are unexplained." in (
        summary_of_findings(document)
    )


def low(name, code):
    certainty = {"code": code, "label": code.replace("-", " ").capitalize()} if code else None
    return {"name": name, "certainty": certainty}


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ([], ""),
        (
            [low("Tests", "low"), low("Felt", "very-low")],
            "Weakest link among its outcomes: “Felt” (very low certainty).",
        ),
        (
            [low("Tests", "low"), low("Felt", "low"), low("Seen", "high")],
            "Weakest link among its outcomes: “Tests” and “Felt” (low certainty).",
        ),
        (
            [low("Tests", None), low("Felt", "very-low")],
            "Weakest link among its outcomes: “Tests” (nothing counts).",
        ),
    ],
)
def test_weakest_link_is_the_least_certain_outcome(groups, words):
    assert weakest_link({"groups": groups}) == words


def test_headline_names_the_weakest_link_of_a_bundled_claim(grouped):
    assert weakest_link(grouped.document) in verdict_box(grouped)


def test_headline_of_a_claim_without_groups_names_none(corpus):
    edition = Edition.objects.current().get(slug="microdose-creativity-introspection")
    assert "Weakest link" not in verdict_box(edition)
