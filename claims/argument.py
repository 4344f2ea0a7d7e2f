"""The deeds that change the argument itself: mechanisms and claims."""

from django.db import transaction

from claims import editions
from claims.desk_steps import check_reason, is_shipper
from claims.models import Claim, Mechanism
from claims.refusals import ChangedMeanwhile, NotAllowed
from microdose_kb.tagging import set_in_order


def _allow(by, verb, what):
    """Refuse whoever has no permission; the corpus is loaded by an account that can have none."""
    if not (by.has_perm(f"claims.{verb}_{what}") or is_shipper(by)):
        raise NotAllowed(f"You may not {verb} a {what}; ask for a role that may.")


def _write(row, by, reason, tags):
    row._history_user = by
    row._change_reason = reason
    row.save()
    if tags is not None:
        set_in_order(row, tags)


@transaction.atomic
def add_claim(*, claim, by, tags=(), reason="Added."):
    """Store a new claim and publish its first edition. Raises NotAllowed."""
    _allow(by, "add", "claim")
    _write(claim, by, reason, tags)
    editions.publish(claim=claim, cause="Claim added.", by=by)
    return claim


@transaction.atomic
def change_claim(*, claim, by, reason, tags=None):
    """Store a changed claim and publish it. Raises NotAllowed, NoReason and ChangedMeanwhile."""
    _allow(by, "change", "claim")
    _check(editions.lock(claim), claim, reason)
    claim.version += 1
    _write(claim, by, reason, tags)
    editions.publish(claim=claim, cause=f"Claim changed. {reason}", by=by)
    return claim


@transaction.atomic
def add_mechanism(*, mechanism, by, tags=()):
    """Store a new mechanism; it is public from its first claim on. Raises NotAllowed."""
    _allow(by, "add", "mechanism")
    _write(mechanism, by, "Added.", tags)
    return mechanism


@transaction.atomic
def change_mechanism(*, mechanism, by, reason, tags=None):
    """Store a changed mechanism and publish its claims, whose pages name it.

    Raises NotAllowed, NoReason and ChangedMeanwhile.
    """
    _allow(by, "change", "mechanism")
    stored = Mechanism.objects.select_for_update(no_key=True).get(pk=mechanism.pk)
    _check(stored, mechanism, reason)
    mechanism.version += 1
    _write(mechanism, by, reason, tags)
    for claim in Claim.objects.filter(mechanism=mechanism).order_by("pk"):
        editions.publish(claim=claim, cause=f"Mechanism changed. {reason}", by=by)
    return mechanism


def _check(stored, changed, reason):
    check_reason(reason, f"change a {stored._meta.model_name}")
    if stored.version != changed.version:
        raise ChangedMeanwhile(
            "Somebody else changed this meanwhile; open it again and repeat your change."
        )
