"""What reviewers say about a claim: kinds of assessment, levels of concern, interests (METHOD 1.7)."""

from .results import Verdict
from .term import Term


class AssessmentKind(Term):
    INDEPENDENT = (
        "independent",
        "Independent",
        "Made without knowing what any other reviewer said.",
    )
    CONSENSUS = (
        "consensus",
        "Consensus",
        "Written after two reviewers disagreed; counts once both have signed it.",
    )
    ARBITRATION = "arbitration", "Arbitration", "A third person's decision after a disagreement."


class Concern(Term):
    """How much a domain takes off the certainty."""

    NONE = "none", "None", "No reason to rate down.", "0"
    SERIOUS = "serious", "Serious", "Rated down by one level.", "−1"
    VERY_SERIOUS = "very-serious", "Very serious", "Rated down by two levels.", "−2"

    @property
    def levels(self) -> int:
        """Return what it takes off, 0 to -2."""
        return -list(type(self)).index(self)


class InterestKind(Term):
    MONEY = "money", "Money", "Payments from a company or a lobby with a stake in the answer."
    EMPLOYMENT = "employment", "Employment or shares", "Work for such a company, or a part of it."
    AUTHORSHIP = "authorship", "Authorship", "Wrote one of the studies listed for the claim."
    ADVOCACY = "advocacy", "Public advocacy", "Spoke out in public for or against the practice."
    PERSONAL_USE = (
        "personal-use",
        "Personal use",
        "Uses or used it; only if the reviewer chooses to say so.",
    )


class NoVerdict(Term):
    """What stands at the top of a claim that has no single verdict for now."""

    DISAGREEMENT = (
        "reviewers-disagree",
        "Reviewers disagree",
        "Two people judged the same studies and came to different answers; both are shown below.",
        "≠",
    )
    UNDER_REVIEW = (
        "under-review",
        "Under review",
        "A study that decided this answer was retracted, and nobody has looked again yet.",
        "…",
    )

    @property
    def side(self) -> str:
        """Return the name that the site's colours know; there is no side."""
        return "none"

    @property
    def sentence(self) -> str:
        return self.definition


def headline(code: str) -> Verdict | NoVerdict:
    """Return the term at the top of a claim. Raises ValueError for an unknown code."""
    return NoVerdict(code) if code in NoVerdict.values() else Verdict(code)


HEADLINES = [*Verdict.choices(), *NoVerdict.choices()]
# The certainty that goes with each wording (METHOD 1.5, 2); the other verdicts take any.
CERTAINTY_OF = {
    Verdict.SUPPORTED: "high",
    Verdict.PROBABLY_SUPPORTED: "moderate",
    Verdict.POSSIBLY_SUPPORTED: "low",
    Verdict.POSSIBLY_NOT_SUPPORTED: "low",
    Verdict.PROBABLY_NOT_SUPPORTED: "moderate",
    Verdict.NOT_SUPPORTED: "high",
}
