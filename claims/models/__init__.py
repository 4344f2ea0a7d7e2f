"""What is claimed, what bears on it, what was decided, and what readers see."""

from claims.models.assessment import Assessment, Signature
from claims.models.card import Card
from claims.models.claim import Claim, Mechanism
from claims.models.contribution import Contribution
from claims.models.edition import Citation, Edition, Immutable
from claims.models.evidence import Evidence
from claims.models.log import LogLine
from claims.models.note import ReaderNote
from claims.models.people import Assignment, Profile
from claims.models.search import SearchRecord
from claims.models.search_document import SearchDocument, SearchWord

__all__ = [
    "Assessment",
    "Assignment",
    "Card",
    "Citation",
    "Claim",
    "Contribution",
    "Edition",
    "Evidence",
    "Immutable",
    "LogLine",
    "Mechanism",
    "Profile",
    "ReaderNote",
    "SearchDocument",
    "SearchRecord",
    "SearchWord",
    "Signature",
]
