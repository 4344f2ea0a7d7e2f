"""The list of claims: every current edition, narrowed and ordered as asked."""

from django.db.models import Case, Value, When
from django.shortcuts import render

from claims.models import Edition
from claims.rating import vocabulary
from claims.templatetags.tag_names import tag_name
from claims.views.exported import claims_taken
from claims.views.filters import Filter, facet, parts, select
from claims.views.list_export import address_of, links, list_answer, wanted

PER_PAGE = 25
CROSS_CUTTING = "cross-cutting"


def ranked(field, terms):
    """Return the place of a code in its vocabulary, for ordering in SQL; none comes last."""
    places = [When(**{field: code}, then=Value(place)) for place, code in enumerate(terms.values())]
    return Case(*places, default=Value(len(places)))


SORTS = {
    "article": ("In the article's order", "position", "slug"),
    "verdict": ("Verdict, supported first", ranked("verdict", vocabulary.Verdict), "position"),
    "certainty": (
        "Certainty, highest first",
        Case(When(certainty="", then=Value(-1)), default=ranked("certainty", vocabulary.Certainty)).desc(),
        "position",
    ),
    "changed": ("Last changed first", "-published_at", "position"),
}  # fmt: skip
COLUMNS = ("mechanism", "verdict", "certainty", "review_state", "kind", "scope", "tags")


def claim_list(request):
    want = wanted(request)
    selection = select(want.query, claim_filters(), SORTS)
    editions = Edition.objects.current().without_documents()
    if want.format:
        narrowed, address = selection.narrow(editions), address_of(request, want.query)
        taken = claims_taken("claims", narrowed, selection.words, address)
        return list_answer(request, want, taken, name="claims")
    listing = selection.page(editions, PER_PAGE)
    context = {
        "listing": listing,
        "review": shared_review(listing.page),
        "formats": links(request),
    }
    return render(request, "claims/claim_list.html", context)


def shared_review(editions):
    """Return the state of review that all of several rows are in; "" if they differ."""
    labels = {edition.summary["review"]["label"] for edition in editions}
    return labels.pop() if len(labels) == 1 and len(editions) > 1 else ""


def claim_filters():
    rows = list(
        Edition.objects.current()
        .order_by("position", "slug")
        .values(*COLUMNS, "summary__mechanism__name")
    )
    tags = {slug: tag_name(slug) for slug in parts(rows, "tags", " ")}
    mechanisms = {row["mechanism"] or CROSS_CUTTING: _mechanism_words(row) for row in rows}
    return [
        Filter("mechanism", "Mechanism", mechanisms, mechanisms, stored=_stored_mechanism),
        Filter("verdict", "Verdict", dict(vocabulary.HEADLINES), facet(rows, "verdict")),
        _of(vocabulary.Certainty, "certainty", "Certainty", rows),
        _of(vocabulary.ReviewState, "review", "Review", rows, column="review_state"),
        _of(vocabulary.ClaimKind, "kind", "Kind of claim", rows),
        _of(vocabulary.Scope, "scope", "Dose it is about", rows),
        Filter("tag", "Tag", tags, tags, "tags__contains", lambda slug: f" {slug} "),
    ]


def _of(terms, name, label, rows, column=""):
    column = column or name
    return Filter(name, label, dict(terms.choices()), facet(rows, column), column)


def _mechanism_words(row):
    return row["summary__mechanism__name"] or "Across the mechanisms"


def _stored_mechanism(value):
    return "" if value == CROSS_CUTTING else value
