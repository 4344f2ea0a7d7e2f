"""One state of the shelf, read a few editions at a time, so that every file is made from the same ones."""

from collections.abc import Iterable, Iterator, Sequence

from claims.exports.statement import Statement
from claims.models import Citation, Edition

LIGHT = ("claim", "slug", "number", "published_at", "mechanism", "position")
# A document is a few hundred kilobytes.
AT_ONCE = 20


class Shelf:
    """The editions that were current when it was made; what is published later is not in it.

    `site` is the address of the site, as in https://kb.example.org; empty leaves addresses relative.
    `rows` are the editions without documents. To go through it is to read each edition whole, in
    reading order, as often as one likes.
    """

    def __init__(self, site=""):
        self.site = site.rstrip("/")
        self.rows = list(Edition.objects.current().in_reading_order().only(*LIGHT))

    def __iter__(self) -> Iterator[Edition]:
        for some in chunks(self.rows):
            found = Edition.objects.in_bulk([row.pk for row in some])
            yield from (found[row.pk] for row in some)

    def history(self) -> Iterator[Edition]:
        """Yield every edition of each claim up to the current one, without documents."""
        for rows in chunks(self.rows):
            newest = {row.claim_id: row.number for row in rows}
            editions = Edition.objects.without_documents().filter(claim__in=newest)
            for edition in editions.order_by("slug", "number").iterator():
                if edition.number <= newest[edition.claim_id]:
                    yield edition

    def cited(self) -> dict[str, int]:
        """Return the first citation of each source that the editions cite, by key."""
        first = {}
        for rows in chunks(self.rows):
            cited = Citation.objects.filter(edition__in=[row.pk for row in rows]).order_by("pk")
            for key, pk in cited.values_list("key", "pk"):
                first.setdefault(key, pk)
        return dict(sorted(first.items()))

    def sources(self) -> Iterator[dict]:
        """Yield the public record of each source that the editions cite, by key."""
        for some in chunks(list(self.cited().items())):
            found = Citation.objects.in_bulk([pk for _, pk in some])
            yield from (found[pk].record for _, pk in some)

    def statement(self, name, count=None) -> Statement:
        """Return what a file made from these editions says of itself: how many they are, or `count` of others."""
        count = len(self.rows) if count is None else count
        as_of = max((row.published_at for row in self.rows), default=None)
        editions = [(row.slug, row.number) for row in self.rows]
        return Statement(name, (), count, as_of, editions, f"{self.site}/export/")


def chunks(rows: Sequence) -> Iterable[Sequence]:
    return (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
