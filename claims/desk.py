"""The deeds of people at the desk. Each is whole or not at all, and publishes what it changes."""

from django.db import transaction
from django.utils import timezone

from claims import editions, states
from claims.accepted_forms import form_of
from claims.models import Evidence
from claims.refusals import (
    ChangedMeanwhile,
    NoReason,
    NotAllowed,
    OutOfTurn,
    OwnExtraction,
    SecondItem,
)
from claims.refusals import (
    DeskError as DeskError,
)
from claims.states import Origin, State


def _begin(evidence, transition, by, reason):
    """Hold the claim and the item, and refuse what the transition table does not allow."""
    if not by.has_perm(transition.permission):
        raise NotAllowed(f"You may not {transition.name} evidence; ask for a role that may.")
    if transition.needs_reason and not reason.strip():
        raise NoReason(f"Say why: to {transition.name} an item needs a reason.")
    editions.lock(evidence.claim)
    stored = _lock(evidence)
    if stored.state not in transition.start:
        raise OutOfTurn(
            f"This item is {stored.get_state_display().lower()} and cannot be put through"
            f" “{transition.name}”; open it again to see what happened."
        )
    return stored


def _lock(evidence):
    """Return the stored item, held until the transaction ends."""
    rows = Evidence.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("claim", "source", "extracted_by", "verified_by", "override_by").get(
        pk=evidence.pk
    )


def _write(evidence, by, reason):
    evidence._history_user = by
    evidence._change_reason = reason
    evidence.save()


def _advance(evidence, state, by, reason):
    evidence.state = state
    evidence.version += 1
    _write(evidence, by, reason)
    return evidence


def _decide(evidence, by, reason):
    evidence.decided_by, evidence.decided_at = by, timezone.now()
    evidence.decision_reason = reason


def _publish(evidence, by, what, reason=""):
    cause = f"{what}: {evidence}."
    editions.publish(claim=evidence.claim, cause=f"{cause} {reason}".strip(), by=by)


def _stamp_override(evidence, stored, by):
    """Note who set an override and when; without one there is neither."""
    if not evidence.strength_override:
        evidence.override_by = evidence.override_at = None
    elif stored is None or _override(evidence) != _override(stored):
        evidence.override_by, evidence.override_at = by, timezone.now()


def _override(evidence):
    return evidence.strength_override, evidence.override_reason


def _refuse_second(evidence):
    """Refuse an outcome that another item shows, even if that one is being renamed."""
    shown = Evidence.objects.public().filter(
        claim=evidence.claim,
        source=evidence.source,
        accepted_form__outcome=evidence.outcome,
    )
    if shown.exclude(pk=evidence.pk).exists():
        raise SecondItem(
            "This outcome of this source is on the public page already; change that item instead,"
            " or wait until its revision is decided."
        )


def _credit(evidence, by):
    """Note who extracted the form that is now being written."""
    evidence.extracted_by, evidence.extracted_on = by, timezone.now().date()
    evidence.verified_by = evidence.verified_at = None
    evidence.origin = Origin.DESK


@transaction.atomic
def enter(*, evidence, by, origin=Origin.DESK):
    """Store a new item as a draft, extracted by `by` today. Raises SecondItem."""
    editions.lock(evidence.claim)
    _refuse_second(evidence)
    _credit(evidence, by)
    evidence.state, evidence.origin = State.DRAFT, origin
    _stamp_override(evidence, None, by)
    _write(evidence, by, "Entered.")
    evidence.contributors.add(by)
    return evidence


@transaction.atomic
def change(*, evidence, by, reason):
    """Store the changed fields of `evidence`; an accepted item becomes under revision.

    Its accepted form stays public until a second person accepts the change. Raises NotAllowed,
    NoReason, OutOfTurn, SecondItem, and ChangedMeanwhile if `evidence.version` is not the stored one.
    """
    stored = _begin(evidence, states.CHANGE, by, reason)
    _refuse_stale(evidence, stored)
    _refuse_second(evidence)
    state = State.UNDER_REVISION if stored.state == State.ACCEPTED else stored.state
    if stored.state == State.ACCEPTED or stored.origin == Origin.CORPUS:
        _credit(evidence, by)
    evidence.contributors.add(by)
    _stamp_override(evidence, stored, by)
    return _advance(evidence, state, by, reason)


