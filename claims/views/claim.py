"""The pages of one claim: as it stands, as it stood, and its history."""

from django.db.models import F, Window
from django.db.models.functions import Lag
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from claims.editions import end_of
from claims.models import Edition
from claims.views.claim_page import ClaimPage
from claims.views.claim_rows import ORDERS
from claims.views.filters import day, one_of, only, select

EDITIONS_ON_A_PAGE = 50
EDITION_ORDERS = {
    "newest": ("Newest first", "-number"),
    "oldest": ("Oldest first", "number"),
}


def claim_detail(request, slug):
    """The current edition of a claim; with ?as_of= the one at the end of that day."""
    only(request.GET, "as_of", "sort")
    sort = one_of(request.GET, "sort", list(ORDERS))
    as_of = day(request.GET, "as_of")
    newest = get_object_or_404(Edition.objects.current(), slug=slug)
    edition = newest if as_of is None else _edition_at_the_end_of(as_of, slug)
    if edition is None:
        context = {"edition": newest, "day": as_of}
        return render(request, "claims/claim_not_yet.html", context, status=404)
    page = ClaimPage(edition, newest.number, sort, as_of)
    return render(request, "claims/claim_detail.html", {"page": page})


def _edition_at_the_end_of(day, slug):
    return Edition.objects.as_of(end_of(day)).filter(slug=slug).first()


def edition_detail(request, slug, number):
    """One edition at its permanent address."""
    only(request.GET, "sort")
    sort = one_of(request.GET, "sort", list(ORDERS))
    edition = get_object_or_404(Edition, slug=slug, number=number)
    newest = Edition.objects.without_documents().filter(slug=slug).latest()
    page = ClaimPage(edition, newest.number, sort)
    return render(request, "claims/edition_detail.html", {"page": page})


def edition_list(request, slug):
    """Every edition of a claim, with what changed from the one before."""
    listing = select(request.GET, (), EDITION_ORDERS).page(_history(slug), EDITIONS_ON_A_PAGE)
    if not listing.page.object_list:
        raise Http404
    context = {"listing": listing, "claim": listing.page[0]}
    return render(request, "claims/edition_list.html", context)


def _history(slug):
    """Return a claim's editions, each with the verdict and certainty of the one before it."""
    before = {
        f"{name}_before": Window(Lag(name), order_by=F("number").asc())
        for name in ("verdict", "certainty")
    }
    editions = Edition.objects.without_documents().filter(slug=slug).select_related("by")
    return editions.annotate(**before)
