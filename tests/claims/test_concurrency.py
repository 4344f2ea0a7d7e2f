"""Two people at once, on two real connections."""

import threading

import pytest
from django.db import connection, connections

from claims import desk, editions, reviewing
from claims.models import Edition, Evidence
from sources.intake import library, merging
from sources.models import Source
from tests.people import (
    make_accepted,
    make_assessment,
    make_claim,
    make_proposed,
    make_source,
    make_user,
)

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def people(transactional_db):
    return (
        make_user("edith", role="Editors"),
        make_user("rosa", role="Reviewers", is_staff=True),
        make_user("sven", role="Reviewers", is_staff=True),
    )


def at_once(*deeds):
    """Run each deed on a connection of its own, all started together; return what each raised."""
    ready = threading.Barrier(len(deeds))
    raised = [None] * len(deeds)

    def run(place, deed):
        try:
            ready.wait(timeout=10)
            deed()
        except Exception as error:  # The test compares what was raised.
            raised[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return raised


def numbers(claim):
    return list(
        Edition.objects.filter(claim=claim).order_by("number").values_list("number", flat=True)
    )


def test_tests_run_on_postgresql():
    assert connection.vendor == "postgresql"


def test_two_reviewers_accepting_one_item_accept_it_once(people):
    editor, rosa, sven = people
    claim, source = make_claim(by=editor), make_source(by=editor)
    item = make_proposed(claim=claim, source=source, by=editor)
    raised = at_once(
        lambda: desk.accept(evidence=item, by=rosa), lambda: desk.accept(evidence=item, by=sven)
    )
    assert sorted(type(error).__name__ for error in raised) == ["NoneType", "OutOfTurn"]
    assert numbers(claim) == [1, 2]


def test_two_reviewers_accepting_two_items_of_a_claim_lose_neither(people):
    editor, rosa, sven = people
    claim = make_claim(by=editor)
    items = [
        make_proposed(claim=claim, source=make_source(by=editor, key=key), by=editor)
        for key in ("one2020a", "two2020b")
    ]
    raised = at_once(
        lambda: desk.accept(evidence=items[0], by=rosa),
        lambda: desk.accept(evidence=items[1], by=sven),
    )
    document = Edition.objects.current().get(claim=claim).document
    assert raised == [None, None]
    assert (numbers(claim), len(document["evidence"])) == ([1, 2, 3], 2)


def test_acceptance_and_retraction_at_once_both_reach_the_page(people):
    editor, rosa, _sven = people
    claim = make_claim(by=editor)
    source, other = make_source(by=editor), make_source(by=editor, key="other2020b")
    make_accepted(claim=claim, source=source, by=editor, accepted_by=rosa)
    item = make_proposed(claim=claim, source=other, by=editor)
    raised = at_once(
        lambda: desk.accept(evidence=item, by=rosa),
        lambda: library.record_notice(source=source, kind="retraction", by=editor),
    )
    document = Edition.objects.current().get(claim=claim).document
    uses = {entry["source"]: entry["use"] for entry in document["evidence"]}
    assert raised == [None, None]
    assert (uses, numbers(claim)) == (
        {source.key: "excluded", "other2020b": "counted"},
        [1, 2, 3, 4],
    )


def test_two_changes_of_one_source_lose_no_update(people):
    editor, rosa, _sven = people
    source = make_source(by=editor)
    first, second = Source.objects.get(pk=source.pk), Source.objects.get(pk=source.pk)
    first.title, second.pages = "The title as printed", "1-9"
    raised = at_once(
        lambda: library.update(source=first, by=editor, reason="Title."),
        lambda: library.update(source=second, by=rosa, reason="Pages."),
    )
    assert sorted(type(error).__name__ for error in raised) == ["ChangedMeanwhile", "NoneType"]


def test_acceptance_and_change_of_one_item_at_once_lose_nothing(people):
    editor, rosa, _sven = people
    claim, source = make_claim(by=editor), make_source(by=editor)
    item = make_proposed(claim=claim, source=source, by=editor)
    changed = Evidence.objects.get(pk=item.pk)
    changed.finding = "Mood rose a little."
    raised = at_once(
        lambda: desk.accept(evidence=item, by=rosa),
        lambda: desk.change(evidence=changed, by=editor, reason="Table 2 read again."),
    )
    item.refresh_from_db()
    was_accepted_first = isinstance(raised[1], desk.ChangedMeanwhile)
    assert was_accepted_first or item.accepted_form["finding"] == "Mood rose a little."


def test_ten_publications_at_once_number_editions_without_gap(people):
    editor, rosa, _sven = people
    claim = make_claim(by=editor)
    items = [
        make_proposed(claim=claim, source=make_source(by=editor, key=f"paper{n}"), by=editor)
        for n in range(10)
    ]
    raised = at_once(*[lambda item=item: desk.accept(evidence=item, by=rosa) for item in items])
    assert raised == [None] * 10
    assert numbers(claim) == list(range(1, 12))


def test_publish_waits_for_the_claim(people):
    editor, *_ = people
    claim = make_claim(by=editor)
    publish = lambda: editions.publish(claim=claim, cause="Again.", by=editor)  # noqa: E731
    assert at_once(publish, publish) == [None, None]
    assert numbers(claim) == [1]


def test_two_reviewers_submitting_at_once_lose_nothing(people):
    editor, rosa, sven = people
    claim = make_claim(by=editor)
    raised = at_once(
        lambda: make_assessment(claim=claim, by=rosa),
        lambda: make_assessment(claim=claim, by=sven),
    )
    newest = Edition.objects.current().get(claim=claim)
    assert raised == [None, None]
    assert newest.review_state == "agreed"
    assert [one["reviewer"]["name"] for one in newest.document["assessments"]] != []
    assert numbers(claim) == [1, 2, 3]


def test_submission_against_acceptance_never_judges_what_was_not_seen(people):
    editor, rosa, sven = people
    claim, source = make_claim(by=editor), make_source(by=editor)
    item = make_proposed(claim=claim, source=source, by=editor)
    seen = reviewing.current_edition(claim)
    raised = at_once(
        lambda: make_assessment(claim=claim, by=rosa),
        lambda: desk.accept(evidence=item, by=sven),
    )
    newest = Edition.objects.current().get(claim=claim)
    told = {type(error).__name__ for error in raised if error}
    assert told <= {"ChangedMeanwhile"}
    assert newest.review_state in ("stale", "not-reviewed", "one-reviewer")
    assert seen.number == 1


WHY = "One trial report, entered twice."


def test_merge_and_acceptance_at_once_both_reach_the_page(people):
    editor, rosa, _sven = people
    claim = make_claim(by=editor)
    kept, merged = (make_source(by=editor, key=key) for key in ("kept2024", "merged2024"))
    item = make_proposed(claim=claim, source=merged, by=editor)
    raised = at_once(
        lambda: desk.accept(evidence=item, by=rosa),
        lambda: merging.merge(kept=kept, merged=merged, by=editor, reason=WHY),
    )
    document = Edition.objects.current().get(claim=claim).document
    assert raised == [None, None]
    assert [entry["source"] for entry in document["evidence"]] == ["kept2024"]


def test_merge_and_change_of_one_source_at_once_lose_nothing(people):
    editor, rosa, _sven = people
    kept, merged = (make_source(by=editor, key=key) for key in ("kept2024", "merged2024"))
    changed = Source.objects.get(pk=merged.pk)
    changed.pages = "1-9"
    raised = at_once(
        lambda: library.update(source=changed, by=rosa, reason="Pages."),
        lambda: merging.merge(kept=kept, merged=merged, by=editor, reason=WHY),
    )
    told = sorted(type(error).__name__ for error in raised)
    assert told in (["ChangedMeanwhile", "NoneType"], ["NoneType", "WasMerged"])


def test_merges_in_a_chain_at_once_make_no_circle(people):
    editor, rosa, _sven = people
    first, second = (make_source(by=editor, key=key) for key in ("one2024", "two2024"))
    raised = at_once(
        lambda: merging.merge(kept=first, merged=second, by=editor, reason=WHY),
        lambda: merging.merge(kept=second, merged=first, by=rosa, reason=WHY),
    )
    assert sorted(type(error).__name__ for error in raised) == ["NoneType", "WasMerged"]
    assert Source.objects.unmerged().count() == 1
