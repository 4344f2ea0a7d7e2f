"""Which claims wait for whom: to be assessed, settled, looked at again or searched for. Changes nothing."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from claims.models import Assessment, Edition, Signature
from claims.rating.vocabulary import AssessmentKind, ReviewState
from claims.views.dates import is_search_old

FIRST_OR_SECOND = {
    ReviewState.NOT_REVIEWED: "Waits for a first assessment.",
    ReviewState.ONE_REVIEWER: "Waits for a second assessment.",
}
UNDER_REVIEW = "under-review"


@dataclass(frozen=True)
class ClaimRow:
    """One claim with the words that say why it is listed, and the one step it offers.

    `step` is a kind of assessment to begin, "go-on" or "sign" with `assessment` as the row's key, or
    empty where there is nothing for this person to do.
    """

    edition: Edition
    words: str
    step: str = ""
    assessment: int | None = None


@dataclass(frozen=True)
class Own:
    """What one person has written: drafts by claim, and the claims they have judged as they stand."""

    drafts: dict[int, int]
    judged: frozenset[int]


def current_editions():
    return list(Edition.objects.current().without_documents().in_reading_order())


def own_assessments(user, editions):
    """Return what `user` has written on the claims of these editions."""
    now = {edition.claim_id: edition.fingerprint for edition in editions}
    rows = Assessment.objects.filter(reviewer=user).values_list(
        "pk", "claim_id", "submitted_at", "edition__fingerprint"
    )
    drafts, judged = {}, set()
    for pk, claim, submitted_at, seen in rows:
        if submitted_at is None:
            drafts[claim] = pk
        elif now.get(claim) == seen:
            judged.add(claim)
    return Own(drafts, frozenset(judged))


def to_assess(editions, own):
    """Begun assessments first, then the claims that wait for a first or a second one."""
    begun = [
        ClaimRow(edition, "You have begun an assessment.", "go-on", own.drafts[edition.claim_id])
        for edition in editions
        if edition.claim_id in own.drafts
    ]
    return begun + [
        ClaimRow(edition, FIRST_OR_SECOND[edition.review_state], AssessmentKind.INDEPENDENT.value)
        for edition in editions
        if edition.review_state in FIRST_OR_SECOND and _is_open(edition, own)
    ]


def to_look_at(editions, own):
    """Claims whose answer was decided by a study that has been retracted since."""
    words = "A study that decided the answer was retracted, and nobody has looked again yet."
    fallen = [one for one in editions if one.summary.get("headline") == UNDER_REVIEW]
    return [ClaimRow(edition, words, _step_again(edition, own)) for edition in fallen]


def stale(editions, own):
    """Claims whose evidence has changed since they were assessed."""
    words = "The evidence has changed since it was assessed."
    changed = [one for one in editions if one.review_state == ReviewState.STALE]
    return [ClaimRow(edition, words, _step_again(edition, own)) for edition in changed]


def _is_open(edition, own):
    return edition.claim_id not in own.judged and edition.claim_id not in own.drafts


def _step_again(edition, own):
    return AssessmentKind.INDEPENDENT.value if _is_open(edition, own) else ""


def search_overdue(editions, today):
    """Claims that nobody has searched for, or not for a year, the longest neglected first."""
    due = [
        one for one in editions if one.searched_on is None or is_search_old(one.searched_on, today)
    ]
    due.sort(key=lambda one: (one.searched_on is not None, one.searched_on or today))
    return [ClaimRow(edition, _last_search(edition)) for edition in due]


def _last_search(edition):
    day = edition.searched_on
    return f"Last searched on {day.day} {day:%B %Y}." if day else "No search is recorded."


def to_settle(user, editions, own):
    """Claims on which two reviewers disagree, each with what `user` may do about it."""
    parted = [one for one in editions if one.review_state == ReviewState.DISAGREEMENT]
    texts = _consensus_texts(user, parted)
    return [_settlement(user, edition, own, texts.get(edition.claim_id)) for edition in parted]


def voices(summary):
    """Return the keys of the people whose independent assessments disagree."""
    return {
        one["reviewer"]
        for one in summary.get("assessments", [])
        if one["counts"] and one["kind"]["code"] == AssessmentKind.INDEPENDENT
    }


def _settlement(user, edition, own, text):
    if user.pk in voices(edition.summary):
        return _own_disagreement(edition, own, text)
    if edition.claim_id in own.drafts:
        return ClaimRow(edition, "You have begun an assessment of it; go on above.")
    return ClaimRow(edition, "Waits for a third person.", AssessmentKind.ARBITRATION.value)


def _own_disagreement(edition, own, text):
    if text and not text.is_signed:
        return ClaimRow(edition, "A consensus waits for your signature.", "sign", text.pk)
    if text:
        return ClaimRow(edition, "You have signed a consensus; it waits for the others.")
    if edition.claim_id in own.drafts:
        return ClaimRow(edition, "You have begun to settle it; go on above.")
    return ClaimRow(
        edition,
        "You are one of the two: write a consensus that both sign, or leave it to a third person.",
        AssessmentKind.CONSENSUS.value,
    )


def _consensus_texts(user, editions):
    """Return the newest consensus on each claim as it now stands; one to sign before one signed."""
    now = {edition.claim_id: edition.fingerprint for edition in editions}
    signed = Signature.objects.filter(assessment=OuterRef("pk"), by=user)
    texts = Assessment.objects.submitted().filter(
        claim__in=now, kind=AssessmentKind.CONSENSUS, recused=False
    )
    rows = (
        texts.select_related("edition")
        .defer("edition__document")
        .annotate(is_signed=Exists(signed))
    )
    fitting = [row for row in rows if row.edition.fingerprint == now[row.claim_id]]
    # Later ones replace earlier ones, and unsigned ones come last.
    return {row.claim_id: row for row in sorted(fitting, key=lambda row: not row.is_signed)}
