"""How far two reviewers agree beyond chance (METHOD 1.7, "Agreement"). Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST_FOR_COEFFICIENTS = 10  # METHOD 1.7; the number is ours
# Sums of fractions miss 1 by a rounding error.
CERTAIN = 1 - 1e-12


@dataclass(frozen=True)
class Agreement:
    """Agreement over `n` pairs; a coefficient is None where it is not defined.

    `raw` is the share of identical pairs; `weighted_raw` counts near ones in part.
    """

    n: int
    raw: float | None = None
    weighted_raw: float | None = None
    kappa: float | None = None
    pooled: float | None = None
    ac1: float | None = None

    @property
    def has_coefficients(self) -> bool:
        """Below ten claims a coefficient would mean nothing."""
        return self.n >= FEWEST_FOR_COEFFICIENTS


def agreement(
    pairs: Sequence[tuple[str, str]], categories: Sequence[str], weights: str | None = None
) -> Agreement:
    """Return Cohen's kappa, its pooled form (Scott's pi) and Gwet's AC1 of the pairs.

    `weights` is None or "quadratic", for categories in order. Raises ValueError for a category
    that is not listed, for fewer than two categories, and for unknown weights.
    """
    _check(pairs, categories, weights)
    if not pairs:
        return Agreement(n=0)
    table = _weights(len(categories), weights)
    place = {category: index for index, category in enumerate(categories)}
    cells = Counter((place[one], place[other]) for one, other in pairs)
    first, second = _margins(cells, len(pairs), len(categories))
    shared = [(a + b) / 2 for a, b in zip(first, second, strict=True)]
    observed = sum(table[i][j] * count for (i, j), count in cells.items()) / len(pairs)
    return Agreement(
        n=len(pairs),
        raw=sum(one == other for one, other in pairs) / len(pairs),
        weighted_raw=observed,
        kappa=_beyond(observed, _expected(table, first, second)),
        pooled=_beyond(observed, _expected(table, shared, shared)),
        ac1=_beyond(observed, _expected_by_gwet(table, shared)),
    )


def _check(pairs, categories, weights):
    if len(categories) < 2:
        raise ValueError("Agreement needs at least two categories.")
    if weights not in (None, "quadratic"):
        raise ValueError(f"Unknown weights {weights!r}; use None or 'quadratic'.")
    unknown = {code for pair in pairs for code in pair} - set(categories)
    if unknown:
        raise ValueError(f"Not among the categories: {', '.join(sorted(unknown))}.")


def _weights(q: int, weights: str | None) -> list[list[float]]:
    """Return w_ij: 1 on the diagonal; elsewhere 0, or 1 − ((i−j)/(q−1))² if quadratic."""
    if weights is None:
        return [[float(i == j) for j in range(q)] for i in range(q)]
    return [[1 - ((i - j) / (q - 1)) ** 2 for j in range(q)] for i in range(q)]


def _margins(cells, n: int, q: int) -> tuple[list[float], list[float]]:
    first, second = [0.0] * q, [0.0] * q
    for (i, j), count in cells.items():
        first[i] += count / n
        second[j] += count / n
    return first, second


def _expected(table, first, second) -> float:
    """Return Σ w_ij p_i. p_.j, the agreement by chance of Cohen and Scott."""
    q = range(len(first))
    return sum(table[i][j] * first[i] * second[j] for i in q for j in q)


def _expected_by_gwet(table, shared) -> float:
    """Return (Σ w / (q(q−1))) Σ m_k(1−m_k)."""
    q = len(shared)
    total = sum(sum(row) for row in table)
    return total / (q * (q - 1)) * sum(m * (1 - m) for m in shared)


def _beyond(observed: float, expected: float) -> float | None:
    """Return the agreement beyond chance; None if chance alone explains everything."""
    return None if expected >= CERTAIN else (observed - expected) / (1 - expected)
