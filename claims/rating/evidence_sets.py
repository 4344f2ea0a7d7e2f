"""Files of evidence sets, in the form of vectors.json: read with every problem named, answered."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from . import RULE, strict_json
from .certainty import suggest
from .evidence_fields import ITEM_FIELDS, QUESTION_FIELDS, REQUIRED_ITEM, REQUIRED_QUESTION, Field
from .items import Item, Question
from .strength import rate_item

TOP_LEVEL = ("rule", "defaults", "cases")
CASE_KEYS = ("name", "claim", "items", "strength", "expected", "why")
REQUIRED_CASE = ("name", "claim", "items")


class BadEvidenceSets(ValueError):
    """The file cannot be rated; `problems` holds one sentence each, with its remedy."""

    def __init__(self, problems: Iterable[str]):
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Case:
    """One evidence set: its name, the question and the items."""

    name: str
    question: Question
    items: tuple[Item, ...]


def read(text: str) -> list[Case]:
    """Return the cases of a file in the form of vectors.json.

    `rule` and `defaults` may be absent; a case's `strength`, `expected` and `why` are ignored.
    Raises BadEvidenceSets with all problems.
    """
    content = _parsed(text)
    problems = _top_level_problems(content)
    if problems:
        raise BadEvidenceSets(problems)
    defaults = content.get("defaults", {})
    problems = _fields_problems("defaults", defaults, _optional_fields(), ())
    for number, case in enumerate(content["cases"]):
        problems += _case_problems(number, case)
    problems += _repeated("cases", _names(content["cases"]), "name")
    if problems:
        raise BadEvidenceSets(problems)
    return [_case(case, defaults) for case in content["cases"]]


def answer(cases: Iterable[Case]) -> dict:
    """Return {"cases": [{"name", "strength", "expected"}]}, as vectors.json writes its outputs."""
    return {"cases": [_answer(case) for case in cases]}


def _answer(case: Case) -> dict:
    ratings = {item.id: rate_item(case.question, item) for item in case.items}
    strength = {
        key: {"level": rating.word.value, "counted": rating.counted}
        for key, rating in ratings.items()
    }
    suggestion = suggest(case.question, case.items)
    return {"name": case.name, "strength": strength, "expected": suggestion.as_expected()}


def _parsed(text: str) -> Any:
    try:
        return strict_json.parse(text, constant=float)
    except ValueError as error:
        raise BadEvidenceSets([f"The file is not JSON ({error}); correct it there."]) from None


def _top_level_problems(content: Any) -> list[str]:
    if not isinstance(content, dict):
        return [f"The file holds {_kind(content)}; write an object with a list `cases`."]
    problems = [
        f"`{key}` is not known; remove it or write one of {', '.join(TOP_LEVEL)}."
        for key in content
        if key not in TOP_LEVEL
    ]
    if not isinstance(content.get("cases"), list):
        problems.append("`cases` is missing or not a list; add a list of evidence sets.")
    if not isinstance(content.get("defaults", {}), dict):
        problems.append("`defaults` is not an object; write field names with their values.")
    if content.get("rule", RULE) != RULE:
        problems.append(
            f'`rule` is {content["rule"]!r}; this is rule "{RULE}", rate with that one.'
        )
    return problems


def _optional_fields() -> dict[str, Field]:
    return {name: field for name, field in ITEM_FIELDS.items() if name not in REQUIRED_ITEM}


def _case_problems(number: int, case: Any) -> list[str]:
    if not isinstance(case, dict):
        return [f"cases[{number}] is {_kind(case)}; write an object with name, claim and items."]
    where = f"cases[{number}]"
    if isinstance(case.get("name"), str) and case["name"]:
        where = f'case "{case["name"]}"'
    problems = _unknown(where, case, CASE_KEYS) + _missing(where, case, REQUIRED_CASE)
    if not (isinstance(case.get("name", "-"), str) and case.get("name", "-")):
        problems.append(
            f"{where}: `name` is {_shown(case['name'])}; write a text that is not empty."
        )
    problems += _claim_problems(where, case.get("claim", {}), "claim" in case)
    return problems + _items_problems(where, case.get("items", []))


def _claim_problems(where: str, claim: Any, present: bool) -> list[str]:
    if not isinstance(claim, dict):
        return [f"{where}: `claim` is {_kind(claim)}; write an object."]
    required = REQUIRED_QUESTION if present else ()
    return _fields_problems(f"{where}, claim", claim, QUESTION_FIELDS, required)


def _items_problems(where: str, items: Any) -> list[str]:
    if not isinstance(items, list):
        return [f"{where}: `items` is {_kind(items)}; write a list, empty if there are none."]
    problems = []
    for number, item in enumerate(items):
        place = f"{where}, items[{number}]"
        if not isinstance(item, dict):
            problems.append(f"{place} is {_kind(item)}; write an object.")
            continue
        if isinstance(item.get("id"), str) and item["id"]:
            place = f'{where}, item "{item["id"]}"'
        problems += _fields_problems(place, item, ITEM_FIELDS, REQUIRED_ITEM)
    return problems + _repeated(where, _names(items, "id"), "item id")


def _fields_problems(
    where: str, values: Mapping[str, Any], fields: Mapping[str, Field], required: Iterable[str]
) -> list[str]:
    problems = _unknown(where, values, fields) + _missing(where, values, required)
    for name, value in values.items():
        fault = name in fields and fields[name].fault(value)
        if fault:
            problems.append(f"{where}: `{name}` is {_shown(value)}; {fault}.")
    return problems


def _unknown(where: str, values: Mapping, known: Iterable[str]) -> list[str]:
    allowed = ", ".join(known)
    return [
        f"{where}: `{key}` is not known; remove it or write one of {allowed}."
        for key in values
        if key not in known
    ]


def _missing(where: str, values: Mapping, required: Iterable[str]) -> list[str]:
    return [f"{where}: `{key}` is missing; add it." for key in required if key not in values]


def _names(rows: list, key: str = "name") -> list[str]:
    return [row[key] for row in rows if isinstance(row, dict) and isinstance(row.get(key), str)]


def _repeated(where: str, names: list[str], what: str) -> list[str]:
    twice = sorted({name for name in names if names.count(name) > 1})
    return [f'{where}: the {what} "{name}" is used twice; give each its own.' for name in twice]


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return "null" if value is None else kinds.get(type(value), "a number")


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _case(case: Mapping, defaults: Mapping) -> Case:
    items = tuple(_item(fields, defaults) for fields in case["items"])
    return Case(case["name"], Question(**case["claim"]), items)


def _item(fields: Mapping, defaults: Mapping) -> Item:
    merged = {**defaults, **fields}
    lists = {name: tuple(merged.get(name, ())) for name in ("includes", "retracted_inside")}
    return Item(**merged | lists)
