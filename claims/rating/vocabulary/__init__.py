"""Every enumeration of the method once: code, label, definition, symbol, sentence for readers."""

from .directness import Directness, DirectnessDimension, directness_words
from .evidence import (
    Basis,
    Blinding,
    Comparator,
    Direction,
    OutcomeKind,
    OutcomeRole,
    Point,
    ReviewOf,
    RiskOfBias,
    RobTool,
)
from .flags import Flag, flag_words
from .presentation import JUDGED_BY_TWO, Domain, ReviewState, Stream
from .question import Asserts, ClaimKind, Scope, Step
from .results import Certainty, Lean, ReasonCode, Side, Strength, Verdict, lay_sentence
from .review import (
    CERTAINTY_OF,
    HEADLINES,
    AssessmentKind,
    Concern,
    InterestKind,
    NoVerdict,
    headline,
)
from .term import Term

__all__ = [
    "JUDGED_BY_TWO",
    "CERTAINTY_OF",
    "HEADLINES",
    "AssessmentKind",
    "Concern",
    "InterestKind",
    "NoVerdict",
    "headline",
    "Asserts",
    "Basis",
    "Blinding",
    "Certainty",
    "ClaimKind",
    "Comparator",
    "Direction",
    "Directness",
    "DirectnessDimension",
    "Domain",
    "Flag",
    "Lean",
    "OutcomeKind",
    "OutcomeRole",
    "Point",
    "ReasonCode",
    "ReviewOf",
    "ReviewState",
    "RiskOfBias",
    "RobTool",
    "Scope",
    "Side",
    "Step",
    "Stream",
    "Strength",
    "Term",
    "Verdict",
    "directness_words",
    "flag_words",
    "lay_sentence",
]
