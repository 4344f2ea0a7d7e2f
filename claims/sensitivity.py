"""What hangs on each of the rule's numbers, over documents: constants halved and doubled. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claims.rated_documents import items_of, question_of
from claims.rating.constants import METHOD
from claims.rating.items import Item, Question
from claims.rating.variations import Answer, answers, variations


@dataclass(frozen=True)
class Change:
    """A claim whose answer is another with another constant."""

    slug: str
    statement: str
    before: Answer
    after: Answer

    @property
    def is_of_verdict(self) -> bool:
        return self.before.verdict != self.after.verdict


@dataclass(frozen=True)
class Effect:
    """What changing one constant does: the value it takes and the claims that change."""

    name: str
    change: str
    value: Any
    changes: tuple[Change, ...]

    @property
    def is_change(self) -> bool:
        """One thing cannot be halved: the number stays what it is."""
        return self.value != getattr(METHOD, self.name)

    @property
    def verdicts(self) -> int:
        return sum(change.is_of_verdict for change in self.changes)


def rated(document: Mapping[str, Any]) -> tuple[Question, tuple[Item, ...]]:
    """Return the question and the items that a document was rated from."""
    return question_of(document), tuple(items_of(document).values())


def effects(documents: Iterable[Mapping[str, Any]]) -> list[Effect]:
    """Return the effect of halving and doubling each constant on every claim."""
    rows = [(document["claim"], answers(*rated(document))) for document in documents]
    return [Effect(one.name, one.change, one.value, _changes(one, rows)) for one in variations()]


def _changes(one, rows) -> tuple[Change, ...]:
    told = (
        Change(claim["slug"], claim["statement"], given["", ""], given[one.name, one.change])
        for claim, given in rows
    )
    return tuple(change for change in told if change.before != change.after)


def by_claim(editions: Iterable, found: Iterable[Effect]) -> list[tuple[Any, list[Effect]]]:
    """Return each edition with the effects that give its claim another verdict."""
    found = list(found)
    return [(edition, [one for one in found if _moves(one, edition.slug)]) for edition in editions]


def _moves(effect: Effect, slug: str) -> bool:
    return any(change.slug == slug and change.is_of_verdict for change in effect.changes)
