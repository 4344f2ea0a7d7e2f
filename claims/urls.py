from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from claims import feeds, sitemaps
from claims.views import (
    citing,
    claim,
    claim_list,
    compare,
    export,
    figure,
    file,
    glossary,
    method_pages,
    note,
    overdue,
    overview,
    reviewers,
    robots,
    safety,
    search,
    source,
    tags,
    tour,
    whole_base,
)


def page(route, view, make=path):
    """A reader's page: it only answers questions, and its address is named like its view."""
    return make(route, require_safe(view), name=view.__name__)


def form(route, view):
    """A reader's form: no cookie goes with it and it uses nobody's authority, so nobody forges it."""
    allowed = require_http_methods(["GET", "HEAD", "POST"])
    return path(route, csrf_exempt(allowed(view)), name=view.__name__)


EDITION = r"^claims/(?P<slug>[-\w]+)/editions/(?P<number>[1-9]\d{0,8})"
FILE = rf"\.(?P<suffix>{file.PATTERN})$"
FIGURE = r"figures/(?P<name>[a-z0-9-]+)\.(?P<kind>svg|png)$"

urlpatterns = [
    page("", overview.overview),
    page("robots.txt", robots.robots),
    page("sitemap.xml", sitemaps.sitemap),
    page("article/", overview.article),
    page("methods/", overview.methods),
    page("methods/constants/", method_pages.methods_constants),
    page("methods/examples/", method_pages.methods_examples),
    page("methods/criticisms/", method_pages.methods_criticisms),
    page("methods/sources/", method_pages.methods_sources),
    page("compare/", compare.compare),
    page("tags/", tags.tag_list),
    page("about/", overview.about),
    page("tour/", tour.tour),
    page("glossary/", glossary.glossary),
    page("safety/", safety.safety),
    page("overdue/", overdue.overdue),
    page("reviewers/", reviewers.reviewers),
    page("mechanisms/<slug:slug>/", overview.mechanism_detail),
    page("mechanisms/<slug:slug>/feed/", feeds.mechanism_feed),
    page("mechanisms/<slug:slug>.md", export.mechanism_markdown),
    page(rf"^mechanisms/(?P<slug>[-\w]+){FILE}", file.mechanism_file, make=re_path),
    # Letters of any script: an edition keeps the tags that it was published with.
    page(r"^tags/(?P<slug>[-\w]+)/$", tags.tag_detail, make=re_path),
    page(f"^{FIGURE}", figure.overview_figure, make=re_path),
    page(rf"^mechanisms/(?P<slug>[-\w]+)/{FIGURE}", figure.mechanism_figure, make=re_path),
    page(rf"^claims/(?P<slug>[-\w]+)/{FIGURE}", figure.claim_figure, make=re_path),
    page(
        rf"^claims/(?P<slug>[-\w]+)/editions/(?P<number>[1-9]\d{{0,8}})/{FIGURE}",
        figure.edition_figure,
        make=re_path,
    ),
    page("claims/", claim_list.claim_list),
    page("claims/<slug:slug>/", claim.claim_detail),
    page("claims/<slug:slug>.md", export.claim_markdown),
    page(rf"^claims/(?P<slug>[-\w]+){FILE}", file.claim_file, make=re_path),
    page("claims/<slug:slug>/editions/", claim.edition_list),
    page("claims/<slug:slug>/feed/", feeds.claim_feed),
    # Nine digits at most: a longer number names no edition and overflows a database integer.
    page(
        r"^claims/(?P<slug>[-\w]+)/editions/(?P<number>[1-9]\d{0,8})/$",
        claim.edition_detail,
        make=re_path,
    ),
    page(
        r"^claims/(?P<slug>[-\w]+)/editions/(?P<number>[1-9]\d{0,8})\.md$",
        export.edition_markdown,
        make=re_path,
    ),
    page(
        r"^claims/(?P<slug>[-\w]+)/editions/(?P<first>[1-9]\d{0,8})\.\.(?P<second>[1-9]\d{0,8})/$",
        claim.edition_compare,
        make=re_path,
    ),
    page(rf"{EDITION}{FILE}", file.edition_file, make=re_path),
    page(rf"{EDITION}/cite\.bib$", citing.edition_bibtex, make=re_path),
    page(rf"{EDITION}/cite\.ris$", citing.edition_ris, make=re_path),
    page(rf"{EDITION}/card\.png$", citing.edition_card, make=re_path),
    form("claims/<slug:slug>/note/", note.claim_note),
    page("claims/<slug:slug>/note/thanks/", note.claim_note_thanks),
    page("sources/", source.source_list),
    page("sources/<slug:key>/", source.source_detail),
    page(rf"^sources/(?P<key>[-\w]+){FILE}", file.source_file, make=re_path),
    form("sources/<slug:key>/note/", note.source_note),
    page("sources/<slug:key>/note/thanks/", note.source_note_thanks),
    page("search/", search.search),
    page("search/suggest/", search.search_suggest),
    page("feeds/changes/", feeds.changes_feed),
    path("api/", include("claims.api.urls")),
    page("export/", whole_base.export_index),
    page("export/claims.md", export.claims_markdown),
    page("export/markdown.zip", whole_base.markdown_zip),
    page(r"^export/(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)$", whole_base.export_file, make=re_path),
]
