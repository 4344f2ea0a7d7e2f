"""What a search or a tag brings together, to take away: claims, results and sources in one list."""

from django.urls import reverse

from claims.exports.table_formats import Export
from claims.models import Citation, Edition
from claims.views.exported import current, editions_behind, records_at, stated
from claims.views.list_export import References, Taken
from claims.views.list_tables import FOUND


def found_taken(name, documents, words, address) -> Taken:
    """Return search documents, and the sources that they are, report or cite."""
    return _taken(name, [_row(document) for document in documents], words, address)


def _row(document):
    return {
        "kind": document.kind,
        "claim": document.slug,
        "result": document.item,
        "source": document.key,
        "title": document.title,
        "address": document.get_absolute_url(),
    }


def tag_taken(name, claims, sources, address) -> Taken:
    """Return claims and citations that have a tag, and the sources that they are or cite."""
    rows = [
        {
            "kind": "claim",
            "claim": one.slug,
            "title": one.statement,
            "address": _page(one),
        }
        for one in claims
    ]
    rows += [
        {"kind": "source", "source": one.key, "title": one.title, "address": one.get_absolute_url()}
        for one in sources
    ]
    return _taken(name, rows, (), address)


def _page(edition):
    return reverse("claim_detail", args=[edition.slug])


def _taken(name, rows, words, address):
    light = current()
    numbers = {slug: number for slug, number, _ in light}
    keys = {row["source"] for row in rows if row.get("source")}
    slugs = {row["claim"] for row in rows if row["kind"] == "claim"}
    behind = editions_behind(keys)

    def editions_of(row):
        if row.get("claim"):
            return [(row["claim"], numbers[row["claim"]])]
        return [(slug, number) for slug, number, _ in behind[row["source"]]]

    export = Export(stated(name, words, len(rows), light, address), FOUND, rows, editions_of)
    return Taken(export, _references(keys, slugs))


def _references(keys, slugs):
    """Return the sources of some keys and those that some claims cite, by key."""
    citing = Edition.objects.current().filter(slug__in=slugs)
    cited = Citation.objects.current().filter(edition__in=citing).values_list("key", flat=True)
    wanted = keys.union(cited)
    rows = Citation.objects.one_per_source().filter(key__in=wanted).order_by("key")
    pks = list(rows.values_list("pk", flat=True))
    return References(len(pks), records_at(pks))
