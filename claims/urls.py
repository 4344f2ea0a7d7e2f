from django.urls import path, re_path

from claims.views import claim, claim_list, export, overview, source

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("article/", overview.article, name="article"),
    path("methods/", overview.methods, name="methods"),
    path("about/", overview.about, name="about"),
    path("mechanisms/<slug:slug>/", overview.mechanism_detail, name="mechanism_detail"),
    path("mechanisms/<slug:slug>.md", export.mechanism_markdown, name="mechanism_markdown"),
    path("tags/<slug:slug>/", overview.tag_detail, name="tag_detail"),
    path("claims/", claim_list.claim_list, name="claim_list"),
    path("claims/<slug:slug>/", claim.claim_detail, name="claim_detail"),
    path("claims/<slug:slug>.md", export.claim_markdown, name="claim_markdown"),
    path("claims/<slug:slug>/editions/", claim.edition_list, name="edition_list"),
    # Nine digits at most: a longer number names no edition and overflows a database integer.
    re_path(
        r"^claims/(?P<slug>[-\w]+)/editions/(?P<number>[1-9]\d{0,8})/$",
        claim.edition_detail,
        name="edition_detail",
    ),
    path("sources/", source.source_list, name="source_list"),
    path("sources/<slug:key>/", source.source_detail, name="source_detail"),
    path("export/", export.export_index, name="export_index"),
    path("export/claims.md", export.claims_markdown, name="claims_markdown"),
    path("export/markdown.zip", export.markdown_zip, name="markdown_zip"),
]
