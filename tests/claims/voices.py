"""Assessments on their way, and what readers get of them."""

from claims import reviewing
from tests.people import make_profile

OTHER_SIDE = {"verdict": "contested", "certainty": "low"}


def document(claim):
    return claim.editions.current().get().document


def state(claim):
    return document(claim)["review"]["code"]


def begun(claim, by, **fields):
    """Return a complete draft that has not been submitted."""
    make_profile(by)
    draft = reviewing.begin(claim=claim, by=by)
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft


def submit(draft, by):
    return reviewing.submit(assessment=draft, by=by, seen=reviewing.current_edition(draft.claim))
