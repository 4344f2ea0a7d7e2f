"""Entering evidence: what the method offers, and what is refused."""

import pytest

from claims.models import Evidence
from tests.claims.admin.evidence_pages import ADD, LIST, entry, page, present
from tests.claims.admin.pages import errors, text
from tests.people import make_claim, make_source


def test_add_makes_a_draft_by_whoever_is_signed_in(as_editor, editor, claim, source):
    as_editor.post(ADD, entry(claim, source))
    evidence = Evidence.objects.get()
    assert (evidence.state, evidence.extracted_by) == ("draft", editor)


def test_add_takes_what_the_method_offers_and_says_so(as_editor, claim, source):
    response = as_editor.post(ADD, entry(claim, source), follow=True)
    evidence = Evidence.objects.get()
    taken = (evidence.d_population, evidence.d_dose, evidence.d_comparator, evidence.blinding)
    assert taken == ("direct", "direct", "direct", "untested")
    assert "Directness of population taken from the method: Direct." in text(response)
    assert "sample size (120) counts" in text(response)


def test_add_stores_a_dose_that_cannot_matter_as_direct(as_editor, editor, source):
    background = make_claim(by=editor, slug="background", scope="background")
    as_editor.post(ADD, entry(background, source))
    assert Evidence.objects.get().d_dose == "direct"


def test_add_ticks_paired_for_a_crossover(as_editor, editor, claim):
    crossover = make_source(by=editor, key="crossover", design="rct-crossover")
    response = as_editor.post(ADD, entry(claim, crossover), follow=True)
    assert Evidence.objects.get().paired
    assert "Paired was ticked" in text(response)


def test_add_link_of_a_claim_fills_it_in(as_editor, claim):
    response = as_editor.get(ADD, {"claim": claim.pk})
    assert f'<option value="{claim.pk}" selected>' in response.content.decode()


@pytest.mark.parametrize("value", ["abc", "9" * 20, "-1", ""])
def test_add_link_with_nonsense_fills_in_nothing(as_editor, claim, value):
    assert as_editor.get(ADD, {"claim": value, "source": value}).status_code == 200


@pytest.mark.parametrize("value", ["abc", "9" * 20, "-1"])
def test_add_refuses_a_claim_that_does_not_exist(as_editor, claim, source, value):
    response = as_editor.post(ADD, entry(claim, source) | {"claim": value, "source": value})
    assert set(errors(response)) >= {"claim", "source"}


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"d_population": "indirect"}, "directness_note", "Indirect, and the method offers Direct"),
        ({"comparator": ""}, "d_comparator", "Choose what it was compared with"),
        ({"direction": "no-effect", "null_informative": "on"}, "null_note", "which effect"),
        ({"outcome_group": "elsewhere"}, "outcome_group", "no group elsewhere; leave this empty"),
        ({"risk_of_bias": "high"}, "__all__", "Say why the risk of bias is so judged"),
        ({"null_informative": "on", "null_note": "x"}, "__all__", "Only a result of no clear"),
        ({"effect_estimate": "about 3"}, "effect_estimate", "plain number"),
        ({"effect_estimate": "١"}, "effect_estimate", "plain number"),
        ({"correct_guess_rate": "120"}, "correct_guess_rate", "100"),
        ({"finding": "[" * 20_000}, "finding", "shorten it"),
        ({"finding": ""}, "finding", "required"),
        ({"locator": "a\x07b"}, "locator", "control characters"),
        ({"checked": "a\x00b"}, "checked", "control characters"),
        ({"direction": ""}, "direction", "required"),
        ({"basis": "hearsay"}, "basis", "not one of the available choices"),
    ],
)  # fmt: skip
def test_add_refuses_and_says_what_to_do(as_editor, claim, source, changes, field, message):
    response = as_editor.post(ADD, entry(claim, source, **changes))
    assert message in " ".join(errors(response)[field])
    assert not Evidence.objects.exists()


def test_add_asks_for_blinding_where_the_method_offers_none(as_editor, editor, claim):
    review = make_source(by=editor, key="review", design="meta-analysis", review_of="rct")
    response = as_editor.post(ADD, entry(claim, review))
    assert "offers none for this design" in errors(response)["blinding"][0]


def test_add_names_the_groups_of_the_claim(as_editor, editor, source):
    groups = [{"slug": "tests", "name": "Tests"}, {"slug": "ratings", "name": "Ratings"}]
    bundled = make_claim(by=editor, slug="bundled", outcome_groups=groups)
    response = as_editor.post(ADD, entry(bundled, source, outcome_group="test"))
    assert "choose one of tests, ratings" in errors(response)["outcome_group"][0]


def test_same_outcome_twice_is_refused(as_editor, claim, source, draft):
    response = as_editor.post(ADD, entry(claim, source, outcome=draft.outcome))
    assert "already on this claim" in " ".join(errors(response)["__all__"])


def test_script_is_shown_as_text(as_editor, claim, source):
    script = "<script>alert(1)</script>"
    as_editor.post(ADD, entry(claim, source, outcome=script, finding=script))
    evidence = Evidence.objects.get()
    for address in (LIST, page(evidence), f"{LIST}{evidence.pk}/history/"):
        assert script not in as_editor.get(address).content.decode()


def test_editor_cannot_override_the_strength(as_editor, draft):
    changes = {"strength_override": "strong", "override_reason": "x" * 50, "large_effect": "on"}
    as_editor.post(page(draft), present(draft, outcome="other words", **changes))
    draft.refresh_from_db()
    assert (draft.outcome, draft.strength_override, draft.large_effect) == (
        "other words",
        "",
        False,
    )


def test_reviewer_overrides_with_a_reason(as_reviewer, reviewer, draft):
    reason = "The planned test was changed after the data were seen, by the registry."
    changes = {"strength_override": "weak", "override_reason": reason}
    as_reviewer.post(page(draft), present(draft, **changes))
    draft.refresh_from_db()
    assert (draft.strength_override, draft.override_by) == ("weak", reviewer)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"strength_override": "weak", "override_reason": "no"}, "at least 40 characters"),
        ({"large_effect": "on"}, "Say why the evidence is rated up"),
    ],
)
def test_reviewer_gives_reasons(as_reviewer, draft, changes, message):
    response = as_reviewer.post(page(draft), present(draft, **changes))
    assert message in text(response)


def test_add_asks_to_describe_the_source_first(as_editor, editor, claim):
    bare = make_source(by=editor, key="bare2024", design="", species="", dose_regime="")
    response = as_editor.post(ADD, entry(claim, bare))
    assert errors(response)["source"] == [
        "Describe this source first: its design, species and dose."
    ]
