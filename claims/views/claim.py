"""The pages of one claim: as it stands, as it stood, its history, and two editions side by side."""

from django.db.models import F, Window
from django.db.models.functions import Lag
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate

from claims.comparing import changes
from claims.editions import end_of
from claims.figures.timeline import timeline
from claims.models import Edition
from claims.views.assessments import news
from claims.views.claim_export import editions_answer, evidence_answer
from claims.views.claim_page import ClaimPage
from claims.views.dates import four_dates
from claims.views.evidence_list import PARAMETERS, asked_of
from claims.views.figure import history_of
from claims.views.filters import day, only, refuse_parameters, select
from claims.views.list_export import links, wanted
from claims.views.what_if import joined, what_if_of

EDITIONS_ON_A_PAGE = 50
EDITION_ORDERS = {
    "newest": ("Newest first", "-number"),
    "oldest": ("Oldest first", "number"),
}


def claim_detail(request, slug):
    """The current edition of a claim; with ?as_of= the one at the end of that day."""
    want = wanted(request)
    query = joined(want.query)
    only(query, "as_of", "without", *PARAMETERS)
    as_of = day(query, "as_of")
    newest = get_object_or_404(Edition.objects.current(), slug=slug)
    edition = newest if as_of is None else _edition_at_the_end_of(as_of, slug)
    if edition is None:
        context = {"edition": newest, "day": as_of}
        return render(request, "claims/claim_not_yet.html", context, status=404)
    asked = asked_of(query, edition.document)
    page = ClaimPage(edition, newest.number, localdate(), asked, as_of)
    if want.format:
        return evidence_answer(request, want, page)
    what_if = what_if_of(query, page)
    context = {
        "page": page,
        "what_if": what_if,
        "view": what_if.view if what_if else page,
        "formats": links(request),
    }
    return render(request, "claims/claim_detail.html", context)


def _edition_at_the_end_of(day, slug):
    return Edition.objects.as_of(end_of(day)).filter(slug=slug).first()


def edition_detail(request, slug, number):
    """One edition at its permanent address."""
    want = wanted(request)
    only(want.query, *PARAMETERS)
    edition = get_object_or_404(Edition, slug=slug, number=number)
    asked = asked_of(want.query, edition.document)
    newest = Edition.objects.without_documents().filter(slug=slug).latest()
    page = ClaimPage(edition, newest.number, localdate(), asked)
    if want.format:
        return evidence_answer(request, want, page)
    context = {"page": page, "what_if": None, "view": page, "formats": links(request)}
    return render(request, "claims/edition_detail.html", context)


def edition_list(request, slug):
    """Every edition of a claim, with what changed from the one before."""
    want = wanted(request, cites=False)
    selection = select(want.query, (), EDITION_ORDERS)
    if want.format:
        return editions_answer(request, want, slug, selection)
    listing = selection.page(_history(slug), EDITIONS_ON_A_PAGE)
    if not listing.page.object_list:
        raise Http404
    context = {
        "listing": listing,
        "claim": listing.page[0],
        "timeline": timeline(history_of(slug)),
        "formats": links(request, cites=False),
    }
    return render(request, "claims/edition_list.html", context)


def _history(slug):
    """Return a claim's editions, each with what stood at the top of the one before it."""
    before = {
        f"{name}_before": Window(Lag(name), order_by=F("number").asc())
        for name in ("verdict", "certainty", "review_state")
    }
    editions = Edition.objects.without_documents().filter(slug=slug).select_related("by")
    return editions.annotate(**before)


def edition_compare(request, slug, first, second):
    """Two editions side by side, the older one first, with what differs between them."""
    refuse_parameters(request)
    older, newer = sorted((int(first), int(second)))
    if older == newer:
        raise Http404
    if older != int(first):
        return redirect("edition_compare", slug=slug, first=older, second=newer)
    editions = Edition.objects.filter(slug=slug, number__in=(older, newer)).select_related("by")
    pair = list(editions.order_by("number"))
    if len(pair) != 2:
        raise Http404
    return render(request, "claims/edition_compare.html", _comparison(*pair))


def _comparison(older, newer):
    return {
        "claim": newer,
        "columns": [{"edition": one, "dates": four_dates(one)} for one in (older, newer)],
        "changes": [
            *changes(older.document, newer.document),
            *news(older.document, newer.document),
        ],
    }
