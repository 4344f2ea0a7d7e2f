"""The steps of a deed on evidence: hold and check, then row, history, edition and log as one."""

from django.utils import timezone

from claims import editions
from claims.models import Evidence, LogLine
from claims.refusals import (
    ChangedMeanwhile,
    NoReason,
    NotAllowed,
    NotYours,
    OutOfTurn,
    OwnExtraction,
    SecondItem,
    Undescribed,
)
from claims.roles import CORPUS_ACCOUNT
from claims.states import SHORTEST_REASON, Origin, State, Who


def is_shipper(by):
    """Whether `by` is the account that the corpus is loaded with; nobody can sign in with it."""
    return by.username == CORPUS_ACCOUNT and not by.is_active


def check_reason(reason, deed):
    if len(reason.strip()) < SHORTEST_REASON:
        raise NoReason(
            f"Say why: to {deed} needs a reason of at least {SHORTEST_REASON} characters, for"
            " whoever reads the history: “number analysed corrected from Table 1”."
        )


def begin(evidence, transition, by, reason=""):
    """Hold the claim and the item, and refuse what the transition table does not allow."""
    if not by.has_perm(transition.permission):
        raise NotAllowed(f"You may not {transition.words} evidence; ask for a role that may.")
    if transition.needs_reason:
        check_reason(reason, f"{transition.words} an item")
    editions.lock(evidence.claim)
    stored = lock(evidence)
    check_turn(stored, transition)
    _check_who(stored, transition, by)
    return stored


def lock(evidence):
    """Return the stored item, held until the transaction ends."""
    rows = Evidence.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("claim", "source", "extracted_by", "verified_by", "override_by").get(
        pk=evidence.pk
    )


def check_turn(stored, transition):
    if stored.state not in transition.start:
        raise OutOfTurn(
            f"This item is {stored.get_state_display().lower()} and cannot be put through"
            f" “{transition.words}”; open it again to see what happened."
        )


def _check_who(stored, transition, by):
    if transition.who == Who.ANYBODY:
        return
    wrote = by.pk in writers(stored)
    if transition.who == Who.OTHERS and wrote:
        raise OwnExtraction("You wrote part of this item; a second person must accept it.")
    if transition.who == Who.WRITERS and not wrote:
        raise NotYours(
            f"You wrote none of what waits here; {transition.words} is for its writers. If it"
            " should not go on, a reviewer declines it with a reason."
        )


def writers(evidence):
    """Return the ids of everybody who wrote what now waits, or would wait if it were proposed.

    Of a revision that is whoever wrote since the last acceptance; of anything else, whoever ever
    wrote.
    """
    if evidence.state != State.UNDER_REVISION:
        return set(evidence.contributors.values_list("pk", flat=True))
    since = evidence.history.filter(history_id__gt=last_accepted(evidence).history_id)
    return set(since.values_list("history_user", flat=True))


def last_accepted(evidence):
    return evidence.history.filter(state=State.ACCEPTED).latest("history_id")


def check_version(evidence, stored):
    if stored.version != evidence.version:
        raise ChangedMeanwhile(
            "Somebody else changed this item meanwhile; open it again and repeat your change."
        )


def check_source(evidence):
    """Refuse a source that the rule cannot rate yet, or that lives on in another one."""
    source = evidence.source
    if source.merged_into_id:
        raise Undescribed(
            f"{source.key} was merged into {source.merged_into.key}; choose that one."
        )
    if not source.is_described:
        raise Undescribed(
            f"Describe {source.key} first: its design, in whom it was done and at which dose."
        )


def check_outcome(evidence):
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


def credit(evidence, by):
    """Note who extracted the form that is now being written."""
    evidence.extracted_by, evidence.extracted_on = by, timezone.now().date()
    evidence.verified_by = evidence.verified_at = None
    evidence.origin = Origin.DESK


def decide(evidence, by, reason=""):
    evidence.decided_by, evidence.decided_at = by, timezone.now()
    evidence.decision_reason = reason


def stamp_override(evidence, stored, by):
    """Note who set an override and when; without one there is neither."""
    if not evidence.strength_override:
        evidence.override_by = evidence.override_at = None
    elif stored is None or _override(evidence) != _override(stored):
        evidence.override_by, evidence.override_at = by, timezone.now()


def _override(evidence):
    return evidence.strength_override, evidence.override_reason


def restore(evidence):
    """Put the row back to the form that was accepted last, credits included."""
    accepted = last_accepted(evidence)
    # The source may have been merged into another one since.
    kept = {"version", "id", "state", "source"}
    for field in accepted.tracked_fields:
        if field.name not in kept:
            setattr(evidence, field.attname, getattr(accepted, field.attname))


def finish(evidence, transition, by, reason="", *, words="", cause=""):
    """Write the row, its history and the log; with a `cause`, publish. Return the item.

    `words` stand in the history instead of the reason.
    """
    has_tombstone = evidence.tombstone is not None
    evidence.state = transition.lead(evidence.state, has_tombstone=has_tombstone)
    evidence.version += 1
    write(evidence, by, words or reason)
    edition = None
    if cause:
        edition = editions.publish(claim=evidence.claim, cause=cause, by=by)
    log(evidence, transition, by, reason, edition)
    return evidence


def write(evidence, by, words):
    evidence._history_user = by
    evidence._change_reason = words
    evidence.save()


def log(evidence, transition, by, reason="", edition=None):
    LogLine.objects.create(
        evidence=evidence,
        deed=transition.name,
        state=evidence.state,
        version=evidence.version,
        by=by,
        at=timezone.now(),
        reason=reason,
        edition=edition,
    )
