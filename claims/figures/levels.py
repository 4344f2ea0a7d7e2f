"""The scale of certainty in a drawing: a labelled line for each level, and one for no certainty beneath them."""

from dataclasses import dataclass

from claims.rating.vocabulary import Certainty

# Where no study counts there is no certainty: beneath the lowest.
NOTHING = "Nothing counts"
# Reviewers disagree, or nobody has looked again since a retraction.
UNSTATED = "None for now"
LABELS = (*(term.label for term in reversed(Certainty)), NOTHING)


@dataclass(frozen=True)
class Line:
    """One level of the scale with its label."""

    label: str
    y: int


@dataclass(frozen=True)
class Scale:
    """Where the levels stand: how far down the highest is, and each beneath the one before."""

    top: int
    rise: int

    def y(self, level: int) -> int:
        return self.top + self.rise * (len(LABELS) - 1 - level)

    def lines(self, *, is_open: bool) -> tuple[Line, ...]:
        """Return the levels; the lowest is named for what stands on it, an open verdict or no study."""
        labels = (*LABELS[:-1], UNSTATED if is_open else NOTHING)
        return tuple(
            Line(label, self.top + self.rise * place) for place, label in enumerate(labels)
        )


def level_of(certainty: str) -> int:
    """Return the level of an edition's certainty, 0 where it has none."""
    return Certainty(certainty).level if certainty else 0
