"""The lists of a claim's pages to download: its results, narrowed as the page is, and its editions."""

from django.core.exceptions import BadRequest
from django.http import Http404

from claims.exports.table_formats import Export
from claims.exports.tables import tables
from claims.exports.tables.evidence import Result
from claims.models import Edition
from claims.views.exported import editions_of_claim, results_taken, stated
from claims.views.list_export import Taken, address_of, list_answer

NOT_PUBLISHED = (
    "A what-if is nobody's edition, so that there is no file of it. Leave “without” out, and count for"
    " yourself in the rows of the edition."
)


def evidence_answer(request, want, page):
    """Return the results that fit, those that count before the others. Raises BadRequest for a what-if."""
    if "without" in want.query:
        raise BadRequest(NOT_PUBLISHED)
    edition, chosen = page.edition, page.evidence
    words = chosen.selection.words
    name = f"results of {edition.slug}, edition {edition.number}"
    rows = [Result(edition, row.item) for row in chosen.fitting]
    taken = results_taken(name, rows, [edition], words, address_of(request, want.query))
    of = f"{edition.slug}-edition-{edition.number}"
    return list_answer(request, want, taken, name="results", of=of)


def editions_answer(request, want, slug, selection):
    """Return every edition of a claim, in the order asked for."""
    editions = Edition.objects.without_documents().filter(slug=slug)
    rows = list(selection.narrow(editions))
    if not rows:
        raise Http404
    light = [(row.slug, row.number, row.published_at) for row in sorted(rows, key=_number)]
    address = address_of(request, want.query)
    statement = stated(f"editions of {slug}", (), len(rows), light, address)
    taken = Taken(Export(statement, tables()["editions"], rows, editions_of_claim))
    return list_answer(request, want, taken, name="editions", of=slug)


def _number(edition):
    return edition.number
