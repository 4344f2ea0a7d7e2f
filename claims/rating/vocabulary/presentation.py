"""Domains, states of review and streams: the names of parts that pages show (METHOD 1.5, 1.7, 2)."""

from .term import Term


class Domain(Term):
    START = "start", "Start", "The level the designs of the leading studies begin at."
    RISK_OF_BIAS = (
        "risk of bias",
        "Risk of bias",
        "Weaknesses in how the studies were done that could bend their results.",
    )
    INCONSISTENCY = "inconsistency", "Inconsistency", "Studies that disagree with one another."
    INDIRECTNESS = (
        "indirectness",
        "Indirectness",
        "Other people, doses, outcomes or comparisons than the claim names.",
    )
    IMPRECISION = "imprecision", "Imprecision", "Too few people, or too few studies, to be sure."
    PUBLICATION_BIAS = (
        "publication bias",
        "Publication bias",
        "Signs that results the other way were not published.",
    )
    RAISED_FOR = "raised for", "Raised for", "Features that make chance or bias less likely."
    LIMIT = "limit", "Limit", "A level that this kind of evidence cannot exceed."


class ReviewState(Term):
    """The seven states of review; labels are what readers are shown."""

    NOT_REVIEWED = (
        "not-reviewed",
        "Automatic suggestion, not yet reviewed",
        "No submitted assessment.",
    )
    ONE_REVIEWER = "one-reviewer", "Assessed by one reviewer", "One current assessment."
    AGREED = (
        "agreed",
        "Assessed by two reviewers",
        "Two current assessments: same side, same certainty.",
    )
    NEAR_AGREED = (
        "near-agreed",
        "Assessed by two reviewers, one step apart",
        "Same side, one certainty step apart: the lower certainty is shown.",
    )
    DISAGREEMENT = (
        "disagreement",
        "Reviewers disagree",
        "Opposite sides, or two or more steps apart: both are shown, with reasons.",
    )
    RESOLVED = (
        "resolved",
        "Settled after disagreement",
        "A consensus signed by both, or a third person's arbitration; both originals are kept.",
    )
    STALE = (
        "stale",
        "Out of date",
        "The evidence has changed since: the current suggestion is shown beside the last verdict.",
    )


# States in which two people have judged, whether or not they agree.
JUDGED_BY_TWO = (
    ReviewState.AGREED,
    ReviewState.NEAR_AGREED,
    ReviewState.DISAGREEMENT,
    ReviewState.RESOLVED,
)


class Stream(Term):
    TRIALS_MICRODOSE = "trials-microdose", "Trials at microdose", "Trials in people at microdoses."
    TRIALS_FULL_DOSE = "trials-full-dose", "Trials at full dose", "Trials in people at full doses."
    OTHER_HUMAN = (
        "other-human",
        "Other human studies",
        "Trials at other doses, trials without randomisation, and studies that observed people.",
    )
    SURVEYS = "surveys", "Surveys", "People asked at one time."
    ANIMALS = "animals", "Animals", "Experiments in animals."
    CELLS = "cells", "Cells", "Work in cells or tissue."
    REVIEWS = "reviews", "Reviews", "Work that gathers other studies."
