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
MATERIAL_WORDS = {
    "people": ("person", "people"),
    "animals": ("animal", "animals"),
    "cells": ("sample", "samples"),
}
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


def amount(number: int, materials: Iterable[str]) -> str:
    """Return "1 person", "40 people and animals", "no samples"."""
    materials = set(materials)
    if number == 1 and len(materials) == 1:
        return f"1 {MATERIAL_WORDS[materials.pop()][0]}"
    return f"{f'{number:,}' if number else 'no'} {several(materials)}"


def several(materials: Iterable[str]) -> str:
    """Return "people and animals": what was studied, many of them."""
    return listed(plural for name, (_, plural) in MATERIAL_WORDS.items() if name in materials)


def percent(share) -> str:
    """Return a share as "33 %"; a small one is not rounded to none."""
    rounded = round(float(share) * 100)
    return "less than 1 %" if share and not rounded else f"{rounded} %"
