"""What crawlers may read."""

from django.shortcuts import render

from claims.views.filters import refuse_parameters


def robots(request):
    """The rules for crawlers, with the address of the sitemap."""
    refuse_parameters(request)
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")
