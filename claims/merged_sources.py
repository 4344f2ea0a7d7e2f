"""What a merge of two sources means for the evidence: it moves to the source that is kept, and is published."""

from django.db.models import Q

from claims import editions, states
from claims.desk_steps import log, write
from claims.models import Claim, Evidence
from claims.states import State
from sources.intake.merging import InTheWay
from sources.signals import source_merged

ENDED = (State.DECLINED, State.WITHDRAWN)


def move_evidence(sender, source, merged, by, reason, cause, **kwargs):
    """Move every item from `merged` to `source` and publish the claims, in the merge's transaction.

    An ended item whose outcome the kept source has too stays where it was. Raises InTheWay.
    """
    claims = _hold_claims(source, merged)
    items = _hold_items(source, merged)
    moving = _moving(source, [item for item in items if item.source_id == merged.pk], items)
    for item in moving:
        item.source = source
        item.version += 1
        write(item, by, f"Moved from {merged.key}. {reason}")
    made = {claim.pk: editions.publish(claim=claim, cause=cause, by=by) for claim in claims}
    for item in moving:
        log(item, states.MOVE, by, reason, made[item.claim_id])


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


def _moving(source, leaving, items):
    """Return the items that move; refuse if one that goes on has its outcome on both sources."""
    here = {}
    for item in items:
        if item.source_id == source.pk:
            here |= dict.fromkeys(_names(item), item)
    met = [(item, here[name]) for item in leaving for name in _names(item) if name in here]
    if going_on := [pair for pair in met if pair[0].state not in ENDED]:
        raise InTheWay(_refusal(source, going_on))
    staying = {item.pk for item, _ in met}
    moving = [item for item in leaving if item.pk not in staying]
    if any(item.state not in ENDED for item in moving) and not source.is_described:
        raise InTheWay(
            f"{source.key} would get results before it is described; give its design, species and"
            " dose first, or let it take over what it leaves empty."
        )
    return moving


def _names(item):
    """Return the outcomes that an item takes up on its claim: as it is, and as readers see it."""
    outcomes = {item.outcome, (item.accepted_form or {}).get("outcome", item.outcome)}
    return [(item.claim_id, outcome) for outcome in outcomes]


def _refusal(source, pairs):
    item, other = pairs[0]
    named = "; ".join(
        dict.fromkeys(
            f"“{item.outcome}” ({item.get_state_display().lower()} on {item.source.key},"
            f" {other.get_state_display().lower()} on {source.key}), on: {item.claim}"
            for item, other in pairs
        )
    )
    if all(other.state in ENDED for _, other in pairs):
        remedy = f"Keep {item.source.key} instead of {source.key}."
    else:
        remedy = (
            "Compare the two items; withdraw, decline or set aside the one that is not to go on,"
            " and keep the source of the other."
        )
    return f"Both sources have an item for one outcome: {named}. {remedy}"


def listen():
    source_merged.connect(move_evidence, dispatch_uid="claims.move_evidence")
