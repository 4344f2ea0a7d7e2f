"""The deeds on literature searches: a claim's page says where and when studies were looked for."""

from django.db import transaction
from django.utils import timezone

from claims import editions
from claims.models import SearchRecord
from claims.refusals import NoReason, NotAllowed, OutOfTurn, WrongDay
from claims.states import SHORTEST_REASON

LONGEST_REASON = 500


@transaction.atomic
def record(*, search, by):
    """Store a search that was made and publish its claim. Raises NotAllowed and WrongDay."""
    if not by.has_perm("claims.add_searchrecord"):
        raise NotAllowed("You may not record searches; ask for a role that may.")
    now = timezone.now()
    if search.searched_on > now.date():
        raise WrongDay(
            f"The search is dated after today ({now:%Y-%m-%d} UTC); give the day on which it was"
            " made, or record it once it has been."
        )
    editions.lock(search.claim)
    search.recorded_by, search.recorded_at = by, now
    search.save()
    where = ", ".join(search.databases)
    cause = f"Search recorded: {where}, {search.searched_on:%Y-%m-%d}."
    editions.publish(claim=search.claim, cause=cause, by=by)
    return search


@transaction.atomic
def withdraw(*, search, by, reason):
    """Let a wrong record no longer count. Raises NotAllowed, NoReason and OutOfTurn."""
    if not by.has_perm("claims.change_searchrecord"):
        raise NotAllowed("You may not withdraw searches; ask for a role that may.")
    reason = reason.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise NoReason(
            f"Say in {SHORTEST_REASON} to {LONGEST_REASON} characters why the search no longer"
            " counts: the numbers belong to another claim."
        )
    editions.lock(search.claim)
    stored = SearchRecord.objects.select_for_update(no_key=True, of=("self",)).get(pk=search.pk)
    if stored.withdrawn_at:
        raise OutOfTurn("This search is withdrawn already; record a new one instead.")
    stored.withdrawn_by, stored.withdrawn_at = by, timezone.now()
    stored.withdrawn_reason = reason
    stored.save()
    cause = f"Search withdrawn: {stored.searched_on:%Y-%m-%d}. {reason}"
    editions.publish(claim=search.claim, cause=cause, by=by)
    return stored
