"""What the rule is given: one question (a claim) and its evidence items (METHOD 1.1, 1.2)."""

from dataclasses import dataclass
from typing import ClassVar

from .constants import METHOD, Constants


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a claim must say before anything is rated (METHOD 1.1)."""

    slug: str
    kind: str
    scope: str
    asserts: str = "effect"
    publication_bias_flag: bool = False
    constants: ClassVar[Constants] = METHOD


@dataclass(frozen=True, kw_only=True)
class Trial(Question):
    """A question asked of the rule with other constants than its own; nothing published rests on it."""

    constants: Constants


@dataclass(frozen=True, kw_only=True)
class Item:
    """One result of one source for one claim (METHOD 1.2); codes as in `vocabulary`.

    `n_analysed` counts people or animals behind this result (None: unknown); `includes` holds
    the keys of studies a review contains and
    `retracted_inside` those of them known to be retracted, whether or not they bear on this claim; `study` None means the item's own source.
    """

    id: str
    source: str
    direction: str
    design: str
    study: str | None = None
    species: str = "human"
    dose_regime: str = ""
    n_analysed: int | None = None
    outcome_kind: str = "self-report"
    outcome_role: str = "unclear"
    blinding: str = "untested"
    paired: bool = False
    risk_of_bias: str = "not-assessed"
    basis: str = "full-text"
    d_population: str = "direct"
    d_dose: str = "direct"
    d_outcome: str = "direct"
    d_comparator: str = "direct"
    null_informative: bool = False
    point: str = "not-reported"
    status: str = "published"
    year: int | None = None
    review_of: str = "mixed"
    n_studies: int | None = None
    included_rob: str = "not-assessed"
    inconsistent_inside: bool = False
    includes: tuple[str, ...] = ()
    includes_checked: bool = False
    retracted_inside: tuple[str, ...] = ()
    overlap_group: str = ""
    large_effect: bool = False
    dose_response: bool = False
    opposing_bias: bool = False
    strength_override: str | None = None

    @property
    def study_key(self) -> str:
        """The study this result belongs to: same participants, same study."""
        return self.study or self.source
