"""Filters of the methods pages: what changing a constant does, in words."""

from django import template

from claims.methods.numbers import decides
from claims.rating.vocabulary import Certainty, Verdict
from claims.rating.wording import counted

register = template.Library()

register.filter("decides", lambda effect: decides(effect.name))


@register.filter
def answer(one):
    """{{ change.after|answer }} -> "Possibly supported, Low"; no certainty where nothing counts."""
    certainty = f", {Certainty(one.certainty).label}" if one.certainty else ""
    return f"“{Verdict(one.verdict).label}”{certainty}"


@register.filter
def told(effect):
    """{{ effect|told }} -> "2 verdicts change", "1 certainty changes"."""
    verdicts = effect.verdicts
    others = len(effect.changes) - verdicts
    parts = [(verdicts, "verdict", "verdicts"), (others, "certainty alone", "certainties alone")]
    words = " and ".join(counted(number, *nouns) for number, *nouns in parts if number)
    return f"{words} change{'' if len(effect.changes) > 1 else 's'}"
