"""What only the library has and whoever loads the corpus needs.

That is the papers that a cited source names and no claim cites, inside a review or as a preprint's
article: editions tell their keys and what the rule needs of them, and the library how they are printed,
without what people here wrote about them. And it is the former keys of cited sources, which still lead there.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from claims.whole_base.corpus_records import named
from sources.intake.record import KEYS as PRINTED_KEYS
from sources.models import Source
from sources.records import KEYS, to_record

# Everything else in a record is what somebody here says of the paper.
PRINTED = {
    *("key", *PRINTED_KEYS),
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


def former_keys(shelf) -> dict[str, list[str]]:
    """Return {key of a cited source: [keys that were merged into it]}."""
    found = defaultdict(list)
    cited = shelf.cited()
    rows = Source.objects.filter(merged_into__isnull=False).order_by("key")
    for key, kept in rows.values_list("key", "merged_into__key"):
        if kept in cited:
            found[kept].append(key)
    return dict(found)


def mark(shelf) -> str:
    """Return a mark of all this, which may change while no edition does."""
    told = [list(included_records(shelf)), former_keys(shelf)]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _as_printed(source):
    record = to_record(source, tags=(), includes=())
    blank = dict.fromkeys(KEYS) | {name: [] for name in LISTS}
    return {key: (record if key in PRINTED else blank)[key] for key in record if key in TOLD}
