"""What changed between two documents, in sentences; every pair of documents is one that the desk made."""

import copy
import dataclasses
import datetime

import pytest

from claims import argument, desk
from claims.comparing import OF_ITEM, OF_SOURCE, changes
from claims.models import Edition
from claims.rating.items import Item
from sources.intake import library
from tests.people import make_accepted, make_keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(claim, source, editor, reviewer):
    return make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


def documents(claim):
    return [edition.document for edition in claim.editions.order_by("number")]


def since_last(claim):
    *_, old, new = documents(claim)
    return changes(old, new)


def revised(item, by, accepted_by, **fields):
    item.refresh_from_db()
    for name, value in fields.items():
        setattr(item, name, value)
    desk.change(evidence=item, by=by, reason="Read again.")
    return desk.accept(evidence=item, by=accepted_by)


def test_added_item_is_named(item):
    assert since_last(item.claim) == ["Added: Smith 2024, mood after a week."]


def test_withdrawn_item_says_why(item, reviewer):
    desk.withdraw(evidence=item, by=reviewer, reason="Entered for the wrong claim.")
    assert since_last(item.claim) == [
        "Withdrawn: Smith 2024, mood after a week. Entered for the wrong claim."
    ]


def test_withdrawn_item_ends_in_one_full_stop(item, reviewer):
    desk.withdraw(evidence=item, by=reviewer, reason="Entered for the wrong claim")
    assert since_last(item.claim)[0].endswith("Entered for the wrong claim.")


def test_changed_fields_are_told_in_words(item, editor, reviewer):
    revised(item, editor, reviewer, direction="supports", point="toward", n_analysed=90)
    (told,) = since_last(item.claim)
    assert told.startswith("Changed: Smith 2024, mood after a week: ")
    assert "direction was “No clear effect”, is now “Supports”" in told
    assert "number analysed was “120”, is now “90”" in told


def test_rewritten_text_is_only_named(item, editor, reviewer):
    revised(item, editor, reviewer, finding="Mood did not differ, whoever was asked. " * 3)
    assert "finding rewritten" in since_last(item.claim)[0]


def test_every_change_is_a_sentence(item, editor, reviewer):
    revised(item, editor, reviewer, blinding="broken", limitations="Short.", paired=True)
    (told,) = since_last(item.claim)
    assert "pairing was no, is now yes" in told
    assert "limitations was not stated, is now “Short.”" in told
    assert told.endswith(".")
    assert not told.endswith("..")


def test_retracted_source_is_told(item, editor):
    library.record_notice(
        source=item.source,
        kind="retraction",
        by=editor,
        issued_on=datetime.date(2026, 1, 5),
        url="https://example.org/notice",
        reason="Errors in the data",
    )
    assert since_last(item.claim) == [
        "Changed: Smith 2024, mood after a week: strength was “Strong”, is now “Excluded”;"
        " use was “counted”, is now “excluded”.",
        "Smith 2024: was published, is now retracted.",
    ]


def test_retraction_inside_a_review_is_told(item):
    old = documents(item.claim)[-1]
    new = copy.deepcopy(old)
    new["sources"]["smith2024trial"]["retracted_inside"] = ["lee2020trial"]
    assert changes(old, new) == ["Smith 2024: a study inside this review was retracted."]


def test_corrected_record_of_a_source_is_told(item):
    old = documents(item.claim)[-1]
    new = copy.deepcopy(old)
    new["sources"]["smith2024trial"]["design"] = "open-label"
    assert changes(old, new) == ["Smith 2024: the record of the study was corrected."]


def test_everything_in_the_fingerprint_is_compared():
    """A review that goes out of date must say why."""
    rated = {field.name for field in dataclasses.fields(Item)}
    told = {*OF_ITEM, *OF_SOURCE, "status", "retracted_inside"}
    # The key of an item; its number, of which `n` is told; what a review covers, as its record says.
    elsewhere = {"id", "source", "n_analysed", "includes", "review_of", "n_studies", "included_rob"}
    elsewhere |= {"inconsistent_inside", "includes_checked", "overlap_group"}
    assert rated - told == elsewhere


def test_changed_claim_says_which_fields(item):
    claim = item.claim
    claim.target_dose, claim.scope = "A twentieth", "general"
    argument.change_claim(claim=claim, by=make_keeper(), reason="Said more plainly.")
    assert "Claim changed: the dose it is about and the target." in since_last(claim)


def test_changed_rule_is_told(item):
    old = documents(item.claim)[-1]
    assert changes(old, old | {"rule": "1.1"}) == ["Rule: version 1.0 became version 1.1."]


def test_document_does_not_differ_from_itself(corpus):
    for edition in Edition.objects.current():
        assert changes(edition.document, copy.deepcopy(edition.document)) == []
