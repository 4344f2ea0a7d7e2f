"""Lifts documents of older schemas to the present one when they are read. Pure.

Each function takes a document of one schema and returns it in the next; none adds what was not known.
"""

from collections.abc import Mapping
from typing import Any

SCHEMA = 2
UNKNOWN_SEARCH = ("databases", "query", "found", "screened", "included", "by", "note")


def lift(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document in the present schema; raises KeyError for a schema not known here."""
    lifted = dict(document)
    while lifted["schema"] != SCHEMA:
        lifted = STEPS[lifted["schema"]](lifted)
    return lifted


def _to_second(document: dict[str, Any]) -> dict[str, Any]:
    """The first schema knew no assessments and no searches."""
    return document | {
        "schema": 2,
        "headline": {"kind": "suggestion", "fallen": []},
        "review": document["review"] | {"on": None, "before": None, "changes": [], "said": []},
        "assessments": [],
        "search": document["search"] | dict.fromkeys(UNKNOWN_SEARCH),
    }


STEPS = {1: _to_second}
