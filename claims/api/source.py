"""Sources as a program reads them."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from ninja import Router

from claims.api.addresses import claim_links, source_links
from claims.api.pagination import Asking, framed
from claims.api.schemas import Slug, SourceInFull, SourceRow, page_model, values
from claims.models import Citation
from claims.views.filters import refuse_parameters
from claims.views.source import SORTS, source_filters

ASKING = Asking(source_filters, SORTS)

router = Router(tags=["Sources"])


@router.api_operation(
    ["GET", "HEAD"], "sources", response=page_model(SourceRow), operation_id="sources", summary="Sources"
)  # fmt: skip
def sources(request):
    """Every source that a current edition cites, narrowed and ordered as on the page of sources."""
    asked = ASKING.read(request)
    page = asked.page(asked.selection.narrow(Citation.objects.one_per_source()))
    return framed(request, asked, page, [_row(request, one) for one in page])


@router.api_operation(
    ["GET", "HEAD"], "sources/{key}", response=SourceInFull, operation_id="source", summary="One source"
)  # fmt: skip
def source(request, key: Slug):
    """The public record of a source, and the claims that cite it."""
    refuse_parameters(request)
    found = Citation.objects.current().filter(key=key).select_related("edition")
    citations = sorted(found, key=lambda one: (one.edition.position, one.edition.slug))
    if not citations:
        return _moved(key)
    first = citations[0]
    cited_by = [_cited(request, one) for one in citations]
    return _row(request, first) | {"record": first.record, "cited_by": cited_by}


def _moved(key):
    """Send a program from the key of a merged source to the one that is kept."""
    kept = Citation.objects.heir(key)
    if kept is None:
        raise Http404("No current edition cites such a source; /api/sources lists them.")
    return HttpResponsePermanentRedirect(reverse("api:source", args=[kept]))


def _row(request, citation):
    return values("sources", citation.record, **source_links(request, citation.key))


def _cited(request, citation):
    edition = citation.edition
    evidence = edition.document["evidence"]
    return {
        "claim": edition.slug,
        "statement": edition.statement,
        "edition": edition.number,
        "verdict": edition.verdict,
        "is_deciding": citation.is_deciding,
        "evidence": [item["id"] for item in evidence if item["source"] == citation.key],
        "links": claim_links(request, edition.slug),
    }
