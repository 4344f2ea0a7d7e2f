"""Whole addresses of pages and of what the API tells of the same things."""

from urllib.parse import urlencode

from django.urls import reverse


def whole(request, name, *arguments, **query):
    """Return the address of a page or a resource by its name in our address tables."""
    tail = f"?{urlencode(query)}" if query else ""
    return request.build_absolute_uri(reverse(name, args=arguments) + tail)


def claim_links(request, slug, item=""):
    place = f"#{item}" if item else ""
    return {
        "page": whole(request, "claim_detail", slug) + place,
        "api": whole(request, "api:claim", slug),
    }


def edition_links(request, edition):
    arguments = edition.slug, edition.number
    return {
        "page": whole(request, "edition_detail", *arguments),
        "api": whole(request, "api:edition", *arguments),
    }


def source_links(request, key):
    return {
        "page": whole(request, "source_detail", key),
        "api": whole(request, "api:source", key),
    }


def mechanism_links(request, slug):
    return {
        "page": whole(request, "mechanism_detail", slug),
        "api": whole(request, "api:claims", mechanism=slug),
    }
