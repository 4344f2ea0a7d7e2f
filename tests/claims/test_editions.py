"""The shelf: one edition for each public change, never changed again."""

import datetime

import pytest
import time_machine

from claims import argument, desk, editions
from claims.models import Claim, Edition, Immutable
from sources.intake import library
from tests.people import make_accepted, make_claim, make_draft, make_source

pytestmark = pytest.mark.django_db


def numbers(claim):
    return sorted(claim.editions.values_list("number", flat=True))


def test_new_claim_has_edition_one(claim):
    assert numbers(claim) == [1]


def test_publish_without_public_change_makes_none(claim, editor):
    assert editions.publish(claim=claim, cause="Nothing.", by=editor) is None
    assert numbers(claim) == [1]


def test_draft_makes_no_edition(claim, source, editor):
    make_draft(claim=claim, source=source, by=editor)
    assert numbers(claim) == [1]


def test_change_of_the_claim_makes_an_edition(claim, reviewer):
    claim.statement = "Microdosing does something else."
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    assert Edition.objects.current().get(claim=claim).statement == claim.statement


def test_change_of_a_source_makes_an_edition_of_each_claim_that_cites_it(
    accepted, source, editor, reviewer
):
    other = make_claim(by=editor, slug="other")
    make_accepted(claim=other, source=source, by=editor, accepted_by=reviewer)
    untouched = make_claim(by=editor, slug="untouched")
    source.title = "The title as printed"
    library.update(source=source, by=editor, reason="Title corrected.")
    assert [numbers(c) for c in (accepted.claim, other, untouched)] == [[1, 2, 3], [1, 2, 3], [1]]


def test_change_of_a_paper_inside_a_review_recomposes_who_cites_the_review(
    claim, source, editor, reviewer
):
    review = make_source(
        by=editor, key="review2025", design="meta-analysis", review_of="rct", includes=[source]
    )
    make_accepted(claim=claim, source=review, by=editor, accepted_by=reviewer)
    source.study = "another-trial"
    library.update(source=source, by=editor, reason="Same people as the other trial.")
    record = Edition.objects.current().get(claim=claim).document["sources"]["review2025"]
    assert record["included_studies"] == ["another-trial"]


def test_retraction_weakens_a_review_that_contains_the_study(claim, source, editor, reviewer):
    review = make_source(
        by=editor, key="review2025", design="meta-analysis", review_of="rct", includes=[source]
    )
    make_accepted(claim=claim, source=review, by=editor, accepted_by=reviewer)
    before = Edition.objects.current().get(claim=claim).document["evidence"][0]["strength"]
    library.record_notice(source=source, kind="retraction", by=editor)
    after = Edition.objects.current().get(claim=claim).document["evidence"][0]["strength"]
    assert (before["code"], after["code"]) == ("moderate", "weak")


def test_change_of_a_source_is_named_as_the_cause(accepted, source, editor):
    source.title = "The title as printed"
    library.update(source=source, by=editor, reason="Title corrected.")
    edition = Edition.objects.current().get(claim=accepted.claim)
    assert edition.cause == "Smith 2024: Title corrected."


def test_change_of_an_uncited_source_makes_no_edition(claim, source, editor):
    source.title = "The title as printed"
    library.update(source=source, by=editor, reason="Title corrected.")
    assert numbers(claim) == [1]


def test_retraction_takes_the_study_out_of_the_count(accepted, source, editor):
    library.record_notice(source=source, kind="retraction", by=editor, url="https://example.org/r")
    document = Edition.objects.current().get(claim=accepted.claim).document
    assert document["suggestion"]["reason_code"] == "all-retracted"


def test_reinstatement_brings_the_document_back_but_for_its_notices(accepted, source, editor):
    before = Edition.objects.current().get(claim=accepted.claim).document
    library.record_notice(source=source, kind="retraction", by=editor)
    library.record_notice(source=source, kind="reinstatement", by=editor)
    after = Edition.objects.current().get(claim=accepted.claim).document
    after["sources"][source.key]["notices"] = []
    assert after == before


def test_failure_while_a_source_changes_leaves_both_alone(accepted, source, editor):
    # A group without a slug cannot be composed, and only a hand in the database can store one.
    Claim.objects.filter(pk=accepted.claim_id).update(outcome_groups=[{"name": "Mood"}])
    title, source.title = source.title, "Another title"
    with pytest.raises(KeyError, match="slug"):
        library.update(source=source, by=editor, reason="Title corrected.")
    source.refresh_from_db()
    assert (source.title, numbers(accepted.claim)) == (title, [1, 2])


def test_edition_cannot_be_changed(claim):
    edition = claim.editions.get()
    with pytest.raises(Immutable):
        edition.save()


def test_edition_cannot_be_deleted(claim):
    with pytest.raises(Immutable):
        claim.editions.get().delete()


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_editions_cannot_be_changed_in_bulk(claim, deed):
    with pytest.raises(Immutable):
        getattr(Edition.objects.all(), deed)()


def test_old_edition_keeps_its_words(accepted, source, editor):
    before = Edition.objects.get(claim=accepted.claim, number=2).document
    source.title = "The title as printed"
    library.update(source=source, by=editor, reason="Title corrected.")
    assert Edition.objects.get(claim=accepted.claim, number=2).document == before


def test_together_makes_one_edition_of_many_deeds(claim, editor, reviewer):
    with editions.together(cause="A batch.", by=reviewer):
        for key in ("one2020a", "two2020b", "three2020c"):
            source = make_source(by=editor, key=key)
            make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    assert numbers(claim) == [1, 2]


def test_together_publishes_nothing_when_one_deed_fails(claim, source, editor, reviewer):
    def batch():
        with editions.together(cause="A batch.", by=reviewer):
            item = make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
            desk.accept(evidence=item, by=reviewer)

    with pytest.raises(desk.OutOfTurn):
        batch()
    assert (numbers(claim), claim.evidence.count()) == ([1], 0)


def test_current_is_the_newest_of_each_claim(accepted, editor):
    make_claim(by=editor, slug="other")
    current = Edition.objects.current().order_by("slug").values_list("slug", "number")
    assert list(current) == [("a-claim", 2), ("other", 1)]


def test_as_of_is_the_edition_of_that_day(editor, reviewer):
    with time_machine.travel("2026-03-01T10:00Z", tick=False):
        claim = make_claim(by=editor)
    with time_machine.travel("2026-03-02T10:00Z", tick=False):
        claim.article_says = "Said plainly."
        argument.change_claim(claim=claim, by=reviewer, reason="Read again.")
    day = editions.end_of(datetime.date(2026, 3, 1))
    assert Edition.objects.as_of(day).get(claim=claim).number == 1


def test_as_of_a_day_before_the_first_edition_is_nothing(claim):
    day = editions.end_of(datetime.date(2001, 1, 1))
    assert not Edition.objects.as_of(day).exists()


def test_edition_cites_the_sources_of_its_document(corpus):
    edition = Edition.objects.get(slug="microdose-mood")
    cited = set(edition.citations.values_list("key", flat=True))
    assert cited == set(edition.document["sources"])


def test_publish_of_a_claim_costs_the_same_for_any_number_of_items(
    corpus, editor, django_assert_max_num_queries
):
    claim = Claim.objects.get(slug="microdose-mood")
    with django_assert_max_num_queries(14):
        editions.publish(claim=claim, cause="Again.", by=editor)
