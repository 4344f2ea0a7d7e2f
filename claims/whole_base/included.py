"""The papers that a cited source names and no claim cites: inside a review, or as a preprint's article."""

from claims.whole_base.corpus_records import named
from sources.models import Source
from sources.records import public_record


def included_records(keys, *, known):
    """Yield the public record of each source of `keys`, then of what these contain, by key.

    `known` are keys that the caller has already.
    """
    known = set(known)
    while wanted := set(keys) - known:
        known |= wanted
        rows = Source.objects.select_related("version_of").prefetch_related(
            "includes", "notices", "tags"
        )
        found = [public_record(row) for row in rows.filter(key__in=wanted).order_by("key")]
        yield from found
        keys = {key for record in found for key in named(record)}
