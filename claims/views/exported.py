"""What lists are made of when they are downloaded: rows read a few at a time, and where they are from."""

from collections import defaultdict
from collections.abc import Iterator

from claims.exports.statement import Statement
from claims.exports.table_formats import Export
from claims.exports.tables import tables
from claims.models import Citation, Edition
from claims.views.list_export import References, Taken

# A document is a few hundred kilobytes.
AT_ONCE = 20
RECORDS_AT_ONCE = 200
LIGHT = ("pk", "slug", "number", "published_at")


def claims_taken(name, editions, words, address, about=None) -> Taken:
    """Return the claims of some editions, in their order, and the sources that they cite."""
    light = list(editions.values_list(*LIGHT))
    pks = [pk for pk, *_ in light]
    statement = stated(name, words, len(light), [row[1:] for row in light], address)
    export = Export(statement, tables()["claims"], whole(pks), editions_of_claim, about)
    return Taken(export, references_of(pks))


def sources_taken(name, citations, words, address) -> Taken:
    """Return the sources of some citations, one of each source, in their order."""
    # Asked once: what is published while the file is on its way is not in it, whatever the statement has counted.
    held = list(citations.values_list("pk", "key"))
    keys, pks = {key for _, key in held}, [pk for pk, _ in held]
    behind = editions_behind(keys)
    light = sorted({row for rows in behind.values() for row in rows})
    statement = stated(name, words, len(pks), light, address)

    def editions_of(record):
        return [(slug, number) for slug, number, _ in behind[record["key"]]]

    export = Export(statement, tables()["sources"], records_at(pks), editions_of)
    return Taken(export, References(len(pks), records_at(pks)))


def results_taken(name, rows, editions, words, address, about=None) -> Taken:
    """Return results of some editions and the sources that report them, those by key."""
    rows = list(rows)
    light = [(one.slug, one.number, one.published_at) for one in editions]
    statement = stated(name, words, len(rows), light, address)
    export = Export(statement, tables()["evidence"], rows, editions_of_result, about)
    reported = {row.item["source"]: row.edition.document["sources"] for row in rows}
    records = [held[key] for key, held in sorted(reported.items())]
    return Taken(export, References(len(records), records))


def rows_taken(name, table, rows, address, words=()) -> Taken:
    """Return rows of a list that cites no sources: each of a claim, or made from all current editions."""
    rows, light = list(rows), current()
    slugs = {table.values(row).get("claim") for row in rows}
    if slugs and None not in slugs:
        light = [one for one in light if one[0] in slugs]
    numbers = {slug: number for slug, number, _ in light}

    def editions_of(row):
        slug = table.values(row).get("claim")
        return [(slug, numbers[slug])] if slug else list(numbers.items())

    export = Export(stated(name, words, len(rows), light, address), table, rows, editions_of)
    return Taken(export)


def stated(name, words, count, light, address) -> Statement:
    """Return the statement; `light` are (slug, number, when published) of the editions.

    Where nothing fits, the list was narrowed from all current editions.
    """
    light = light or current()
    as_of = max((published for *_, published in light), default=None)
    editions = [(slug, number) for slug, number, _ in light]
    return Statement(name, tuple(words), count, as_of, editions, address)


def current():
    """Return (slug, number, when published) of every current edition, in reading order."""
    return list(Edition.objects.current().in_reading_order().values_list(*LIGHT[1:]))


def whole(pks) -> Iterator[Edition]:
    """Yield editions with their documents, a few at a time."""
    for start in range(0, len(pks), AT_ONCE):
        some = pks[start : start + AT_ONCE]
        found = Edition.objects.in_bulk(some)
        yield from (found[pk] for pk in some)


def references_of(pks) -> References:
    """Return the sources that some editions cite, each once, by key."""
    cited = Citation.objects.filter(edition__in=pks)
    count = cited.order_by().values("key").distinct().count()
    return References(count, _once(cited.order_by("key", "-edition__published_at")))


def _once(cited) -> Iterator[dict]:
    last = None
    for key, record in cited.values_list("key", "record").iterator(RECORDS_AT_ONCE):
        if key != last:
            yield record
        last = key


def records_at(pks) -> Iterator[dict]:
    """Yield the public records of citations, a few at a time, in the order given."""
    for start in range(0, len(pks), RECORDS_AT_ONCE):
        some = pks[start : start + RECORDS_AT_ONCE]
        found = dict(Citation.objects.filter(pk__in=some).values_list("pk", "record"))
        yield from (found[pk] for pk in some)


def editions_behind(keys):
    """Return {key: the current editions that cite it}, each as (slug, number, when published)."""
    columns = ("key", "edition__slug", "edition__number", "edition__published_at")
    cited = Citation.objects.current().order_by("edition__position", "edition__slug")
    behind = defaultdict(list)
    for key, *edition in cited.values_list(*columns).iterator(RECORDS_AT_ONCE):
        if key in keys:
            behind[key].append(tuple(edition))
    return behind


def editions_of_claim(edition):
    return [(edition.slug, edition.number)]


def editions_of_result(row):
    return [(row.edition.slug, row.edition.number)]
