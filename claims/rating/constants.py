"""The numbers of the rule that could have been others: METHOD's are the defaults, and the only ones in use.

Others are put in by `sensitivity` alone, to see what hangs on each (METHOD 4, attack 7).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from . import tables

SIZE_PEOPLE, SIZE_PEOPLE_FEW, _ = tables.SIZE_STEP_PEOPLE
SIZE_MECHANISM, SIZE_MECHANISM_FEW, _ = tables.SIZE_STEP_PEOPLE_MECHANISM
SIZE_ANIMALS, _ = tables.SIZE_STEP_ANIMALS
PEOPLE, PEOPLE_FEW, _ = tables.IMPRECISION_PEOPLE
STUDIES, STUDIES_FEW, _ = tables.IMPRECISION_STUDIES


@dataclass(frozen=True, kw_only=True)
class Constants:
    """Every number of METHOD 1.3-1.5 that halving or doubling leaves a number."""

    size_people: int = SIZE_PEOPLE
    size_people_few: int = SIZE_PEOPLE_FEW
    size_mechanism: int = SIZE_MECHANISM
    size_mechanism_few: int = SIZE_MECHANISM_FEW
    size_animals: int = SIZE_ANIMALS
    size_unknown: int = tables.UNKNOWN_SIZE_STEP
    paired: int = tables.PAIRED_FACTOR
    several_not_direct: int = tables.SEVERAL_NOT_DIRECT
    review_overlap: Fraction = tables.REVIEW_OVERLAP_LIMIT
    weight_strong: int | Fraction = tables.WEIGHT[tables.STRONG]
    weight_moderate: int | Fraction = tables.WEIGHT[tables.MODERATE]
    weight_weak: int | Fraction = tables.WEIGHT[tables.WEAK]
    lean: Fraction = tables.LEAN_AGAINST
    minority: Fraction = tables.MINORITY_NEGLIGIBLE
    inconsistency_most: int = tables.INCONSISTENCY_MOST
    people: int = PEOPLE
    people_few: int = PEOPLE_FEW
    studies: int = STUDIES
    studies_few: int = STUDIES_FEW
    small_study: int = tables.SMALL_STUDY
    small_studies: int = tables.SMALL_STUDIES_SUSPECT
    raise_start: int = tables.RAISE_START
    raise_most: int = tables.RAISE_MOST
    large_effect: int = tables.LARGE_EFFECT_STUDIES
    convergence_studies: int = tables.CONVERGENCE_STUDIES
    convergence_materials: int = tables.CONVERGENCE_MATERIALS

    def weight(self, rung: int) -> int | Fraction:
        """Return the weight of a deciding study; the very weak decide only among themselves."""
        weights = {
            tables.STRONG: self.weight_strong,
            tables.MODERATE: self.weight_moderate,
            tables.WEAK: self.weight_weak,
        }
        return weights.get(rung, tables.WEIGHT[tables.VERY_WEAK])


METHOD = Constants()


def missed(number: int, thresholds: Iterable[int]) -> int:
    """Return how many of the thresholds `number` does not reach: a step for each."""
    return sum(number < threshold for threshold in thresholds)
