"""What is claimed, what bears on it, and what readers see."""

from claims.models.claim import Claim, Mechanism
from claims.models.contribution import Contribution
from claims.models.edition import Citation, Edition, Immutable
from claims.models.evidence import Evidence

__all__ = ["Citation", "Claim", "Contribution", "Edition", "Evidence", "Immutable", "Mechanism"]
