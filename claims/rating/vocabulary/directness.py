"""What direct, partial and indirect mean in each dimension: the one home of the words (METHOD 1.2)."""

from .term import Term


class Directness(Term):
    DIRECT = "direct", "Direct", "What the claim is about."
    PARTIAL = "partial", "Partial", "Near enough to inform."
    INDIRECT = "indirect", "Indirect", "Far from what the claim is about."


class DirectnessDimension(Term):
    POPULATION = "population", "Population", "Who or what was studied.", "P"
    DOSE = "dose", "Dose", "Whether the dose is in the claim's range.", "D"
    OUTCOME = "outcome", "Outcome", "Whether what was measured is what the claim names.", "O"
    COMPARATOR = "comparator", "Comparator", "What it was compared with.", "C"

    @property
    def words(self) -> dict[Directness, str]:
        """Return what each level means in this dimension."""
        return WORDS[self]


WORDS = {
    DirectnessDimension.POPULATION: {
        Directness.DIRECT: "The people, or the system, that the claim is about.",
        Directness.PARTIAL: "Similar enough to inform.",
        Directness.INDIRECT: "Another kind of organism, or a very different group.",
    },
    DirectnessDimension.DOSE: {
        Directness.DIRECT: "In the claim's dose range.",
        Directness.PARTIAL: "Near that range, mixed, not known, or worked out from another species.",
        Directness.INDIRECT: "A full dose for a claim about microdoses.",
    },
    DirectnessDimension.OUTCOME: {
        Directness.DIRECT: "Measures what the claim names.",
        Directness.PARTIAL: "An accepted proxy.",
        Directness.INDIRECT: "A distant proxy.",
    },
    DirectnessDimension.COMPARATOR: {
        Directness.DIRECT: "A placebo, active or not, vehicle or another dose; for a mechanism also before and after.",
        Directness.PARTIAL: "Untreated or non-users; for an association also none.",
        Directness.INDIRECT: "For an effect only before and after, or none.",
    },
}


def directness_words(dimension: str, level: str) -> str:
    """Return what `level` means in `dimension`, a sentence. Raises ValueError for an unknown code."""
    return DirectnessDimension(dimension).words[Directness(level)]
