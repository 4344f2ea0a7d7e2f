"""What disagrees behind the desk's back is found, with its remedy."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims import desk
from claims.desk_check import findings
from claims.models import Claim, Evidence, LogLine
from tests.people import make_accepted, make_draft, make_source

pytestmark = pytest.mark.django_db


def words(item):
    return "\n".join(map(str, findings(item.claim)))


def meddle(item, **fields):
    Evidence.objects.filter(pk=item.pk).update(**fields)
    return words(item)


def test_deeds_leave_nothing_to_find(accepted, source, editor, reviewer):
    desk.withdraw(evidence=accepted, by=reviewer, reason="Counted twice.")
    make_draft(claim=accepted.claim, source=source, by=editor, outcome="sleep")
    assert words(accepted) == ""


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"state": "under-revision"}, "by the log it is accepted"),
        ({"version": 9}, "the row is accepted, version 9"),
        ({"version": 1}, "the row is version 1, and the log knows 3"),
        ({"finding": "Tampered."}, "differs from its last history in finding"),
        ({"finding": "Tampered."}, "its accepted form differs in finding"),
        ({"decided_by": None, "decided_at": None}, "last history in decided_by, decided_at"),
        ({"tombstone": {"reason": "x", "on": "2026-01-01"}}, "does not show its tombstone"),
    ],
)
def test_meddling_with_a_row_is_found(accepted, fields, what):
    assert what in meddle(accepted, **fields)


def test_item_that_vanished_from_the_desk_is_found(accepted):
    found = meddle(accepted, state="draft")
    assert "the current edition shows it, though it is draft" in found
    assert f"/admin/claims/evidence/{accepted.pk}/change/" in found


def test_changed_accepted_form_is_found(accepted):
    form = accepted.accepted_form | {"finding": "Tampered."}
    assert "the current edition differs from the accepted form in finding" in meddle(
        accepted, accepted_form=form
    )


def test_missing_log_line_is_found(accepted):
    LogLine.objects.filter(evidence=accepted).delete()
    assert "no line in the log" in words(accepted)


def test_log_signed_by_another_is_found(accepted, stranger):
    LogLine.objects.filter(evidence=accepted).update(by=stranger)
    assert "somebody else's in the log" in words(accepted)


def test_claim_that_composes_otherwise_is_found(accepted):
    Claim.objects.filter(pk=accepted.claim_id).update(article_says="Tampered.")
    accepted.claim.refresh_from_db()
    assert "composed again it differs" in words(accepted)
    assert "manage.py republish" in words(accepted)


def test_check_asks_as_much_for_one_item_as_for_four(
    accepted, editor, reviewer, django_assert_num_queries
):
    claim = Claim.objects.select_related("mechanism").get()
    with CaptureQueriesContext(connection) as one:
        findings(claim)
    for key in ("one2020a", "two2020b", "three2020c"):
        source = make_source(by=editor, key=key)
        make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    with django_assert_num_queries(len(one)):
        findings(claim)