def _refuse_stale(evidence, stored):
    if stored.version != evidence.version:
        raise ChangedMeanwhile(
            "Somebody else changed this item meanwhile; open it again and repeat your change."
        )


@transaction.atomic
def propose(*, evidence, by):
    """Hand a draft to a second person."""
    stored = _begin(evidence, states.PROPOSE, by, "")
    return _advance(stored, State.PROPOSED, by, "Proposed.")


@transaction.atomic
def accept(*, evidence, by):
    """Make a proposed item, or a revision, public. Raises OwnExtraction for whoever wrote it."""
    stored = _begin(evidence, states.ACCEPT, by, "")
    if by.pk in _writers(stored):
        raise OwnExtraction("You wrote part of this item; a second person must accept it.")
    stored.verified_by, stored.verified_at = by, timezone.now()
    _decide(stored, by, "")
    stored.accepted_form, stored.tombstone = form_of(stored), None
    _advance(stored, State.ACCEPTED, by, "Accepted.")
    _publish(stored, by, "Evidence accepted")
    return stored


def _writers(evidence):
    """Return the ids of everybody who wrote what is now to be accepted.

    Of a revision that is whoever wrote since the last acceptance; of anything else, whoever ever
    wrote.
    """
    if evidence.state != State.UNDER_REVISION:
        return set(evidence.contributors.values_list("pk", flat=True))
    accepted = _last_accepted(evidence)
    since = evidence.history.filter(history_id__gt=accepted.history_id)
    return set(since.values_list("history_user", flat=True))


def _last_accepted(evidence):
    return evidence.history.filter(state=State.ACCEPTED).latest("history_id")


@transaction.atomic
def decline(*, evidence, by, reason):
    """Refuse a proposed item with a reason; a refused revision goes back to the accepted form."""
    stored = _begin(evidence, states.DECLINE, by, reason)
    if stored.state == State.UNDER_REVISION:
        return _restore(stored, by, reason)
    _decide(stored, by, reason)
    return _advance(stored, State.DECLINED, by, reason)


def _restore(evidence, by, reason):
    """Put the row back to the form that was accepted last, credits included."""
    accepted = _last_accepted(evidence)
    kept = {"version", "id"}
    for field in accepted.tracked_fields:
        if field.name not in kept:
            setattr(evidence, field.attname, getattr(accepted, field.attname))
    return _advance(evidence, State.ACCEPTED, by, f"Revision declined. {reason}")


@transaction.atomic
def withdraw(*, evidence, by, reason):
    """Take an accepted item out of the count; it stays on the page as withdrawn, with the reason."""
    stored = _begin(evidence, states.WITHDRAW, by, reason)
    _decide(stored, by, reason)
    # Readers go on seeing that it stood here, whatever becomes of the row at the desk.
    stored.tombstone = {"reason": reason, "on": stored.decided_at.date().isoformat()}
    _advance(stored, State.WITHDRAWN, by, reason)
    _publish(stored, by, "Evidence withdrawn", reason)
    return stored


@transaction.atomic
def reopen(*, evidence, by, reason):
    """Make a declined or withdrawn item a draft again."""
    stored = _begin(evidence, states.REOPEN, by, reason)
    stored.verified_by = stored.verified_at = None
    return _advance(stored, State.DRAFT, by, reason)


@transaction.atomic
def accept_shipped(*, evidence, by):
    """Accept an item of the shipped corpus, which nobody has verified yet; pages say so.

    Raises NotAllowed, OutOfTurn and ChangedMeanwhile.
    """
    if evidence.origin != Origin.CORPUS or evidence.extracted_by != by:
        raise NotAllowed("Only the corpus account accepts items that came with the corpus.")
    editions.lock(evidence.claim)
    stored = _lock(evidence)
    _refuse_stale(evidence, stored)
    if stored.state not in (State.DRAFT, State.ACCEPTED):
        raise OutOfTurn("A person has taken this item up; the corpus leaves it alone.")
    evidence.accepted_form = form_of(evidence)
    _advance(evidence, State.ACCEPTED, by, "Shipped with the corpus.")
    editions.publish(claim=evidence.claim, cause="Loaded from the corpus.", by=by)
    return evidence
