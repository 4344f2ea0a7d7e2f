"""What the rule says about an item, a body of evidence and a claim (METHOD 1.3, 1.5)."""

from .term import Term


class Strength(Term):
    EXCLUDED = (
        "excluded",
        "Excluded",
        "Shown, never counted: retracted, or left out by a reviewer with a reason.",
        "▯▯▯▯",
    )
    VERY_WEAK = (
        "very-weak",
        "Very weak",
        "Decides only where nothing better exists.",
        "▮▯▯▯",
    )
    WEAK = "weak", "Weak", "Counts, with several weaknesses.", "▮▮▯▯"
    MODERATE = "moderate", "Moderate", "Counts, with some weakness.", "▮▮▮▯"
    STRONG = "strong", "Strong", "A suitable design with no step down.", "▮▮▮▮"

    @property
    def rung(self) -> int:
        """Return the place on the ladder of METHOD 1.3: 0 excluded to 4 strong."""
        return list(type(self)).index(self)


class Certainty(Term):
    VERY_LOW = (
        "very-low",
        "Very low",
        "The truth may well be quite different from what the studies found.",
        "⊕◯◯◯",
    )
    LOW = (
        "low",
        "Low",
        "Our confidence is limited: better studies could change the answer.",
        "⊕⊕◯◯",
    )
    MODERATE = (
        "moderate",
        "Moderate",
        "The answer is probably right, but could still turn out differently.",
        "⊕⊕⊕◯",
    )
    HIGH = (
        "high",
        "High",
        "We are very confident that the truth lies where the studies put it.",
        "⊕⊕⊕⊕",
    )

    @property
    def level(self) -> int:
        """Return the level of METHOD 1.5: 1 very low to 4 high."""
        return list(type(self)).index(self) + 1


class Side(Term):
    FOR = "for", "For", "The studies support the claim.", "▲"
    AGAINST = "against", "Against", "The studies speak against the claim.", "▼"
    CONTESTED = "contested", "Contested", "Sound studies stand on both sides.", "◆"
    INSUFFICIENT = "insufficient", "Insufficient", "Nothing can be said yet.", "?"


class Verdict(Term):
    """The eight verdicts; the definition is METHOD section 2's sentence for readers."""

    SUPPORTED = (
        "supported",
        "Supported",
        "Good studies agree on this. We are very confident.",
        "▲",
    )
    PROBABLY_SUPPORTED = (
        "probably-supported",
        "Probably supported",
        "This is probably so. The studies agree fairly well, with some weaknesses.",
        "▲",
    )
    POSSIBLY_SUPPORTED = (
        "possibly-supported",
        "Possibly supported",
        "This may be so. The studies lean this way but leave real doubt.",
        "▲",
    )
    CONTESTED = (
        "contested",
        "Studies disagree",
        "Sound studies point in both directions.",
        "◆",
    )
    POSSIBLY_NOT_SUPPORTED = (
        "possibly-not-supported",
        "Possibly not so",
        "This may not be so. Studies that looked mostly did not find it, but leave real doubt.",
        "▼",
    )
    PROBABLY_NOT_SUPPORTED = (
        "probably-not-supported",
        "Probably not so",
        "This is probably not so. Studies large enough to notice mostly did not find it.",
        "▼",
    )
    NOT_SUPPORTED = (
        "not-supported",
        "Not so",
        "Good studies looked and did not find it. We are very confident.",
        "▼",
    )
    INSUFFICIENT = "insufficient", "We do not know", "", "?"

    @property
    def sentence(self) -> str:
        """Return the sentence for readers; empty for `insufficient`, whose reason supplies it."""
        return self.definition

    @property
    def side(self) -> Side:
        """Return the side of METHOD 1.7: for, against, contested or insufficient."""
        return next(side for side in Side if side.symbol == self.symbol)


class ReasonCode(Term):
    """Why a verdict is what it is; the definition is METHOD section 2's sentence for readers."""

    RATED = "rated", "Rated"
    STUDIES_DISAGREE = "studies-disagree", "Studies disagree"
    NO_EVIDENCE = "no-evidence", "No studies", "Nobody has studied this."
    ALL_RETRACTED = "all-retracted", "All retracted", "The only studies were retracted."
    NO_COUNTABLE_EVIDENCE = (
        "no-countable-evidence",
        "Nothing to count",
        "There are only reviews or opinions, no countable study.",
    )
    VERY_LOW_CERTAINTY = (
        "very-low-certainty",
        "Very low certainty",
        "The studies are too weak to tell.",
    )
    NO_HUMAN_EVIDENCE = (
        "no-human-evidence",
        "No people",
        "Tested in animals or cells, not in people.",
    )
    NO_MICRODOSE_EVIDENCE = (
        "no-microdose-evidence",
        "No microdoses",
        "Tested at full doses, not at microdoses.",
    )
    UNDERPOWERED_NULL = (
        "underpowered-null",
        "Too small",
        "The studies found nothing but were too small to find much.",
    )
    INCONCLUSIVE = (
        "inconclusive",
        "Inconclusive",
        "The results are too mixed or too imprecise to call.",
    )

    @property
    def sentence(self) -> str:
        """Return the sentence for readers; empty when the verdict has its own."""
        return self.definition


class Lean(Term):
    FOR = "for", "What there is leans for", "At least two thirds of the weight is for it.", "▲"
    AGAINST = (
        "against",
        "What there is leans against",
        "At most a third of the weight is for it.",
        "▼",
    )
    SPLIT = "split", "What there is points both ways", "Neither side has two thirds.", "◆"


def lay_sentence(verdict: str, reason_code: str) -> str:
    """Return the one sentence for readers: the verdict's, or its reason's when insufficient.

    Raises ValueError for an unknown code. METHOD 2, "Words for lay readers".
    """
    return Verdict(verdict).sentence or ReasonCode(reason_code).sentence
