"""What the reviewers of a claim say, as the part of its document that readers get (METHOD 1.7)."""

from django.db.models.functions import Coalesce

from claims.accepted_forms import public_name
from claims.assessment_checks import DOMAINS
from claims.comparing import changes
from claims.models import Citation
from claims.rated_documents import headline_terms, term
from claims.rating import vocabulary
from claims.rating.review_state import Judgement, counting, review_state
from claims.rating.vocabulary import AssessmentKind, NoVerdict, ReviewState


class Review:
    """The assessments of a claim beside the document composed from its evidence."""

    def __init__(self, claim, document):
        self.document = document
        self.rows = list(claim.assessments.submitted().with_people())
        deciding = _deciding({row.edition_id for row in self.rows})
        self.judgements = {row.pk: _judgement(row, deciding[row.edition_id]) for row in self.rows}
        self.standing = review_state(self.judgements.values(), document["fingerprint"])
        self.counted = counting(self.judgements.values())
        self.fallen = self._fallen(claim)

    def part(self):
        """Return the keys that this adds to the document, or replaces in it."""
        kind, verdict, certainty = self._headline()
        reason_code = self.document["suggestion"]["reason_code"]
        return headline_terms(verdict, certainty, reason_code) | {
            "headline": {"kind": kind, "fallen": self.fallen},
            "review": self._review(),
            "assessments": [self._assessment(row) for row in self.rows],
        }

    def _headline(self):
        """Return what stands at the top: its kind, a verdict or the lack of one, the certainty."""
        state, standing = self.standing.state, self.standing
        if self.fallen:
            return "under-review", NoVerdict.UNDER_REVIEW, None
        if state == ReviewState.NOT_REVIEWED:
            suggestion = self.document["suggestion"]
            return "suggestion", suggestion["verdict"], suggestion["certainty"]
        kind = "out-of-date" if standing.stale else "reviewers"
        if standing.verdict is None:
            kind = kind if standing.stale else "disagreement"
            return kind, NoVerdict.DISAGREEMENT, None
        return kind, standing.verdict, standing.certainty

    def _review(self):
        standing = self.standing
        voices = [row for row in self.rows if self._is_voice(row)]
        return term(standing.state) | {
            "on": max((_day(row) for row in voices), default=None),
            "before": term(standing.before) if standing.before else None,
            "changes": self._changes(voices) if standing.stale else [],
            "said": [row.lay_sentence for row in voices if row.lay_sentence],
        }

    def _is_voice(self, row):
        return self.judgements[row.pk] in self.standing.voices

    def _changes(self, voices):
        """Return what is different since the last of the voices looked."""
        seen = max(voices, key=lambda row: row.submitted_at).edition
        return changes(seen.document, self.document)

    def _fallen(self, claim):
        """Return the retracted sources that decided the claim once and that nobody has seen fall."""
        records = self.document["sources"]
        retracted = [key for key, record in records.items() if record["status"] == "retracted"]
        if not retracted:
            return []
        # What was cited under the key of a source that was merged since stands for the kept one.
        now = Coalesce("source__merged_into__key", "key")
        cited = Citation.objects.annotate(now=now).filter(edition__claim=claim, now__in=retracted)
        decided = dict(
            cited.filter(is_deciding=True)
            .order_by("edition__number")
            .values_list("now", "edition__number")
        )
        looked_at = [row.edition_id for row in self.rows if self._may_count(row)]
        seen = set(
            cited.filter(edition__in=looked_at, status="retracted").values_list("now", flat=True)
        )
        return [
            {"key": key, "label": records[key]["label"], "edition": number}
            for key, number in sorted(decided.items())
            if key not in seen
        ]

    def _may_count(self, row):
        return self.judgements[row.pk] in self.counted

    def _assessment(self, row):
        judged = {} if row.recused else _judged(row)
        return {
            "number": self.rows.index(row) + 1,
            "reviewer": _person(row.reviewer),
            "kind": term(vocabulary.AssessmentKind(row.kind)),
            "verdict": None,
            "certainty": None,
            "domains": [],
            "raised": 0,
            "raised_reason": "",
            "suggested": None,
            "departs": False,
            "departure_reason": "",
            "lay_sentence": "",
            "rationale": row.rationale,
            **judged,
            "interests": {
                "kinds": [vocabulary.InterestKind(kind).label for kind in row.interest_list],
                "text": row.interests,
            },
            "recused": row.recused,
            "counts": self._is_voice(row),
            "why_not": self._why_not(row),
            "signed_by": [public_name(signature.by) for signature in row.signatures.all()],
            "on": _day(row),
            "edition": row.edition.number,
            "is_current": row.edition.fingerprint == self.document["fingerprint"],
        }

    def _why_not(self, row):
        """Return why an assessment is not one of those that make the state of review."""
        one = self.judgements[row.pk]
        if self._is_voice(row):
            return ""
        told = [
            (row.recused, "Recused."),
            (one.is_author, "Wrote a study that decides."),
            (any(other.supersedes_id == row.pk for other in self.rows), "Replaced by a later one."),
            (row.edition.fingerprint != self.document["fingerprint"], f"Made for edition {row.edition.number}; the evidence has changed since."),
            (self._is_overtaken(row), "Overtaken by a later assessment."),
            (row.kind == AssessmentKind.CONSENSUS, "Not signed by everybody who disagreed."),
            (row.extracted_all, "Had a hand in every item, so is no second person."),
        ]  # fmt: skip
        return next(
            (words for holds, words in told if holds), "Not needed for the state of review."
        )

    def _is_overtaken(self, row):
        """Whether somebody judged the same evidence anew after it was to be settled."""
        later = (one.at > self.judgements[row.pk].at for one in self.standing.voices)
        return row.kind != AssessmentKind.INDEPENDENT and any(later)


def _deciding(editions):
    """Return {edition: keys of the sources that decided it}."""
    cited = Citation.objects.filter(edition__in=editions, is_deciding=True)
    keys = {edition: set() for edition in editions}
    for edition, key in cited.values_list("edition", "key"):
        keys[edition].add(key)
    return keys


def _day(row):
    return row.submitted_at.date().isoformat()


def _judgement(row, deciding):
    return Judgement(
        reviewer=str(row.reviewer_id),
        verdict=row.verdict,
        certainty=row.certainty or None,
        fingerprint=row.edition.fingerprint,
        at=row.submitted_at.timestamp(),
        kind=row.kind,
        recused=row.recused,
        extracted_all=row.extracted_all,
        is_author=bool(deciding & set(row.authored)),
        signed_by=tuple(str(signature.by_id) for signature in row.signatures.all()),
    )


def _person(user):
    profile = getattr(user, "profile", None)
    return {
        "id": user.pk,
        "name": public_name(user),
        "affiliation": profile.affiliation if profile else "",
        "orcid": profile.orcid if profile else "",
    }


def _judged(row):
    return headline_terms(row.verdict, row.certainty, "rated") | {
        "domains": [_domain(row, name) for name in DOMAINS],
        "raised": row.raised,
        "raised_reason": row.raised_reason,
        "suggested": row.suggested,
        "departs": row.departs,
        "departure_reason": row.departure_reason,
        "lay_sentence": row.lay_sentence,
    }


def _domain(row, name):
    concern = vocabulary.Concern(getattr(row, name))
    return {
        "domain": DOMAINS[name],
        "label": vocabulary.Domain(DOMAINS[name]).label,
        "concern": term(concern),
        "levels": concern.levels,
        "suggested": row.suggested["domains"][DOMAINS[name]],
        "reason": getattr(row, f"{name}_reason"),
    }
