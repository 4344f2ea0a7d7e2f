"""What a claim says before anything is rated (METHOD 1.1)."""

from .term import Term


class ClaimKind(Term):
    EFFECT = "effect", "Effect", "Taking it changes something in people (benefit or function)."
    MECHANISM = "mechanism", "Mechanism", "A biological action: receptor, cell, network, molecule."
    ASSOCIATION = "association", "Association", "Two things occur together."
    OCCURRENCE = (
        "occurrence",
        "Occurrence",
        "Something happens, or how often or how variably it happens.",
    )


class Scope(Term):
    MICRODOSE = "microdose", "Microdose", "The claim is about microdoses."
    GENERAL = "general", "Any dose", "The claim is about psychedelics at any psychoactive dose."
    BACKGROUND = "background", "Background", "The claim is not about a dose."


class Asserts(Term):
    EFFECT = "effect", "Something is there", "The claim says that something happens."
    NO_EFFECT = "no-effect", "Something is absent", "The claim says that something is absent."


class Step(Term):
    PREMISE = "premise", "General fact", "What the article takes as known about psychedelics."
    MICRODOSE = "microdose", "Microdose version", "The general fact carried over to microdoses."
    BENEFIT = "benefit", "Benefit", "What people are said to gain."
    CONSIDERATION = "consideration", "Consideration", "A caution the article puts beside its case."
