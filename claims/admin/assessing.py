"""What a claim's admin page offers a reviewer: to assess, to settle, or to sign. Decides nothing."""

from claims import reviewing
from claims.models import Assessment, Claim, Edition
from claims.rating.vocabulary import AssessmentKind, ReviewState


def offers(user, object_id):
    """Return what `user` may begin or sign on the claim; nothing without the permission."""
    claim = Claim.objects.filter(pk=object_id).first() if object_id.isdecimal() else None
    if claim is None or not user.has_perm(reviewing.ASSESS):
        return {}
    edition = Edition.objects.current().filter(claim=claim).first()
    if edition is None:
        return {}
    return {
        "state": ReviewState(edition.review_state),
        "draft": reviewing.draft_of(claim, user),
        "kinds": _kinds(edition, user),
        "consensus": _to_sign(edition, user),
        "claim": claim,
    }


def _kinds(edition, user):
    settling = []
    if edition.review_state == ReviewState.DISAGREEMENT:
        is_voice = user.pk in reviewing.disagreeing(edition.document)
        settling = [AssessmentKind.CONSENSUS if is_voice else AssessmentKind.ARBITRATION]
    return [AssessmentKind.INDEPENDENT, *settling]


def _to_sign(edition, user):
    """Return the newest consensus on this evidence that `user` has still to sign."""
    is_asked = edition.review_state == ReviewState.DISAGREEMENT and user.pk in (
        reviewing.disagreeing(edition.document)
    )
    texts = Assessment.objects.submitted().filter(
        claim=edition.claim_id, kind=AssessmentKind.CONSENSUS, recused=False
    )
    fitting = texts.filter(edition__fingerprint=edition.fingerprint).exclude(signatures__by=user)
    newest = fitting.last() if is_asked else None
    return newest if newest and not reviewing.is_overtaken(newest) else None
