"""The addresses that search engines may list, each with its last change. From current editions only.

Left out are what-ifs, old editions, comparisons, filtered lists, the search and forms: none of them is to be listed.
"""

from django.contrib.sitemaps import Sitemap, views
from django.db.models import Max
from django.urls import reverse

from claims.models import Citation, Edition
from claims.views.filters import refuse_parameters

MADE_OF_EDITIONS = (
    *("overview", "article", "claim_list", "source_list", "safety", "overdue"),
    *("reviewers", "export_index", "tag_list", "compare"),
)
TEXTS = (
    *("about", "tour", "glossary", "methods", "methods_constants", "methods_examples"),
    *("methods_criticisms", "methods_sources", "api_page"),
)


class Pages(Sitemap):
    """Pages about the whole: what is made of all editions changes with the newest one."""

    def items(self):
        newest = Edition.objects.current().aggregate(newest=Max("published_at"))["newest"]
        return [(name, newest) for name in MADE_OF_EDITIONS] + [(name, None) for name in TEXTS]

    def location(self, item):
        return reverse(item[0])

    def lastmod(self, item):
        return item[1]


class Claims(Sitemap):
    """Claims as they stand now."""

    def items(self):
        return Edition.objects.current().without_documents().in_reading_order()

    def location(self, item):
        return reverse("claim_detail", args=[item.slug])

    def lastmod(self, item):
        return item.published_at


class Keyed(Sitemap):
    """Pages of what several claims share: changed when the newest of these was. Items are (key, moment)."""

    def location(self, item):
        return reverse(self.view, args=[item[0]])

    def lastmod(self, item):
        return item[1]


class Mechanisms(Keyed):
    view = "mechanism_detail"

    def items(self):
        named = Edition.objects.current().exclude(mechanism="").order_by("mechanism")
        return list(named.values_list("mechanism").annotate(newest=Max("published_at")))


class Sources(Keyed):
    view = "source_detail"

    def items(self):
        cited = Citation.objects.current().order_by("key")
        return list(cited.values_list("key").annotate(newest=Max("edition__published_at")))


class Tags(Keyed):
    view = "tag_detail"

    def items(self):
        cited = Citation.objects.current().order_by().values_list("tags", "edition__published_at")
        claims = Edition.objects.current().order_by().values_list("tags", "published_at")
        newest = {}
        for tags, moment in cited.union(claims):
            for tag in tags.split():
                newest[tag] = max(moment, newest.get(tag, moment))
        return sorted(newest.items())


SITEMAPS = {
    "pages": Pages,
    "claims": Claims,
    "mechanisms": Mechanisms,
    "sources": Sources,
    "tags": Tags,
}


def sitemap(request):
    """Every page that may be listed, on one map."""
    refuse_parameters(request)
    return views.sitemap(request, SITEMAPS)
