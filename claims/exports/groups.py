"""A bundled claim is no surer than the least sure of its outcomes: which one that is, in one sentence."""

from collections.abc import Mapping
from typing import Any

from claims.rating.vocabulary import Certainty

from .phrases import listed

NOTHING_COUNTS = "nothing counts"


def weakest_link(document: Mapping[str, Any]) -> str:
    """Return the sentence for the headline, not escaped; nothing for a claim without outcome groups."""
    groups = document["groups"]
    if not groups:
        return ""
    least = min(_level(group) for group in groups)
    names = listed(f"“{group['name']}”" for group in groups if _level(group) == least)
    certainty = next(group["certainty"] for group in groups if _level(group) == least)
    words = f"{certainty['label'].lower()} certainty" if certainty else NOTHING_COUNTS
    return f"Weakest link among its outcomes: {names} ({words})."


def _level(group: Mapping[str, Any]) -> int:
    """Return 1 (very low) to 4 (high); 0 where nothing counts."""
    return Certainty(group["certainty"]["code"]).level if group["certainty"] else 0
