"""What a merge of two sources means for the evidence: it moves to the source that is kept, and is published."""

from django.db.models import Q

from claims import editions, states
from claims.desk_steps import log, write
from claims.models import Claim, Evidence
from claims.states import ENDED
from sources.intake.merging import InTheWay
from sources.signals import source_merged


def move_evidence(sender, source, merged, by, reason, cause, **kwargs):
    """Move every item from `merged` to `source` and publish the claims, in the merge's transaction.

    Of two items for one outcome the one that goes on is the kept source's, and the ended one is the merged
    source's. Raises InTheWay if both go on.
    """
    claims = _hold_claims(source, merged)
    items = _hold_items(source, merged)
    moving, giving_way = _moving(source, merged, items)
    _make_room(giving_way)
    _move(moving, merged, source, by, reason)
    _move(giving_way, source, merged, by, reason)
    made = {claim.pk: editions.publish(claim=claim, cause=cause, by=by) for claim in claims}
    for item in [*moving, *giving_way]:
        log(item, states.MOVE, by, reason, made[item.claim_id])


def _make_room(items):
    """Let go of outcomes that another item takes up now; `_move` writes them again."""
    for item in items:
        Evidence.objects.filter(pk=item.pk).update(outcome=f"{item.pk} gives way")


def _move(items, old, new, by, reason):
    for item in items:
        item.source = new
        item.version += 1
        write(item, by, f"Moved from {old.key}. {reason}")


def _hold_claims(source, merged):
    """Hold the claims that either source bears on, itself, inside a review or as an article."""
    both = [source, merged]
    on_them = Q(source__in=both) | Q(source__includes__in=both) | Q(source__version_of__in=both)
    bearing = Evidence.objects.filter(on_them).values("claim")
    return list(
        Claim.objects.select_for_update(no_key=True, of=("self",))
        .filter(pk__in=bearing)
        .order_by("pk")
    )


def _hold_items(source, merged):
    rows = Evidence.objects.select_for_update(no_key=True, of=("self",)).order_by("pk")
    return list(rows.filter(source__in=[source, merged]).select_related("claim", "source"))


def _moving(source, merged, items):
    """Return the items that move to `source`, and its own ended ones that give way to some of these.

    Refuses two that go on and have one outcome.
    """
    leaving = [item for item in items if item.source_id == merged.pk]
    met = _met(leaving, [item for item in items if item.source_id == source.pk])
    if both := [pair for pair in met if not any(item.state in ENDED for item in pair)]:
        raise InTheWay(_refusal(source, both))
    staying = {item.pk for item, _ in met if item.state in ENDED}
    moving = [item for item in leaving if item.pk not in staying]
    if any(item.state not in ENDED for item in moving) and not source.is_described:
        raise InTheWay(
            f"{source.key} would get results before it is described; give its design, species and"
            " dose first, or let it take over what it leaves empty."
        )
    giving_way = {other.pk: other for item, other in met if item.pk not in staying}
    return moving, list(giving_way.values())


def _met(leaving, here):
    """Return the pairs of items, of one source and of the other, that take up one outcome of a claim."""
    return [
        (item, other)
        for item in leaving
        for other in here
        if not _names(item).isdisjoint(_names(other))
    ]


def _names(item):
    """Return the outcomes that an item takes up on its claim: as it is, and as readers see it."""
    outcomes = {item.outcome, (item.accepted_form or {}).get("outcome", item.outcome)}
    return {(item.claim_id, outcome) for outcome in outcomes}


def _refusal(source, pairs):
    named = "; ".join(
        dict.fromkeys(
            f"“{item.outcome}” ({item.get_state_display().lower()} on {item.source.key},"
            f" {other.get_state_display().lower()} on {source.key}), on: {item.claim}"
            for item, other in pairs
        )
    )
    return (
        f"Both sources have an item for one outcome: {named}. Compare the two items; withdraw, decline"
        " or set aside the one that is not to go on, and repeat the merge."
    )


def listen():
    source_merged.connect(move_evidence, dispatch_uid="claims.move_evidence")
