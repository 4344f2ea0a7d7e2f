"""The reasons under a summary of findings, each with its letters in the table."""

from collections.abc import Iterable, Mapping
from string import ascii_lowercase
from typing import Any

from claims.rating.vocabulary import Domain

from .escaping import plain
from .names import with_names
from .phrases import signed


class Footnotes:
    """Collects reasons; the same reason keeps its letter."""

    def __init__(self):
        self._letters: dict[str, str] = {}

    def mark(self, reasons: Iterable[str]) -> str:
        """Return " ^a,b^" for the reasons, or nothing for none."""
        letters = [self._letter(reason) for reason in reasons]
        return f" ^{','.join(letters)}^" if letters else ""

    def _letter(self, reason: str) -> str:
        return self._letters.setdefault(reason, _letters(len(self._letters)))

    def lines(self) -> list[str]:
        """Return every reason after its letter."""
        return [f"{letter} {plain(reason)}" for reason, letter in self._letters.items()]


def _letters(place: int) -> str:
    """Return a, b ... z, aa, ab ..."""
    more, last = divmod(place, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]


def reasons(suggestion: Mapping[str, Any], document: Mapping[str, Any]) -> list[str]:
    """Return every step that changed the certainty after its start, in words with its levels."""
    if "steps" not in suggestion:
        return _without_words(suggestion)
    return [with_names(_with_levels(step), document) for step in changing(suggestion["steps"])]


def reviewers_reasons(assessment: Mapping[str, Any]) -> list[str]:
    """Return what a reviewer took off the certainty or added to it, not escaped."""
    words = [
        f"{one['label']}, {signed(one['levels'])}, by the reviewers: {one['reason']}"
        for one in assessment["domains"]
        if one["levels"]
    ]
    if assessment["raised"]:
        label = Domain.RAISED_FOR.label
        raised = f"{label}, {signed(assessment['raised'])}, by the reviewers: "
        words.append(raised + assessment["raised_reason"])
    return words


def changing(steps: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the steps that moved the certainty away from its start."""
    return [step for step in steps if step["levels"] and step["domain"] != Domain.START]


def _with_levels(step: Mapping[str, Any]) -> str:
    label = Domain(step["domain"]).label
    if step["words"].startswith(f"{label}, "):
        return step["words"]
    return f"{label}, {signed(step['levels'])}: {step['words']}"


def _without_words(suggestion: Mapping[str, Any]) -> list[str]:
    """The first editions kept the levels of an outcome group without their sentences."""
    return [
        f"{Domain(name).label}, {signed(levels)}: {Domain(name).definition}"
        for name, levels in suggestion["domains"]
        if levels
    ]
