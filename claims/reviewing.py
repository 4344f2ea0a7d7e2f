"""The deeds of reviewers on claims: begin, keep, submit, sign. Each is whole or not at all (METHOD 1.7)."""

from django.db import transaction
from django.utils import timezone

from claims import assignments, editions
from claims.accepted_forms import public_name
from claims.assessment_checks import departs, problems, suggested
from claims.models import Assessment, Contribution, Edition, Evidence, Signature
from claims.people import is_due
from claims.rating.vocabulary import AssessmentKind, ReviewState
from claims.refusals import (
    ChangedMeanwhile,
    Incomplete,
    InterestsTooOld,
    NotAllowed,
    NotThisPerson,
    OutOfTurn,
)

ASSESS = "claims.assess_claim"
CAUSES = {
    AssessmentKind.INDEPENDENT: "Assessed by {}.",
    AssessmentKind.CONSENSUS: "Consensus written by {}; counts when all have signed.",
    AssessmentKind.ARBITRATION: "Arbitration by {}.",
}


def current_edition(claim):
    """Return what readers see of the claim; raises OutOfTurn if nothing of it is published."""
    edition = Edition.objects.current().filter(claim=claim).first()
    if edition is None:
        raise OutOfTurn("Nothing of this claim is published; run `manage.py republish` first.")
    return edition


def draft_of(claim, user):
    """Return the person's unsubmitted assessment of the claim, or None."""
    return Assessment.objects.filter(claim=claim, reviewer=user, submitted_at=None).first()


@transaction.atomic
def begin(*, claim, by, kind=AssessmentKind.INDEPENDENT):
    """Return the person's draft assessment of the claim as it now stands; a begun one goes on.

    Raises NotAllowed, and what `_refuse_turn` raises for a consensus or an arbitration.
    """
    _refuse_stranger(by)
    editions.lock(claim)
    edition = current_edition(claim)
    _refuse_turn(edition, by, kind)
    draft = draft_of(claim, by)
    if draft is None:
        draft = Assessment(
            claim=claim, reviewer=by, kind=kind, edition=edition, started_at=timezone.now()
        )
    if draft.kind != kind:
        # A window that still shows the other kind must not submit it as this one.
        draft.kind, draft.version = kind, draft.version + 1
    draft.save()
    return draft


def _refuse_stranger(by):
    if not by.has_perm(ASSESS):
        raise NotAllowed("You may not assess claims; ask for the role of a reviewer.")


def _refuse_turn(edition, by, kind):
    """A consensus is for those who disagree, an arbitration for anybody else, both only then."""
    if kind == AssessmentKind.INDEPENDENT:
        return
    if edition.review_state != ReviewState.DISAGREEMENT:
        raise OutOfTurn(
            "Nothing is to be settled: a consensus or an arbitration follows only where two"
            " current assessments disagree. Go on with it as an independent one instead, from the"
            " claim's page; what you wrote is kept."
        )
    is_voice = by.pk in disagreeing(edition.document)
    if kind == AssessmentKind.CONSENSUS and not is_voice:
        raise NotThisPerson("Only those who disagree write a consensus; arbitrate instead.")
    if kind == AssessmentKind.ARBITRATION and is_voice:
        raise NotThisPerson(
            "You are one of those who disagree; a third person arbitrates, or you write a"
            " consensus that all of you sign."
        )
    if kind == AssessmentKind.ARBITRATION and has_hand_in_all(edition.claim, by):
        raise NotThisPerson("You had a hand in every item of this claim; somebody else arbitrates.")


def disagreeing(document):
    """Return the ids of the people whose independent assessments make the state of review."""
    return {
        one["reviewer"]["id"]
        for one in document["assessments"]
        if one["counts"] and one["kind"]["code"] == AssessmentKind.INDEPENDENT
    }


@transaction.atomic
def keep(*, assessment, by):
    """Store an unfinished assessment. Raises NotAllowed, OutOfTurn and ChangedMeanwhile."""
    stored = _hold(assessment, by)
    if stored.version != assessment.version:
        raise ChangedMeanwhile(
            "You saved this assessment in another window meanwhile; open it again and compare."
        )
    assessment.version += 1
    assessment.save()
    return assessment


def _hold(assessment, by):
    """Return the stored draft, held with its claim until the transaction ends."""
    _refuse_stranger(by)
    if assessment.reviewer_id != by.pk:
        raise NotAllowed("This is somebody else's assessment; begin one of your own.")
    editions.lock(assessment.claim)
    stored = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    if stored.is_submitted:
        raise OutOfTurn("This assessment is submitted and stays so; begin a new one instead.")
    return stored


