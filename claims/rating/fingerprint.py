"""The fingerprint of what was rated: any difference makes an assessment stale (METHOD 1.7)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from . import RULE
from .items import Item


def fingerprint(question_fields: Mapping[str, Any], items: Iterable[Item]) -> str:
    """Return SHA-256 (64 hex digits) over rule version, claim fields and every rated field.

    Retracted and other excluded items count too; the order of items, of keys and of what a
    review includes does not. Raises TypeError for a claim field that JSON cannot hold.
    METHOD 1.7, "Staleness".
    """
    rated = [asdict(item) | {"includes": sorted(item.includes)} for item in items]
    content = {
        "rule": RULE,
        "claim": dict(question_fields),
        "items": sorted(rated, key=lambda fields: fields["id"]),
    }
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
