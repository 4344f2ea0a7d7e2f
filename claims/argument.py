"""The deeds that change the argument itself: mechanisms and claims."""

from django.db import transaction

from claims import desk, editions
from claims.models import Claim, Mechanism
from microdose_kb.tagging import set_in_order


def _write(row, by, reason, tags):
    row._history_user = by
    row._change_reason = reason
    row.save()
    if tags is not None:
        set_in_order(row, tags)


@transaction.atomic
def add_claim(*, claim, by, tags=(), reason="Added."):
    """Store a new claim and publish its first edition."""
    _write(claim, by, reason, tags)
    editions.publish(claim=claim, cause="Claim added.", by=by)
    return claim


@transaction.atomic
def change_claim(*, claim, by, reason, tags=None):
    """Store a changed claim and publish it. Raises desk.NoReason and desk.ChangedMeanwhile."""
    _check(editions.lock(claim), claim, reason)
    claim.version += 1
    _write(claim, by, reason, tags)
    editions.publish(claim=claim, cause=f"Claim changed. {reason}", by=by)
    return claim


@transaction.atomic
def add_mechanism(*, mechanism, by, tags=()):
    """Store a new mechanism; it is public from its first claim on."""
    _write(mechanism, by, "Added.", tags)
    return mechanism


@transaction.atomic
def change_mechanism(*, mechanism, by, reason, tags=None):
    """Store a changed mechanism and publish its claims, whose pages name it."""
    stored = Mechanism.objects.select_for_update(no_key=True).get(pk=mechanism.pk)
    _check(stored, mechanism, reason)
    mechanism.version += 1
    _write(mechanism, by, reason, tags)
    for claim in Claim.objects.filter(mechanism=mechanism).order_by("pk"):
        editions.publish(claim=claim, cause=f"Mechanism changed. {reason}", by=by)
    return mechanism


def _check(stored, changed, reason):
    if not reason.strip():
        raise desk.NoReason("Say why, for example: sentence brought closer to the article's.")
    if stored.version != changed.version:
        raise desk.ChangedMeanwhile(
            "Somebody else changed this meanwhile; open it again and repeat your change."
        )
