"""A reader's what-if: the rule run again on one document with some of its studies left out. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from claims.rated_documents import (
    headline_terms,
    item_part,
    items_of,
    question_of,
    study_labels,
    study_part,
    suggestion_part,
)
from claims.rating import RULE
from claims.rating.certainty import suggest
from claims.rating.floors import effective_bias
from claims.rating.items import Item, Question
from claims.rating.studies import fold
from claims.rating.variations import conclusion
from claims.rating.vocabulary import Blinding, Verdict
from claims.rating.wording import listed
from claims.switches import FLOOR, STUDY, SWITCHES, Result, Switch

NOTHING_LEFT = "In your view nothing is left to count."


class UnknownSwitch(ValueError):
    """Somebody asks to leave out what we have no switch for; the message says what there is."""


@dataclass(frozen=True)
class Asked:
    """What a reader wants left out: codes of switches, keys of studies, and whether the floor is."""

    switches: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    no_floor: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """Return it as the address has it, whatever order it was asked in."""
        floor = (FLOOR,) if self.no_floor else ()
        return (*self.switches, *floor, *(STUDY + key for key in self.studies))

    def __bool__(self):
        return bool(self.codes)

    def toggled(self, code: str) -> tuple[str, ...]:
        """Return the codes with this one added, or taken away if it is there."""
        if code in self.codes:
            return tuple(one for one in self.codes if one != code)
        return (*self.codes, code)


@dataclass(frozen=True)
class Answer:
    """What the rule makes of some evidence, in short."""

    verdict: str
    certainty: str | None
    counted: int

    @property
    def side(self) -> str:
        """Return the side of the verdict."""
        return Verdict(self.verdict).side.value


def answer(question: Question, items: Iterable[Item]) -> Answer:
    """Return verdict and certainty as `suggest` does, without what would change them."""
    studies = fold(question, items).studies
    told = conclusion(question, studies)
    return Answer(told.verdict, told.certainty, len(studies))


@dataclass(frozen=True)
class RatedDocument:
    """A document as the rule was given it when it was composed."""

    document: Mapping[str, Any]

    @property
    def can_be_rated(self) -> bool:
        """Return whether this is the rule that the document was composed by."""
        return self.document["rule"] == RULE

    @cached_property
    def question(self) -> Question:
        """Return the claim as the rule knows it."""
        return question_of(self.document)

    @cached_property
    def items(self) -> dict[str, Item]:
        """Return {id: item} in the order of the document."""
        return items_of(self.document)

    @cached_property
    def labels(self) -> dict[str, str]:
        """Return {study key: label}."""
        return study_labels(self.items.values(), self.document["sources"])

    @cached_property
    def studies(self) -> dict[str, list[Result]]:
        """Return {key: results} of all that could count.

        What never counts stays where it is: a review is held down by a retracted study inside it.
        """
        studies = defaultdict(list)
        for form in self.document["evidence"]:
            if form["use"] != "excluded":
                record = self.document["sources"][form["source"]]
                result = Result(self.items[form["id"]], record)
                studies[result.study].append(result)
        return dict(sorted(studies.items()))

    @cached_property
    def counted(self) -> set[str]:
        """Return the keys of the studies that count in the document."""
        return {study["key"] for study in self.document["studies"]}

    @cached_property
    def real(self) -> Answer:
        """Return the answer that the document itself gives."""
        suggestion = self.document["suggestion"]
        return Answer(suggestion["verdict"], suggestion["certainty"], suggestion["counted_studies"])

    def parse(self, text: str) -> Asked:
        """Return what a list between commas asks for. Raises UnknownSwitch."""
        codes = {code for code in text.split(",") if code}
        known = {*SWITCHES, FLOOR, *(STUDY + key for key in self.studies)}
        for code in sorted(codes - known):
            raise UnknownSwitch(_refusal(code))
        return Asked(
            switches=tuple(code for code in SWITCHES if code in codes),
            studies=tuple(key for key in self.studies if STUDY + key in codes),
            no_floor=FLOOR in codes,
        )

    def fitting(self, switch: Switch) -> dict[str, set[str]]:
        """Return {study key: ids of its results that the switch leaves out}, only where there are any."""
        found = {key: switch.left_out(study) for key, study in self.studies.items()}
        return {key: ids for key, ids in found.items() if ids}

    def of_unknown(self, switch: Switch) -> list[str]:
        """Return the keys of counted studies that do not say whether the switch fits them."""
        studies = {key: self.studies[key] for key in self.studies if key in self.counted}
        return [key for key, study in studies.items() if switch.is_unknown(study)]

    def lifted(self) -> dict[str, set[str]]:
        """Return {study key: ids of its results whose risk of bias the blinding floor raised}."""
        found = {
            key: {result.item.id for result in study if self._is_raised(result.item)}
            for key, study in self.studies.items()
        }
        return {key: ids for key, ids in found.items() if ids}

    def _is_raised(self, item: Item) -> bool:
        return effective_bias(self.question, item) != effective_bias(self.question, _held(item))

    def gone(self, asked: Asked) -> dict[str, list[str]]:
        """Return {id of a result left out: codes of what leaves it out}."""
        gone = defaultdict(list)
        for code in asked.switches:
            for ids in self.fitting(SWITCHES[code]).values():
                for name in ids:
                    gone[name].append(code)
        for key in asked.studies:
            for result in self.studies[key]:
                gone[result.item.id].append(STUDY + key)
        return dict(gone)

    def left(self, asked: Asked) -> dict[str, Item]:
        """Return {id: item} of what the rule is given in this view."""
        gone = self.gone(asked)
        left = {name: item for name, item in self.items.items() if name not in gone}
        return {name: _held(item) for name, item in left.items()} if asked.no_floor else left

    def answer(self, asked: Asked) -> Answer:
        """Return verdict and certainty of this view, in short."""
        return answer(self.question, self.left(asked).values())

    def view(self, asked: Asked) -> dict[str, Any]:
        """Return the document as this view sees it: the rule's part anew, all else as published."""
        left, gone = self.left(asked), self.gone(asked)
        suggestion = suggest(self.question, left.values())
        records = self.document["sources"]
        return {
            **self.document,
            "suggestion": self._suggestion(suggestion),
            "studies": [study_part(one, left, records, self.labels) for one in suggestion.studies],
            "evidence": [
                form | (_out() if form["id"] in gone else item_part(form["id"], suggestion))
                for form in self.document["evidence"]
            ],
            "groups": [self._group(group, left) for group in self.document["groups"]],
        }

    def _suggestion(self, suggestion):
        return suggestion_part(suggestion, self.labels, bool(self.document["search"]["on"]))

    def _group(self, group, left):
        forms = self.document["evidence"]
        own = [form["id"] for form in forms if form["outcome_group"] == group["slug"]]
        suggestion = suggest(self.question, [left[name] for name in own if name in left])
        terms = headline_terms(suggestion.verdict, suggestion.certainty, suggestion.reason_code)
        if group["suggestion"]["counted_studies"] and not suggestion.counted_studies:
            terms["verdict"] |= {"sentence": NOTHING_LEFT}
        return group | terms | {"suggestion": self._suggestion(suggestion)}


def _held(item: Item) -> Item:
    """Return the item as if blinding had held; nothing else in the rule asks for blinding."""
    return replace(item, blinding=Blinding.INTACT.value)


def _out() -> dict[str, str]:
    return {"use": "shown", "use_reason": "Left out in your view, not in ours."}


def _refusal(code: str) -> str:
    names = listed([*SWITCHES, FLOOR])
    if code.startswith(STUDY):
        return f"No study of this claim has the key “{code.removeprefix(STUDY)[:60]}”; take a link from the table of studies under “What if?”."
    return (
        f"“{code[:60]}” is no switch that we know. Use {names}, or {STUDY} and the key of a study, "
        "with commas between them."
    )
