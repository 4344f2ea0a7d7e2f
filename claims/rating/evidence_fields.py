"""The fields of an evidence set: which values each may have, and the remedy when it has not."""

import re
from dataclasses import dataclass
from typing import Any

from .tables import DESIGNS
from .vocabulary import (
    Asserts,
    Basis,
    Blinding,
    ClaimKind,
    Direction,
    Directness,
    OutcomeKind,
    OutcomeRole,
    Point,
    ReviewOf,
    RiskOfBias,
    Scope,
    Strength,
)

# The library's codes; the rule may not import the library.
SPECIES = (
    "human",
    "mouse",
    "rat",
    "pig",
    "other-mammal",
    "zebrafish",
    "cell-culture",
    "mixed",
    "not-applicable",
)
DOSE_REGIMES = (
    "",
    "microdose",
    "low-dose",
    "chronic-low-dose",
    "full-dose",
    "mixed",
    "not-applicable",
)
STATUSES = ("published", "corrected", "expression-of-concern", "retracted", "withdrawn")
# JSON can escape one half of a character; no file can be written with it.
HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Field:
    """What one field may hold: a JSON type, perhaps null, perhaps one of a few codes."""

    type: type
    may_be_null: bool = False
    codes: tuple[str, ...] = ()
    may_be_empty: bool = True

    def fault(self, value: Any) -> str:
        """Return the remedy for `value` in words, or "" if the field may hold it."""
        if value is None and self.may_be_null:
            return ""
        if not self._holds(value):
            return self._remedy()
        texts = value if self.type is list else [value]
        if any(isinstance(text, str) and HALF.search(text) for text in texts):
            return "write whole characters; it has half of one"
        return ""

    def _holds(self, value: Any) -> bool:
        """Exactly the type: true is no number, 2.5 and NaN are no count of people."""
        if type(value) is not self.type:
            return False
        if self.type is int:
            return value >= 0
        if self.type is list:
            return all(type(member) is str and member for member in value)
        if self.codes:
            return value in self.codes
        return self.may_be_empty or bool(value)

    def _remedy(self) -> str:
        or_null = " or null" if self.may_be_null else ""
        if self.codes:
            return (
                f"write one of {', '.join(code or 'an empty text' for code in self.codes)}{or_null}"
            )
        return f"write {self._wanted()}{or_null}"

    def _wanted(self) -> str:
        text = "a text" if self.may_be_empty else "a text that is not empty"
        words = {
            bool: "true or false",
            int: "a whole number, 0 or more",
            list: "a list of source keys",
            str: text,
        }
        return words[self.type]


def _codes(codes, *, may_be_null: bool = False) -> Field:
    values = codes.values() if hasattr(codes, "values") else codes
    return Field(str, codes=tuple(values), may_be_null=may_be_null)


NAME = Field(str, may_be_empty=False)
TEXT = Field(str)
YES_NO = Field(bool)
COUNT = Field(int, may_be_null=True)

QUESTION_FIELDS = {
    "slug": NAME,
    "kind": _codes(ClaimKind),
    "scope": _codes(Scope),
    "asserts": _codes(Asserts),
    "publication_bias_flag": YES_NO,
}
ITEM_FIELDS = {
    "id": NAME,
    "source": NAME,
    "direction": _codes(Direction),
    "design": _codes(DESIGNS),
    "study": Field(str, may_be_null=True, may_be_empty=False),
    "species": _codes(SPECIES),
    "dose_regime": _codes(DOSE_REGIMES),
    "n_analysed": COUNT,
    "outcome_kind": _codes(OutcomeKind),
    "outcome_role": _codes(OutcomeRole),
    "blinding": _codes(Blinding),
    "paired": YES_NO,
    "risk_of_bias": _codes(RiskOfBias),
    "basis": _codes(Basis),
    "d_population": _codes(Directness),
    "d_dose": _codes(Directness),
    "d_outcome": _codes(Directness),
    "d_comparator": _codes(Directness),
    "null_informative": YES_NO,
    "point": _codes(Point),
    "status": _codes(STATUSES),
    "year": COUNT,
    "review_of": _codes(ReviewOf),
    "n_studies": COUNT,
    "included_rob": _codes(RiskOfBias),
    "inconsistent_inside": YES_NO,
    "includes": Field(list),
    "includes_checked": YES_NO,
    "retracted_inside": Field(list),
    "overlap_group": TEXT,
    "large_effect": YES_NO,
    "dose_response": YES_NO,
    "opposing_bias": YES_NO,
    "strength_override": _codes(Strength, may_be_null=True),
}
REQUIRED_QUESTION = ("slug", "kind", "scope")
REQUIRED_ITEM = ("id", "source", "direction", "design")
