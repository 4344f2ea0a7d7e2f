"""The pages of tags: all of them, and what stands under each."""

from collections import Counter

from django.http import Http404
from django.shortcuts import render

from claims.models import Citation, Edition
from claims.templatetags.tag_names import tag_name
from claims.views.claim_list import shared_review
from claims.views.exported import rows_taken
from claims.views.filters import select
from claims.views.found_export import tag_taken
from claims.views.list_export import address_of, links, list_answer, wanted
from claims.views.list_tables import TAGS


def tag_list(request):
    want = wanted(request, cites=False)
    select(want.query, ())
    tags = _all()
    if want.format:
        taken = rows_taken("tags", TAGS, tags, address_of(request, want.query))
        return list_answer(request, want, taken, name="tags")
    context = {"tags": tags, "formats": links(request, cites=False)}
    return render(request, "claims/tag_list.html", context)


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
    want = wanted(request)
    select(want.query, ())
    editions = Edition.objects.current().without_documents().in_reading_order()
    claims = list(editions.filter(tags__contains=f" {slug} "))
    sources = list(Citation.objects.one_per_source().filter(tags__contains=f" {slug} "))
    if not claims and not sources:
        raise Http404
    if want.format:
        taken = tag_taken(f"tag {slug}", claims, sources, address_of(request, want.query))
        return list_answer(request, want, taken, name=f"tag-{slug}")
    held = [*(row.summary["tags"] for row in claims), *(row.record["tags"] for row in sources)]
    context = {
        "tag": _name(held, slug),
        "claims": claims,
        "sources": sources,
        "review": shared_review(claims),
        "formats": links(request),
    }
    return render(request, "claims/tag_detail.html", context)


def _name(held, slug):
    return next(tag_name(tag["name"]) for tags in held for tag in tags if tag["slug"] == slug)
