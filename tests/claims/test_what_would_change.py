"""What could change a verdict is computed from a document, and says no number that it does not hold."""

import copy
import json
import re

import pytest

from claims.models import Edition
from claims.upgrades import lift
from claims.what_would_change import closer_reading, ladder, new_studies, reviews
from tests.people import make_accepted


@pytest.fixture
def documents(corpus):
    return {one.slug: one.document for one in Edition.objects.current()}


@pytest.fixture
def benefits(documents):
    """A microdose effect that no controlled trial at microdoses bears on."""
    return copy.deepcopy(documents["anti-inflammatory-benefits"])


def standing(document):
    return {rung.code: rung.studies for rung in ladder(document)}


def test_every_counted_study_but_reviews_stands_on_a_rung(documents):
    for slug, document in documents.items():
        primary = [study for study in document["studies"] if not study["is_review"]]
        assert sum(standing(document).values()) == len(primary), slug


def test_empty_rungs_are_named(benefits):
    assert standing(benefits) == {
        "cells": 0,
        "animals": 0,
        "full-dose": 2,
        "other-dose": 2,
        "open": 1,
        "controlled": 0,
    }


def test_dose_is_no_rung_of_a_claim_about_any_dose(documents):
    assert list(standing(documents["serotonin-receptor-action"])) == [
        "cells", "animals", "open", "controlled",
    ]  # fmt: skip


def test_trial_without_direct_comparator_is_not_controlled(documents):
    mood = copy.deepcopy(documents["microdose-mood"])
    for item in mood["evidence"]:
        item["d_comparator"] = "indirect"
    assert standing(mood)["controlled"] == 0


def test_missing_controlled_trial_is_wanted(benefits):
    told = "A randomised trial in people at microdoses with placebo or another dose beside it"
    assert f"{told}: none is counted yet." in new_studies(benefits)


def test_missing_people_are_counted_from_the_document(benefits):
    benefits["suggestion"]["information"]["n"] = 210
    (words,) = [one for one in new_studies(benefits) if "more people" in one]
    assert "in 190 more people" in words
    assert "rests on 210 people, and 400 or more are wanted" in words


def test_people_are_not_wanted_where_enough_took_part(documents):
    assert not [one for one in new_studies(documents["microdose-mood"]) if "more people" in one]


def test_mechanism_wants_studies_and_not_people(documents):
    told = new_studies(documents["microdose-dmn"])
    assert "2 more independent studies: 1 where the answer is, and 3 or more are wanted." in told
    assert not [one for one in told if "more people" in one]


def test_effect_in_people_wants_no_cells(documents):
    assert not [one for one in new_studies(documents["microdose-mood"]) if "cells" in one]


def test_every_number_is_one_of_the_document_or_the_rule(documents):
    for slug, document in documents.items():
        known = document["suggestion"]["information"]
        derived = {3, 400, 400 - known["n"], 3 - known["k"], known["n"], known["k"]}
        numbers = set(range(len(document["evidence"]) + 1)) | derived
        steps = " ".join(step["words"] for step in document["suggestion"]["steps"])
        labels = " ".join(study["label"] for study in document["studies"])
        for words in [*new_studies(document), *closer_reading(document)]:
            for number in map(int, re.findall(r"\d+", words.replace(",", ""))):
                assert number in numbers or str(number) in steps + labels, (slug, words)


def test_abstracts_and_unjudged_bias_want_a_closer_look(documents):
    told = closer_reading(documents["microdose-mood"])
    assert "The full texts: all 7 deciding studies were read only as an abstract." in told
    assert "A judgement of the risk of bias: all 11 counted studies were never judged." in told


def test_full_text_and_judged_bias_are_not_wanted_again(claim, source, editor, reviewer):
    make_accepted(
        by=editor, accepted_by=reviewer, claim=claim, source=source,
        basis="full-text", risk_of_bias="low", rob_note="Sound.",
    )  # fmt: skip
    told = " ".join(closer_reading(claim.editions.latest().document))
    assert "full texts" not in told
    assert "risk of bias" not in told


def test_recorded_search_is_not_wanted(documents):
    mood = copy.deepcopy(documents["microdose-mood"])
    mood["search"]["on"] = "2026-11-01"
    assert not [one for one in closer_reading(mood) if "search" in one]


def test_claim_without_studies_wants_any(claim):
    document = claim.editions.latest().document
    assert new_studies(document) == ["Any study that can be counted: there is none yet."]


def test_document_of_the_first_schema_is_read(settings):
    path = settings.BASE_DIR / "tests" / "data" / "documents" / "schema-1.json"
    document = lift(json.loads(path.read_text()))
    assert ladder(document)
    assert closer_reading(document)


def test_blinding_is_wanted_only_where_people_rate(documents):
    asking = {
        slug
        for slug, one in documents.items()
        if any("took" in words for words in new_studies(one))
    }
    assert "microdose-depression-anxiety" in asking
    # Guessing what was taken is the finding there, and images are nobody's rating.
    assert not asking & {"microdose-subperceptual", "microdose-dmn"}


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("not-reviewed", "of two people"),
        ("one-reviewer", "of a second person"),
        ("disagreement", "third person's judgement"),
        ("stale", "A new look by two people"),
    ],
)
def test_judgement_that_is_missing_is_named(benefits, state, words):
    benefits["review"]["code"] = state
    assert any(words in told for told in closer_reading(benefits))


def test_reviews_that_count_are_told_beside_the_rungs(documents):
    assert reviews(documents["inflammation-mental-health"]) == 2
    assert reviews(documents["microdose-mood"]) == 0
