"""Where an assessment is written, and what its form sends."""

from django.urls import reverse

from claims import reviewing
from claims.assessment_checks import DOMAINS


def write(draft):
    return reverse("admin:claims_assessment_write", args=[draft.pk])


def answers(draft, **changed):
    """Return a whole form as a browser sends it."""
    edition = reviewing.current_edition(draft.claim)
    given = {"seen": edition.number, "version": draft.version, "submit": "1"}
    given |= dict.fromkeys(DOMAINS, "none")
    given |= {f"{name}_reason": "Nothing to take off." for name in DOMAINS}
    given |= {
        "raised": "0",
        "verdict": "contested",
        "certainty": "low",
        "departure_reason": "The two largest trials point in different directions to my mind.",
        "lay_sentence": "Trials disagree about this.",
        "rationale": "Both trials were sound.",
        "interests": "None declared.",
    }
    return given | changed
