"""The page that puts two claims beside each other, from their current editions."""

from django.core.exceptions import BadRequest
from django.shortcuts import render

from claims.models import Edition
from claims.views.claim_pair import Pair, Side
from claims.views.filters import only

SIDES = ("a", "b")


def compare(request):
    only(request.GET, *SIDES)
    claims = list(Edition.objects.current().without_documents().in_reading_order())
    chosen = [request.GET.get(name, "") for name in SIDES]
    for slug in filter(None, chosen):
        _check(slug, claims)
    context = {
        "claims": claims,
        "chosen": list(zip(SIDES, ("First claim", "Second claim"), chosen, strict=True)),
        "is_same": bool(chosen[0]) and chosen[0] == chosen[1],
        "is_half": any(chosen) and not all(chosen),
        "pair": _pair(*chosen) if all(chosen) and chosen[0] != chosen[1] else None,
    }
    return render(request, "claims/compare.html", context)


def _check(slug, claims):
    if slug not in {row.slug for row in claims}:
        raise BadRequest(
            f"There is no claim “{slug[:80]}”. Choose two on the page “Compare two claims”, or"
            " take their names from the addresses of their pages."
        )


def _pair(first, second):
    editions = Edition.objects.current().filter(slug__in=(first, second))
    by_slug = {edition.slug: edition for edition in editions}
    return Pair(Side("A", by_slug[first]), Side("B", by_slug[second]))
