from django.urls import path, re_path
from django.views.decorators.http import require_safe

from claims.views import claim, claim_list, export, overview, source


def page(route, view, make=path):
    """A reader's page: it only answers questions, and its address is named like its view."""
    return make(route, require_safe(view), name=view.__name__)


urlpatterns = [
    page("", overview.overview),
    page("article/", overview.article),
    page("methods/", overview.methods),
    page("about/", overview.about),
    page("mechanisms/<slug:slug>/", overview.mechanism_detail),
    page("mechanisms/<slug:slug>.md", export.mechanism_markdown),
    # Letters of any script: an edition keeps the tags that it was published with.
    page(r"^tags/(?P<slug>[-\w]+)/$", overview.tag_detail, make=re_path),
    page("claims/", claim_list.claim_list),
    page("claims/<slug:slug>/", claim.claim_detail),
    page("claims/<slug:slug>.md", export.claim_markdown),
    page("claims/<slug:slug>/editions/", claim.edition_list),
    # Nine digits at most: a longer number names no edition and overflows a database integer.
    page(
        r"^claims/(?P<slug>[-\w]+)/editions/(?P<number>[1-9]\d{0,8})/$",
        claim.edition_detail,
        make=re_path,
    ),
    page("sources/", source.source_list),
    page("sources/<slug:key>/", source.source_detail),
    page("export/", export.export_index),
    page("export/claims.md", export.claims_markdown),
    page("export/markdown.zip", export.markdown_zip),
]
