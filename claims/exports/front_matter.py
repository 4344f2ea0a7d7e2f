"""The YAML block at the top of a Markdown file: one key a line, every text quoted."""

import json
from collections.abc import Mapping
from typing import Any

from .escaping import one_line, plain

NO_SEARCH = "not recorded"
NOT_REVIEWED = "not reviewed"
FINGERPRINT_SHOWN = 12


def front_matter(values: Mapping[str, Any]) -> str:
    """Return the block; None becomes null, a whole number stays one, all else is a quoted text."""
    lines = [f"{key}: {_scalar(value)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---"])


def _scalar(value: Any) -> str:
    """JSON's quoting is YAML's; without control characters every reader takes it."""
    if value is None or isinstance(value, int):
        return json.dumps(value)
    return json.dumps(one_line(value), ensure_ascii=False)


def claim_keys(edition, address: str) -> dict[str, Any]:
    """Return METHOD's keys. Title and mechanism are escaped: pandoc reads a title as Markdown.

    The day of export is the day of publication: the same edition gives the same bytes for ever.
    """
    document = edition.document
    claim, mechanism = document["claim"], document["claim"]["mechanism"]
    day = published_on(edition)
    return {
        "title": plain(claim["statement"]),
        "claim": claim["slug"],
        "mechanism": plain(mechanism["name"]) if mechanism else None,
        "kind": claim["kind"],
        "scope": claim["scope"],
        "verdict": document["verdict"]["code"],
        "certainty": document["certainty"] and document["certainty"]["code"],
        "review": document["review"]["code"],
        "rule": document["rule"],
        "exported": day,
        "evidence_as_of": day,
        "last_search": document["search"]["on"] or NO_SEARCH,
        "last_reviewed": document["review"]["on"] or NOT_REVIEWED,
        "last_edited": edition.edited_at.date().isoformat(),
        "fingerprint": version_of(document),
        "edition": edition.number,
        "url": address,
    }


def published_on(edition) -> str:
    """Return the day of publication."""
    return edition.published_at.date().isoformat()


def version_of(document: Mapping[str, Any]) -> str:
    """Return the beginning of the fingerprint: the version that people cite."""
    return document["fingerprint"][:FINGERPRINT_SHOWN]
