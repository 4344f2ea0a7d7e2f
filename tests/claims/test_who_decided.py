"""The sentence under a verdict says who decided, and nothing that the document does not hold."""

import copy
import re

import pytest

from claims.models import Edition
from claims.who_decided import NOT_FOUND, carriers, not_found, who_decided


@pytest.fixture
def documents(corpus):
    return {one.slug: copy.deepcopy(one.document) for one in Edition.objects.current()}


@pytest.fixture
def mood(documents):
    return documents["microdose-mood"]


def test_few_that_decide_against_many_are_named(documents):
    assert who_decided(documents["microdose-depression-anxiety"]) == (
        "3 of 10 counted studies decide, all randomised trials: all of their weight is against the"
        " claim; the other 7 (5 support the claim, 1 is mixed and 1 found no clear effect) are too"
        " weak to decide."
    )


def test_weight_stands_on_both_sides(mood):
    told = who_decided(mood)
    assert "67 % of their weight is against the claim and 33 % for it" in told


def test_half_each_is_no_side(documents):
    told = who_decided(documents["psychedelics-bdnf-neuroplasticity"])
    assert "2 of 10 counted studies decide, both randomised trials: half of their weight" in told


def test_one_study_decides_alone(documents):
    assert who_decided(documents["microdose-anti-inflammatory"]) == (
        "The one counted study decides, an animal experiment, for want of any stronger than very"
        " weak: all of its weight is for the claim."
    )


def test_very_weak_studies_decide_for_want_of_better(documents):
    told = who_decided(documents["inflammation-mental-health"])
    assert told.startswith(
        "All 3 counted studies decide, 1 randomised trial and 2 reviews, for want of any stronger"
        " than very weak: "
    )


def test_last_study_that_does_not_decide_is_told(documents):
    told = who_decided(documents["microdose-connectivity"])
    assert "1 of 2 counted studies decides, a randomised trial: half of its weight" in told
    assert told.endswith("; the other one found no clear effect and is too weak to decide.")


def test_others_that_agree_are_told_together(documents):
    told = who_decided(documents["psychedelics-anti-inflammatory"])
    assert told.endswith("the other 4 all support the claim and are too weak to decide.")


def test_study_in_several_papers_may_be_randomised_in_part(documents):
    document = documents["microdose-connectivity"]
    (study,) = [one for one in document["studies"] if one["is_deciding"]]
    study["sources"] = ["bershad2020preliminary", "open"]
    document["sources"]["open"] = {"design": "open-label"}
    assert "a study randomised in part" in who_decided(document)


def test_study_without_randomisation_is_no_trial(documents):
    told = who_decided(documents["psychedelics-dmn-disruption"])
    assert "1 randomised trial and 2 studies without randomisation" in told


def test_every_number_of_studies_is_one_of_the_document(documents):
    for slug, document in documents.items():
        deciding = [study for study in document["studies"] if study["is_deciding"]]
        told = who_decided(document).partition(":")[0]
        whole, part = len(document["studies"]), len(deciding)
        assert set(map(int, re.findall(r"\d+", told))) <= {*range(1, part + 1), whole}, slug


def test_share_of_the_weight_is_that_of_the_rule(documents):
    for slug, document in documents.items():
        steps = {step["domain"]: step["words"] for step in document["suggestion"]["steps"]}
        smaller = re.search(r"(\d+ %) of the weight is on the smaller", steps["inconsistency"])
        assert not smaller or smaller[1] in who_decided(document), slug


def test_nothing_decides_where_nothing_counts(claim):
    document = claim.editions.latest().document
    assert (who_decided(document), carriers(document), not_found(document)) == ("", "", "")


def test_looking_in_vain_is_no_refutation(mood):
    assert not_found(mood) == NOT_FOUND


def test_contradiction_is_more_than_looking_in_vain(mood):
    mood["studies"][0]["direction"] = "contradicts"
    assert not_found(mood) == ""


def test_claim_of_no_effect_is_not_refuted_by_silence(mood):
    mood["claim"]["asserts"] = "no-effect"
    assert not_found(mood) == ""


def test_supported_claim_was_found(documents):
    assert not_found(documents["microdose-risks"]) == ""


def test_sets_of_studies_lie_within_each_other(mood):
    leading = len(mood["suggestion"]["steps"][0]["studies"])
    assert carriers(mood) == (
        f"Of 11 counted studies, 7 are deciding studies; {leading} of these carry the answer,"
        " wholly or in half on its side."
    )


def test_deciding_studies_that_all_carry_are_one_set(documents):
    told = carriers(documents["microdose-cognition"])
    assert told == "Of 16 counted studies, 8 are deciding studies and carry the answer."


def test_studies_that_disagree_carry_no_answer(documents):
    told = carriers(documents["microdose-subperceptual"])
    assert told == "Of 9 counted studies, 8 are deciding studies."


def test_one_set_needs_no_words(documents):
    assert carriers(documents["inflammation-mental-health"]) == ""
