"""What changed for readers, newest first, as a program reads it."""

from django.db.models import F, OuterRef, Subquery
from ninja import Router

from claims import feeds
from claims.api.addresses import edition_links
from claims.api.pagination import Asking, framed
from claims.api.schemas import Change, page_model, values
from claims.models import Edition
from claims.views.filters import Filter

router = Router(tags=["Changes"])


def change_filters():
    claims = dict(Edition.objects.current().in_reading_order().values_list("slug", "statement"))
    return [Filter("claim", "Claim", claims, claims, "slug")]


ASKING = Asking(change_filters)


@router.api_operation(
    ["GET", "HEAD"], "changes", response=page_model(Change), operation_id="changes", summary="What changed"
)  # fmt: skip
def changes(request):
    """Editions that changed a verdict, its certainty or its state of review, as the feeds tell them."""
    asked = ASKING.read(request)
    chosen = asked.selection.chosen.get("claim")
    found = changed().filter(slug=chosen) if chosen else changed()
    page = asked.page(found)
    return framed(request, asked, page, [_row(request, one) for one in page])


def changed():
    """Return the editions of the feeds, each with what stood at the top before it."""
    before = Edition.objects.filter(claim=OuterRef("claim"), number=OuterRef("number") - 1)
    was = {f"{name}_was": Subquery(before.values(name)[:1]) for name in feeds.TOLD}
    told = feeds.changes().order_by().values("pk")
    editions = Edition.objects.without_documents().filter(pk__in=told).annotate(**was)
    return editions.order_by(F("published_at").desc(), F("pk").desc())


def _row(request, edition):
    was = {f"{name}_before": getattr(edition, f"{name}_was") or None for name in feeds.TOLD}
    return values("editions", edition, **edition_links(request, edition)) | was
