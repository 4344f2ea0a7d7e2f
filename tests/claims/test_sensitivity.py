import pytest

from claims.models import Edition
from claims.rating.variations import DOUBLED, HALVED, Answer, answers
from claims.sensitivity import by_claim, effects, rated


@pytest.fixture
def editions(corpus):
    return list(Edition.objects.current().in_reading_order())


def effect(editions, name, change):
    found = effects(edition.document for edition in editions)
    return next(one for one in found if (one.name, one.change) == (name, change))


def test_own_constants_give_every_documents_suggestion(editions):
    for edition in editions:
        told = edition.document["suggestion"]
        own = answers(*rated(edition.document))["", ""]
        assert own == Answer(told["verdict"], told["certainty"]), edition.slug


def test_effects_are_of_all_claims(editions):
    doubled = effect(editions, "people", DOUBLED)
    assert {change.slug for change in doubled.changes} <= {row.slug for row in editions}


def test_change_tells_both_answers(editions):
    change = next(one for one in effect(editions, "people", DOUBLED).changes if one.slug == "microdose-cognition")  # fmt: skip
    assert change.before == Answer("probably-not-supported", "moderate")
    assert change.after == Answer("possibly-not-supported", "low")


def test_certainty_alone_is_no_change_of_verdict(editions):
    found = effect(editions, "inconsistency_most", HALVED)
    assert found.changes
    assert found.verdicts == 0


def test_claims_know_what_moves_them(editions):
    found = effects(edition.document for edition in editions)
    moved = {edition.slug: rows for edition, rows in by_claim(editions, found)}
    assert ("people", DOUBLED) in {(one.name, one.change) for one in moved["microdose-cognition"]}
    assert list(moved) == [edition.slug for edition in editions]


def test_effects_of_no_documents_change_nothing():
    assert not any(one.changes for one in effects([]))
