"""What readers take away: editions as Markdown, one claim, one mechanism or all claims in one file."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from claims.exports.markdown import claim_summary
from claims.exports.volumes import all_claims, mechanism_summary
from claims.models import Edition
from claims.views.filters import refuse_parameters

MARKDOWN = "text/markdown; charset=utf-8"


def claim_markdown(request, slug):
    refuse_parameters(request)
    edition = get_object_or_404(_current(), slug=slug)
    return _markdown(claim_summary(edition, base_url=_site(request)), slug)


def edition_markdown(request, slug, number):
    """One edition, as its permanent address shows it."""
    refuse_parameters(request)
    edition = get_object_or_404(Edition, slug=slug, number=number)
    summary = claim_summary(edition, base_url=_site(request))
    return _markdown(summary, f"{slug}-{edition.number}")


def mechanism_markdown(request, slug):
    refuse_parameters(request)
    editions = list(_current().filter(mechanism=slug))
    if not editions:
        raise Http404
    return _markdown(mechanism_summary(editions, base_url=_site(request)), slug)


def claims_markdown(request):
    refuse_parameters(request)
    return _markdown(all_claims(_current(), base_url=_site(request)), "claims")


def _current():
    return Edition.objects.current().in_reading_order()


def _site(request):
    return request.build_absolute_uri("/")


def _markdown(text, name):
    headers = {"Content-Disposition": f'inline; filename="{name}.md"'}
    return HttpResponse(text, content_type=MARKDOWN, headers=headers)
