"""Results on all claims as a program reads them."""

from itertools import islice

from ninja import Router

from claims.api.addresses import claim_links
from claims.api.pagination import Asking, framed
from claims.api.schemas import EvidenceRow, page_model, values
from claims.exports.tables import tables
from claims.exports.tables.evidence import USES
from claims.models import Citation, Edition
from claims.views.claim_rows import Row
from claims.views.evidence_list import VALUES, WORDS
from claims.views.exported import AT_ONCE, whole
from claims.views.filters import Filter

# An edition's own columns tell these; what else a result is asked for stands in its document.
TOLD_BY_EDITIONS = {"claim"}

router = Router(tags=["Evidence"])


def evidence_filters():
    """The filters of a claim's page, and those that all claims together need."""
    claims = dict(Edition.objects.current().in_reading_order().values_list("slug", "statement"))
    sources = dict(Citation.objects.one_per_source().values_list("key", "label"))
    uses = {code: code for code in USES}
    return [
        Filter("claim", "Claim", claims, claims),
        Filter("source", "Source", sources, sources),
        *(Filter(name, label, words, ()) for name, (label, words) in WORDS.items()),
        Filter("use", "Use in the rating", uses, ()),
    ]


ASKING = Asking(evidence_filters)


@router.api_operation(
    ["GET", "HEAD"], "evidence", response=page_model(EvidenceRow), operation_id="evidence", summary="Evidence"
)  # fmt: skip
def evidence(request):
    """Every public result of a source on a claim, in the order of the claims' documents."""
    asked = ASKING.read(request)
    chosen = {name: value for name, value in asked.selection.chosen.items() if value}
    editions = _narrowed(chosen)
    if TOLD_BY_EDITIONS.issuperset(chosen):
        shown, count = _opened(editions, asked)
    else:
        found = tables()["evidence"].rows(editions.iterator(AT_ONCE))
        shown, count = asked.cut(row for row in found if _fits(row, chosen))
    told = [
        values("evidence", row, **claim_links(request, row.edition.slug, row.item["id"]))
        for row in shown
    ]
    return framed(request, asked, asked.page(range(count)), told)


def _narrowed(chosen):
    editions = Edition.objects.current().in_reading_order()
    if "claim" in chosen:
        editions = editions.filter(slug=chosen["claim"])
    if "source" in chosen:
        editions = editions.filter(citations__key=chosen["source"])
    return editions


def _opened(editions, asked):
    """Return the results of the page asked for, and how many there are; opens no document but theirs."""
    held, skipped, count = [], 0, 0
    for pk, results in editions.values_list("pk", "summary__items"):
        count += results
        if count <= asked.first:
            skipped = count
        elif count - results < asked.first + asked.size:
            held.append(pk)
    start = asked.first - skipped
    return list(islice(tables()["evidence"].rows(whole(held)), start, start + asked.size)), count


def _fits(result, chosen):
    """Say whether a result fits, as the filters of its claim's page would."""
    item, document = result.item, result.edition.document
    row = Row(item, document["sources"][item["source"]], 0, document)
    own = {"source": item["source"], "use": item["use"], "claim": result.edition.slug}
    return all(
        (own[name] if name in own else VALUES[name](row)) == value for name, value in chosen.items()
    )