@transaction.atomic
def submit(*, assessment, by, seen):
    """Submit an assessment for good and publish the claim; `seen` is the edition looked at.

    Raises what `keep` raises, ChangedMeanwhile if the evidence is no longer what was seen,
    InterestsTooOld, and Incomplete with every missing field.
    """
    keep(assessment=assessment, by=by)
    now, edition = timezone.now(), current_edition(assessment.claim)
    if seen.fingerprint != edition.fingerprint:
        raise ChangedMeanwhile(
            f"The evidence has changed since edition {seen.number}, which you looked at. Nothing"
            " was submitted; what you wrote is kept. Look at what changed, then submit again."
        )
    _refuse_turn(edition, by, assessment.kind)
    _refuse_old_interests(by, now.date())
    if missing := problems(assessment, edition.document, (by.first_name, by.last_name)):
        raise Incomplete(missing)
    assessment.edition = seen
    _stamp(assessment, edition.document, by, now)
    assessment.save()
    _sign(assessment, by, now)
    _close_assignments(assessment, by)
    editions.publish(claim=assessment.claim, cause=_cause(assessment, by), by=by)
    return assessment


def _refuse_old_interests(by, today):
    profile = getattr(by, "profile", None)
    if profile is None or is_due(profile, today):
        raise InterestsTooOld(
            "Your public profile is missing, or its statement of interests is older than a year."
            " Open “My profile”, renew it, then submit again; what you wrote is kept."
        )


def _stamp(assessment, document, by, now):
    """Freeze what the record needs to be understood later."""
    assessment.suggested = suggested(document)
    assessment.departs = not assessment.recused and departs(assessment, assessment.suggested)
    assessment.extracted_all = has_hand_in_all(assessment.claim, by)
    earlier = Assessment.objects.submitted().filter(claim=assessment.claim, reviewer=by)
    assessment.supersedes = earlier.last()
    assessment.submitted_at = now


def has_hand_in_all(claim, user):
    """Whether the person wrote part of every public item of the claim, and there is one."""
    public = Evidence.objects.public().filter(claim=claim)
    own = Contribution.objects.filter(evidence__in=public, user=user)
    return public.exists() and own.count() == public.count()


def _cause(assessment, by):
    name = public_name(by)
    if assessment.recused:
        return f"{name} recused themselves."
    return CAUSES[AssessmentKind(assessment.kind)].format(name)


def _sign(assessment, by, now):
    if assessment.kind == AssessmentKind.CONSENSUS and not assessment.recused:
        Signature.objects.create(assessment=assessment, by=by, at=now)


def _close_assignments(assessment, by):
    kind = AssessmentKind(assessment.kind)
    task = "arbitrate" if kind == AssessmentKind.ARBITRATION else "assess"
    assignments.close_done(claim=assessment.claim, task=task, to=by, by=by)


@transaction.atomic
def sign(*, assessment, by):
    """Sign a consensus that another reviewer wrote, and publish the claim.

    Raises NotAllowed, OutOfTurn and NotThisPerson.
    """
    _refuse_stranger(by)
    editions.lock(assessment.claim)
    edition = current_edition(assessment.claim)
    if assessment.kind != AssessmentKind.CONSENSUS or not assessment.is_submitted:
        raise OutOfTurn("Only a submitted consensus is signed.")
    if edition.review_state != ReviewState.DISAGREEMENT or not _is_of(assessment, edition):
        raise OutOfTurn("This consensus no longer fits the evidence or has been settled.")
    if by.pk not in disagreeing(edition.document):
        raise NotThisPerson("Only those who disagree sign; arbitrate instead.")
    if assessment.signatures.filter(by=by).exists():
        raise OutOfTurn("You have signed this consensus already.")
    if is_overtaken(assessment):
        raise OutOfTurn(
            "Somebody has judged the evidence anew since this consensus was written; write another."
        )
    _refuse_old_interests(by, timezone.now().date())
    Signature.objects.create(assessment=assessment, by=by, at=timezone.now())
    cause = f"Consensus signed by {public_name(by)}."
    editions.publish(claim=assessment.claim, cause=cause, by=by)
    return assessment


def is_overtaken(consensus):
    """Whether an independent assessment of the same evidence came after the consensus."""
    later = Assessment.objects.submitted().filter(
        claim=consensus.claim_id,
        kind=AssessmentKind.INDEPENDENT,
        submitted_at__gt=consensus.submitted_at,
        edition__fingerprint=consensus.edition.fingerprint,
    )
    return later.exists()


def _is_of(assessment, edition):
    return assessment.edition.fingerprint == edition.fingerprint
