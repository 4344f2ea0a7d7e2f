"""What goes with the permanent address of an edition: its citation as a file, and its card."""

from hashlib import sha256

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response

from claims.cards import drawn
from claims.exports.edition_citation import bibtex, ris
from claims.models import Edition
from claims.views.filters import refuse_parameters

# What a numbered edition says never changes; how we draw it may.
KEPT = "public, max-age=86400"


def edition_bibtex(request, slug, number):
    """The citation of one edition for BibTeX."""
    return _cited(request, slug, number, bibtex, "application/x-bibtex", "bib")


def edition_ris(request, slug, number):
    """The citation of one edition for reference managers."""
    return _cited(request, slug, number, ris, "application/x-research-info-systems", "ris")


def _cited(request, slug, number, write, media_type, suffix):
    edition = _edition(request, Edition.objects, slug, number)
    text = write(edition, request.build_absolute_uri(edition.get_absolute_url()))
    name = f"{slug}-edition-{number}-citation.{suffix}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(text, content_type=f"{media_type}; charset=utf-8", headers=headers)


def edition_card(request, slug, number):
    """The card of one edition, as link previews show it."""
    editions = Edition.objects.without_documents().select_related("card")
    edition = _edition(request, editions, slug, number)
    picture = bytes(edition.card.png) if hasattr(edition, "card") else drawn(edition)
    tag = f'"{sha256(picture).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=tag)
    if response is None:
        response = HttpResponse(picture, content_type="image/png")
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = KEPT
    return response


def _edition(request, editions, slug, number):
    refuse_parameters(request)
    return get_object_or_404(editions, slug=slug, number=number)
