"""The whole base to download: what `build_exports` has built, and all Markdown files as of now."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from claims.models import Citation, Edition
from claims.views.filters import refuse_parameters
from claims.views.list_export import NAME
from claims.whole_base.artefacts import artefacts, markdown
from claims.whole_base.built import DESCRIPTIONS, built, opened
from claims.whole_base.shelf import Shelf
from sources.formats import formats

# Asked again each time; answered without the file while it is the same.
FRESH = "public, no-cache"
# Search engines list pages, not files.
NOT_LISTED = "noindex"
ZIP = "application/zip"
ARCHIVE = "microdosing-evidence.zip"


def export_index(request):
    """What there is to download, how old it is, and what has been published since."""
    refuse_parameters(request)
    claims = list(Edition.objects.current().in_reading_order().without_documents())
    mechanisms = {row.mechanism: row.summary["mechanism"] for row in claims if row.mechanism}
    found = built(settings.EXPORT_DIR)
    newer = [row for row in claims if found and (row.slug, row.number) not in found.editions]
    context = {
        "claims": claims,
        "mechanisms_shown": list(mechanisms.values()),
        "results": sum(row.summary["items"] for row in claims),
        "sources": Citation.objects.one_per_source().count(),
        "references": _references(),
        "built": found,
        "newer": newer,
        "newest": max((row.published_at for row in newer), default=None),
    }
    return render(request, "claims/export_index.html", context)


def _references():
    """Return the formats of references with the address of all sources in each."""
    sources = reverse("source_list")
    return [
        {"label": one.label, "address": f"{sources}?{NAME}={name}"}
        for name, one in formats().items()
    ]


def export_file(request, name):
    """One of the built files, as it is."""
    refuse_parameters(request)
    found = opened(settings.EXPORT_DIR, name)
    if found is None:
        return _missing(request, name)
    made, file, stream = found
    stamp = int(made.built_at.timestamp())
    tag = f'"{file.sha256}"'
    response = get_conditional_response(request, etag=tag, last_modified=stamp)
    if response is None:
        response = FileResponse(stream, as_attachment=True, content_type=file.media_type)
    else:
        stream.close()
    for header, value in (
        ("ETag", tag),
        ("Last-Modified", http_date(stamp)),
        ("Cache-Control", FRESH),
        ("X-Robots-Tag", NOT_LISTED),
    ):
        response.headers[header] = value
    return response


def markdown_zip(request):
    """All Markdown files of this moment, with the address at which they were asked for."""
    refuse_parameters(request)
    with TemporaryDirectory() as folder:
        path = Path(folder) / ARCHIVE
        markdown.write(Shelf(request.build_absolute_uri("/")), path)
        # It is read to its end although it no longer has a name.
        headers = {"X-Robots-Tag": NOT_LISTED}
        return FileResponse(path.open("rb"), as_attachment=True, content_type=ZIP, headers=headers)


def _missing(request, name):
    """Say how a file that could be there comes to be; any other name is no page at all."""
    if name not in {*DESCRIPTIONS, *(one.name for one in artefacts())}:
        raise Http404
    return render(request, "claims/export_missing.html", {"name": name}, status=404)
