"""The papers that a cited source names and no claim cites: inside a review, or as a preprint's article.

Editions tell their keys and what the rule needs of them. Whoever loads the corpus needs a reference to
each as well, which only the library has: as printed, and nothing that people here wrote about the paper.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from claims.whole_base.corpus_records import named
from sources.intake.record import KEYS as PRINTED_KEYS
from sources.models import Source
from sources.records import KEYS, to_record

# Everything else in a record is what somebody here says of the paper.
PRINTED = {
    *("key", "authors_in_order", *PRINTED_KEYS),
    # What the rating of a review that contains it rests on; its editions tell both.
    *("status", "study"),
}
LISTS = ("substances", "tags", "checked")
TOLD = PRINTED.union(KEYS)


def included_records(shelf) -> Iterator[dict[str, Any]]:
    """Yield the corpus record of each source that cited ones name and no current edition cites, by key."""
    cited, wanted = set(), set()
    for record in shelf.sources():
        cited.add(record["key"])
        wanted.update(named(record))
    rows = Source.objects.filter(key__in=wanted - cited).select_related("version_of")
    yield from map(_as_printed, rows.order_by("key"))


def mark(shelf) -> str:
    """Return a mark of these records, which may change while no edition does."""
    return sha256(json.dumps(list(included_records(shelf))).encode()).hexdigest()


def _as_printed(source):
    record = to_record(source, tags=(), includes=())
    blank = dict.fromkeys(KEYS) | {name: [] for name in LISTS}
    return {key: (record if key in PRINTED else blank)[key] for key in record if key in TOLD}
