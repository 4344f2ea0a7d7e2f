"""The deeds of people at the desk. Each is whole or not at all, and publishes what it changes."""

from django.db import transaction

from claims import states
from claims.accepted_forms import form_of
from claims.desk_steps import (
    begin,
    check_outcome,
    check_source,
    check_turn,
    check_version,
    credit,
    decide,
    finish,
    is_shipper,
    lock,
    log,
    restore,
    stamp_override,
    write,
)
from claims.desk_steps import writers as writers
from claims.editions import lock as lock_claim
from claims.refusals import ChangedMeanwhile as ChangedMeanwhile
from claims.refusals import DeskError as DeskError
from claims.refusals import NoReason as NoReason
from claims.refusals import NotAllowed
from claims.refusals import NotYours as NotYours
from claims.refusals import OutOfTurn as OutOfTurn
from claims.refusals import OwnExtraction as OwnExtraction
from claims.refusals import SecondItem as SecondItem
from claims.refusals import Undescribed as Undescribed
from claims.states import Origin, State


@transaction.atomic
def enter(*, evidence, by, origin=Origin.DESK):
    """Store a new item as a draft, extracted by `by` today. Raises NotAllowed and SecondItem."""
    _check_may_enter(by, origin)
    lock_claim(evidence.claim)
    check_source(evidence)
    check_outcome(evidence)
    credit(evidence, by)
    evidence.state, evidence.origin = State.DRAFT, origin
    stamp_override(evidence, None, by)
    write(evidence, by, "Entered.")
    evidence.contributors.add(by)
    log(evidence, states.ENTER, by)
    return evidence


def _check_may_enter(by, origin):
    may_enter = by.has_perm(states.ENTER.permission)
    if not (is_shipper(by) if origin == Origin.CORPUS else may_enter):
        raise NotAllowed("You may not enter evidence; ask for the role of an editor.")


@transaction.atomic
def change(*, evidence, by, reason):
    """Store the changed fields of `evidence`; an accepted item becomes under revision.

    Its accepted form stays public until a second person accepts the change. Raises NotAllowed,
    NoReason, OutOfTurn, SecondItem, and ChangedMeanwhile if `evidence.version` is not the stored one.
    """
    stored = begin(evidence, states.CHANGE, by, reason)
    check_version(evidence, stored)
    check_outcome(evidence)
    if stored.state == State.ACCEPTED or stored.origin == Origin.CORPUS:
        credit(evidence, by)
    evidence.contributors.add(by)
    stamp_override(evidence, stored, by)
    evidence.state = stored.state
    return finish(evidence, states.CHANGE, by, reason)


@transaction.atomic
def propose(*, evidence, by):
    """Hand a draft to a second person."""
    stored = begin(evidence, states.PROPOSE, by)
    check_source(stored)
    return finish(stored, states.PROPOSE, by, words="Proposed.")


@transaction.atomic
def take_back(*, evidence, by):
    """Make a proposed item a draft again, or give a revision up; for whoever wrote it.

    Raises NotYours for anybody else.
    """
    stored = begin(evidence, states.TAKE_BACK, by)
    if stored.state == State.UNDER_REVISION:
        restore(stored)
    return finish(stored, states.TAKE_BACK, by, words="Taken back.")


@transaction.atomic
def set_aside(*, evidence, by, reason):
    """Give a draft up: it is declined, or withdrawn again if it had been withdrawn before."""
    stored = begin(evidence, states.SET_ASIDE, by, reason)
    decide(stored, by, reason)
    return finish(stored, states.SET_ASIDE, by, reason)


@transaction.atomic
def accept(*, evidence, by):
    """Make a proposed item, or a revision, public. Raises OwnExtraction for whoever wrote it."""
    stored = begin(evidence, states.ACCEPT, by)
    check_source(stored)
    decide(stored, by)
    stored.verified_by, stored.verified_at = by, stored.decided_at
    stored.accepted_form, stored.tombstone = form_of(stored), None
    cause = f"Evidence accepted: {stored}."
    return finish(stored, states.ACCEPT, by, words="Accepted.", cause=cause)


@transaction.atomic
def decline(*, evidence, by, reason):
    """Refuse a proposed item with a reason; a refused revision goes back to the accepted form."""
    stored = begin(evidence, states.DECLINE, by, reason)
    words = reason
    if stored.state == State.UNDER_REVISION:
        restore(stored)
        words = f"Revision declined. {reason}"
    else:
        decide(stored, by, reason)
    return finish(stored, states.DECLINE, by, reason, words=words)


@transaction.atomic
def withdraw(*, evidence, by, reason):
    """Take an accepted item out of the count; it stays on the page as withdrawn, with the reason."""
    stored = begin(evidence, states.WITHDRAW, by, reason)
    decide(stored, by, reason)
    # Readers go on seeing that it stood here, whatever becomes of the row at the desk.
    stored.tombstone = {"reason": reason, "on": stored.decided_at.date().isoformat()}
    cause = f"Evidence withdrawn: {stored}. {reason}"
    return finish(stored, states.WITHDRAW, by, reason, cause=cause)


@transaction.atomic
def reopen(*, evidence, by, reason):
    """Make a declined or withdrawn item a draft again."""
    stored = begin(evidence, states.REOPEN, by, reason)
    stored.verified_by = stored.verified_at = None
    return finish(stored, states.REOPEN, by, reason)


@transaction.atomic
def accept_shipped(*, evidence, by):
    """Accept an item of the shipped corpus, which nobody has verified yet; pages say so.

    Raises NotAllowed, OutOfTurn and ChangedMeanwhile.
    """
    is_shipped = evidence.origin == Origin.CORPUS and evidence.extracted_by == by
    if not (is_shipped and is_shipper(by)):
        raise NotAllowed("Only the corpus account accepts items that came with the corpus.")
    lock_claim(evidence.claim)
    stored = lock(evidence)
    check_version(evidence, stored)
    check_turn(stored, states.ACCEPT_SHIPPED)
    evidence.state, evidence.accepted_form = stored.state, form_of(evidence)
    words, cause = "Shipped with the corpus.", "Loaded from the corpus."
    return finish(evidence, states.ACCEPT_SHIPPED, by, words=words, cause=cause)
