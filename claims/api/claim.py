"""Claims and their editions as a program reads them."""

from django.http import Http404
from ninja import Router

from claims.api.addresses import claim_links, edition_links
from claims.api.pagination import Asking, framed
from claims.api.schemas import (
    ClaimRow,
    EditionInFull,
    EditionRow,
    Number,
    Slug,
    page_model,
    values,
)
from claims.models import Edition
from claims.views.claim import EDITION_ORDERS
from claims.views.claim_list import SORTS, claim_filters
from claims.views.filters import refuse_parameters

CLAIMS = Asking(claim_filters, SORTS)
EDITIONS = Asking(sorts=EDITION_ORDERS)

router = Router(tags=["Claims"])


@router.api_operation(
    ["GET", "HEAD"], "claims", response=page_model(ClaimRow), operation_id="claims", summary="Claims"
)  # fmt: skip
def claims(request):
    """Every published claim as it stands, narrowed and ordered as on the page of claims."""
    asked = CLAIMS.read(request)
    page = asked.page(asked.selection.narrow(Edition.objects.current()))
    told = [values("claims", one, **claim_links(request, one.slug)) for one in page]
    return framed(request, asked, page, told)


@router.api_operation(
    ["GET", "HEAD"], "claims/{slug}", response=EditionInFull, operation_id="claim", summary="One claim"
)  # fmt: skip
def claim(request, slug: Slug):
    """The current edition of a claim with its document: evidence, ratings, reasons, references."""
    refuse_parameters(request)
    edition = Edition.objects.current().filter(slug=slug).first()
    if edition is None:
        raise Http404("No published claim has this name; /api/claims lists them.")
    return _in_full(request, edition, is_current=True)


@router.api_operation(
    ["GET", "HEAD"], "claims/{slug}/editions", response=page_model(EditionRow), operation_id="editions", summary="Editions of a claim"
)  # fmt: skip
def editions(request, slug: Slug):
    """Every edition of a claim, the newest first, without documents."""
    asked = EDITIONS.read(request)
    found = asked.selection.narrow(Edition.objects.without_documents().filter(slug=slug))
    page = asked.page(found)
    if not page.paginator.count:
        raise Http404("No published claim has this name; /api/claims lists them.")
    told = [values("editions", one, **edition_links(request, one)) for one in page]
    return framed(request, asked, page, told)


@router.api_operation(
    ["GET", "HEAD"], "claims/{slug}/editions/{int:number}", response=EditionInFull, operation_id="edition", summary="One edition"
)  # fmt: skip
def edition(request, slug: Slug, number: Number):
    """One edition with its document. An edition never changes, so this is what to cite."""
    refuse_parameters(request)
    found = Edition.objects.filter(slug=slug, number=number).first()
    if found is None:
        raise Http404(f"There is no such edition; /api/claims/{slug}/editions lists them.")
    newest = Edition.objects.without_documents().filter(slug=slug).latest()
    return _in_full(request, found, is_current=newest.pk == found.pk)


def _in_full(request, edition, *, is_current):
    row = values("editions", edition, **edition_links(request, edition))
    return row | {"is_current": is_current, "document": edition.document}
