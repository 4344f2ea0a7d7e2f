"""The pages about the whole: overview, article, mechanisms, methods, about."""

from collections import Counter
from itertools import pairwise

from django.http import Http404
from django.shortcuts import render

from claims import article as argument
from claims import methods as method
from claims.figures.chain import chain
from claims.figures.dose_gap import dose_gap
from claims.figures.gap_map import gap_map
from claims.figures.strips import strips
from claims.figures.verdict_strip import verdict_strip
from claims.models import Citation, Edition
from claims.rating.vocabulary import JUDGED_BY_TWO, Direction
from claims.streams import count_by_stream
from claims.views.claim_list import CROSS_CUTTING
from claims.views.exported import rows_taken
from claims.views.filters import Filter, refuse_parameters, select
from claims.views.known_limits import known_limits
from claims.views.list_export import address_of, links, list_answer, wanted
from claims.views.list_tables import GAP_MAP
from sources.vocabulary import DoseRegime, Substance

CHANGES_SHOWN = 6
NOT_JUDGED = ("items", "abstract_only", "bias_not_assessed", "role_unclear", "n_assumed")


def overview(request):
    want = wanted(request, cites=False)
    claims = list(_current())
    selection = select(want.query, map_filters(claims))
    if want.format:
        address = address_of(request, want.query)
        rows = map_rows(narrowed_map(claims, selection))
        taken = rows_taken("gap map", GAP_MAP, rows, address, selection.words)
        return list_answer(request, want, taken, name="gap-map")
    context = _front_page(claims, selection) | {"formats": links(request, cites=False)}
    return render(request, "claims/overview.html", context)


def _front_page(claims, selection):
    return {
        "claims": claims,
        "selection": selection,
        "map": narrowed_map(claims, selection),
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


def map_filters(claims):
    mechanisms = {row.mechanism or CROSS_CUTTING: _mechanism_name(row) for row in claims}
    studies = [study for row in claims for study in _studies(row)]
    substances = {code for study in studies for code in study["substances"]}
    regimes = {code for study in studies for code in study["regimes"]}
    return [
        Filter("mechanism", "Mechanism", mechanisms, mechanisms),
        Filter("substance", "Substance", dict(Substance.choices), substances),
        Filter("dose", "Dose in the studies", dict(DoseRegime.choices), regimes),
    ]


def _studies(row):
    return row.summary.get("studies_at", [])


def _mechanism_name(row):
    mechanism = row.summary["mechanism"]
    return mechanism["name"] if mechanism else "Across the mechanisms"


def narrowed_map(claims, selection):
    """Return the map of the studies asked for, counted again study by study."""
    chosen = selection.chosen.get
    if wanted := chosen("mechanism"):
        claims = [row for row in claims if (row.mechanism or CROSS_CUTTING) == wanted]
    if not (chosen("substance") or chosen("dose")):
        return gap_map(claims)
    asked = {"substances": chosen("substance"), "regimes": chosen("dose")}
    return gap_map(claims, {row.slug: count_by_stream(_fitting(row, asked)) for row in claims})


def map_rows(drawn):
    """Yield every cell of the map as a row: a claim, a kind of evidence and how many studies found what."""
    cells = [
        (row.claim, cell) for group in drawn.groups for row in group.rows for cell in row.cells
    ]
    for claim, cell in cells:
        yield {
            **{
                name: getattr(claim, name)
                for name in ("statement", "mechanism", "verdict", "certainty")
            },
            "claim": claim.slug,
            "stream": cell.stream.value,
            "studies": cell.total,
            "tally": {one.value: 0 for one in Direction} | {one.value: n for one, n in cell.tally},
        }


def _fitting(row, asked):
    """Return the studies of a claim that have every code asked for."""
    wanted = [(name, code) for name, code in asked.items() if code]
    return [study for study in _studies(row) if all(code in study[name] for name, code in wanted)]


def counts(claims):
    """Return what has not been judged yet, over all claims."""
    totals = {name: sum(row.summary.get(name, 0) for row in claims) for name in NOT_JUDGED}
    states = Counter(row.review_state for row in claims)
    return totals | {
        "claims": len(claims),
        "by_one": states["one-reviewer"],
        "by_two": sum(states[state] for state in JUDGED_BY_TWO),
        "divided": states["disagreement"],
        "out_of_date": states["stale"],
    }


def article(request):
    refuse_parameters(request)
    sections = argument.with_claims(_current())
    return render(request, "claims/article.html", {"sections": sections, "title": argument.TITLE})


def mechanism_detail(request, slug):
    refuse_parameters(request)
    claims = list(Edition.objects.current().in_reading_order().filter(mechanism=slug))
    if not claims:
        raise Http404
    mechanism = claims[0].summary["mechanism"]
    context = {
        "mechanism": mechanism,
        "claims": claims,
        "chain": chain(claims),
        "strips": strips(claims),
        "neighbours": list(pairwise(claims)),
    }
    return render(request, "claims/mechanism_detail.html", context)


def methods(request):
    refuse_parameters(request)
    context = {"method": method.page(), "known": known_limits(_current(), Citation.objects)}
    return render(request, "claims/methods.html", context)


def about(request):
    refuse_parameters(request)
    return render(request, "claims/about.html")
