"""Small pieces of the sentences that explain a rating; plain words, never "significant"."""

from collections.abc import Iterable

DESIGN_WORDS = {
    "rct-parallel": "randomised trial",
    "rct-crossover": "randomised crossover trial",
    "self-blinded-rct": "self-blinded randomised trial",
    "nonrandomised-trial": "trial without randomisation",
    "open-label": "open-label study",
    "prospective-cohort": "study that followed people over time",
    "cross-sectional": "survey at one time",
    "case-report": "case report",
    "animal-experiment": "animal experiment",
    "in-vitro": "study in cells or tissue",
    "systematic-review": "systematic review",
    "meta-analysis": "meta-analysis",
    "narrative-review": "narrative review",
}
REVIEWED_WORDS = {
    "rct": "randomised trials",
    "cohort": "studies that followed people over time",
    "cross-sectional": "surveys",
    "mixed": "mixed designs",
    "animal": "animal experiments",
    "in-vitro": "studies in cells or tissue",
}
MATERIAL_WORDS = {"people": "people", "animals": "animals", "cells": "samples"}
MINUS = "−"


def signed(levels: int) -> str:
    """Return "+1", "0" or "−1" with a true minus sign."""
    return f"+{levels}" if levels > 0 else f"{MINUS}{-levels}" if levels else "0"


def listed(words: Iterable[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return "1 study", "2 studies": a count with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def percent(share) -> str:
    """Return a share as "33 %"."""
    return f"{round(float(share) * 100)} %"
