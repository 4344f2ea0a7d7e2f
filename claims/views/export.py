"""What readers take away: editions as Markdown, one claim, one mechanism or all claims in one file."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from claims.exports.markdown import claim_summary
from claims.exports.volumes import all_claims, mechanism_summary
from claims.models import Edition
from claims.views.filters import refuse_parameters
from claims.views.list_export import beside

MARKDOWN = "text/markdown; charset=utf-8"


def claim_markdown(request, slug):
    refuse_parameters(request)
    edition = get_object_or_404(_current(), slug=slug)
    text = claim_summary(edition, base_url=_site(request))
    return _markdown(request, text, slug, reverse("claim_file", args=[slug, "json"]))


def edition_markdown(request, slug, number):
    """One edition, as its permanent address shows it."""
    refuse_parameters(request)
    edition = get_object_or_404(Edition, slug=slug, number=number)
    summary = claim_summary(edition, base_url=_site(request))
    described_by = reverse("edition_file", args=[slug, number, "json"])
    return _markdown(request, summary, f"{slug}-edition-{edition.number}", described_by)


def mechanism_markdown(request, slug):
    refuse_parameters(request)
    editions = list(_current().filter(mechanism=slug))
    if not editions:
        raise Http404
    text = mechanism_summary(editions, base_url=_site(request))
    return _markdown(request, text, slug, reverse("mechanism_file", args=[slug, "json"]))


def claims_markdown(request):
    refuse_parameters(request)
    text = all_claims(_current(), base_url=_site(request))
    return _markdown(request, text, "claims", f"{reverse('claim_list')}?format=json")


def _current():
    return Edition.objects.current().in_reading_order()


def _site(request):
    return request.build_absolute_uri("/")


def _markdown(request, text, name, described_by):
    """Return the file; `described_by` is the path of the same claims as JSON."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}.md"',
        **beside(request.build_absolute_uri(described_by)),
    }
    return HttpResponse(text, content_type=MARKDOWN, headers=headers)
