"""The pages of tags: all of them, and what stands under each."""

from collections import Counter

from django.http import Http404
from django.shortcuts import render

from claims.models import Citation, Edition
from claims.templatetags.tag_names import tag_name
from claims.views.claim_list import shared_review
from claims.views.filters import refuse_parameters


def tag_list(request):
    refuse_parameters(request)
    return render(request, "claims/tag_list.html", {"tags": _all()})


def _all():
    """Return every tag by name, with how many claims and sources have it."""
    of_claims = list(Edition.objects.current().values_list("summary__tags", flat=True))
    of_sources = list(Citation.objects.one_per_source().values_list("record__tags", flat=True))
    names = {tag["slug"]: tag_name(tag["name"]) for tags in of_sources + of_claims for tag in tags}
    claims, sources = _count(of_claims), _count(of_sources)
    rows = [
        {"slug": slug, "name": name, "claims": claims[slug], "sources": sources[slug]}
        for slug, name in names.items()
    ]
    return sorted(rows, key=lambda row: (row["name"].lower(), row["slug"]))


def _count(lists):
    return Counter(tag["slug"] for tags in lists for tag in tags)


def tag_detail(request, slug):
    refuse_parameters(request)
    editions = Edition.objects.current().without_documents().in_reading_order()
    claims = list(editions.filter(tags__contains=f" {slug} "))
    sources = list(Citation.objects.one_per_source().filter(tags__contains=f" {slug} "))
    if not claims and not sources:
        raise Http404
    held = [*(row.summary["tags"] for row in claims), *(row.record["tags"] for row in sources)]
    context = {
        "tag": _name(held, slug),
        "claims": claims,
        "sources": sources,
        "review": shared_review(claims),
    }
    return render(request, "claims/tag_detail.html", context)


def _name(held, slug):
    return next(tag_name(tag["name"]) for tags in held for tag in tags if tag["slug"] == slug)
