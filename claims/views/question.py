"""The question that a claim answers, in one sentence made of its target. Pure."""

from claims.rating.vocabulary import ClaimKind
from claims.rating.wording import listed

ABSENT = ("", "not applicable")


def question(claim):
    """Return the question in plain words; nothing if no outcome is recorded."""
    target = {name: _within(text) for name, text in claim["target"].items()}
    if not target["outcomes"]:
        return ""
    asked = ASKED.get(claim["kind"], _change)(target)
    who = f"In {target['population']}: " if target["population"] else ""
    words = f"{who}{asked}?"
    return words[:1].upper() + words[1:]


def _within(text):
    """Return a text as it stands within a sentence; nothing for one that says it does not apply."""
    text = listed((text or "").strip().rstrip(".").split("; "))
    if text.casefold() in ABSENT:
        return ""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _compared(target):
    return f", compared with {target['comparator']}," if target["comparator"] else ""


def _change(target):
    return f"does {target['dose'] or 'it'}{_compared(target)} change {target['outcomes']}"


def _together(target):
    beside = f", compared with {target['comparator']}" if target["comparator"] else ""
    return f"do {target['outcomes']} differ{beside}"


def _occur(target):
    dose = f", at {target['dose']}" if target["dose"] else ""
    return f"what do studies show about {target['outcomes']}{dose}"


ASKED = {ClaimKind.ASSOCIATION: _together, ClaimKind.OCCURRENCE: _occur}
