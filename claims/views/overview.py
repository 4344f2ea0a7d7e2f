"""The pages about the whole: overview, article, mechanisms, tags, methods, about."""

from collections import Counter

from django.http import Http404
from django.shortcuts import render

from claims import article as argument
from claims import methods as method
from claims.figures.chain import chain
from claims.figures.dose_gap import dose_gap
from claims.figures.gap_map import gap_map
from claims.figures.verdict_strip import verdict_strip
from claims.models import Citation, Edition
from claims.streams import stream_of
from claims.views.claim_list import CROSS_CUTTING
from claims.views.filters import Filter, parts, refuse_parameters, select
from sources.vocabulary import DoseRegime, Substance

CHANGES_SHOWN = 6
TWO_PEOPLE = ("agreed", "near-agreed", "resolved")
MATCHED = ("edition__slug", "study", "design", "dose_regime", "substances", "status")


def overview(request):
    claims = list(_current())
    studies = list(Citation.objects.current().order_by().values(*MATCHED))
    selection = select(request.GET, map_filters(claims, studies))
    return render(request, "claims/overview.html", _front_page(claims, studies, selection))


def _front_page(claims, studies, selection):
    return {
        "claims": claims,
        "selection": selection,
        "map": narrowed_map(claims, studies, selection),
        "strip": verdict_strip(claims),
        "doses": dose_gap(claims),
        "counts": counts(claims),
        "changes": latest_changes(),
    }


def _current():
    return Edition.objects.current().without_documents().in_reading_order()


def latest_changes():
    editions = Edition.objects.without_documents().select_related("by")
    return editions.order_by("-published_at", "position")[:CHANGES_SHOWN]


def map_filters(claims, studies):
    mechanisms = {row.mechanism or CROSS_CUTTING: _mechanism_name(row) for row in claims}
    substances = parts(studies, "substances", ",")
    doses = {row["dose_regime"] for row in studies}
    return [
        Filter("mechanism", "Mechanism", mechanisms, mechanisms),
        Filter("substance", "Substance", dict(Substance.choices), substances),
        Filter("dose", "Dose in the studies", dict(DoseRegime.choices), doses),
    ]


def _mechanism_name(row):
    mechanism = row.summary["mechanism"]
    return mechanism["name"] if mechanism else "Across the mechanisms"


def narrowed_map(claims, studies, selection):
    chosen = selection.chosen.get
    if wanted := chosen("mechanism"):
        claims = [row for row in claims if (row.mechanism or CROSS_CUTTING) == wanted]
    if not (chosen("substance") or chosen("dose")):
        return gap_map(claims)
    return gap_map(claims, _matching(studies, chosen("substance"), chosen("dose")))


def _matching(studies, substance, dose):
    """Return {(claim, stream): number of studies} with the substance, at the dose."""
    found = {
        (row["edition__slug"], stream_of(row).value, row["study"])
        for row in studies
        if row["status"] != "retracted"
        and (not dose or row["dose_regime"] == dose)
        and (not substance or f",{substance}," in row["substances"])
    }
    return Counter((slug, stream) for slug, stream, _study in found)


def counts(claims):
    """Return what has not been judged yet, over all claims."""
    names = ("items", "abstract_only", "bias_not_assessed")
    totals = {name: sum(row.summary[name] for row in claims) for name in names}
    by_two = sum(row.review_state in TWO_PEOPLE for row in claims)
    return totals | {"claims": len(claims), "by_two": by_two}


def article(request):
    refuse_parameters(request)
    sections = argument.with_claims(_current())
    return render(request, "claims/article.html", {"sections": sections, "title": argument.TITLE})


def mechanism_detail(request, slug):
    refuse_parameters(request)
    claims = list(_current().filter(mechanism=slug))
    if not claims:
        raise Http404
    mechanism = claims[0].summary["mechanism"]
    context = {"mechanism": mechanism, "claims": claims, "chain": chain(claims)}
    return render(request, "claims/mechanism_detail.html", context)


def tag_detail(request, slug):
    refuse_parameters(request)
    claims = list(_current().filter(tags__contains=f" {slug} "))
    sources = list(Citation.objects.one_per_source().filter(tags__contains=f" {slug} "))
    if not claims and not sources:
        raise Http404
    context = {"tag": slug.replace("-", " "), "claims": claims, "sources": sources}
    return render(request, "claims/tag_detail.html", context)


def methods(request):
    refuse_parameters(request)
    return render(request, "claims/methods.html", {"method": method.page()})


def about(request):
    refuse_parameters(request)
    return render(request, "claims/about.html")
