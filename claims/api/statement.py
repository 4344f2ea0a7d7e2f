"""What this base is, how much it holds and of when that is."""

from ninja import Router

from claims import feeds
from claims.api.addresses import whole
from claims.api.schemas import Statement
from claims.api.version import TITLE, VERSION
from claims.models import Citation, Edition
from claims.views.filters import refuse_parameters

router = Router(tags=["Statement"])


@router.api_operation(
    ["GET", "HEAD"], "statement", response=Statement, operation_id="statement", summary="How much there is"
)  # fmt: skip
def statement(request):
    """How many claims, results, sources and editions there are, and when the newest was published."""
    refuse_parameters(request)
    now = request.published
    return {
        "title": TITLE,
        "version": VERSION,
        "rule": _rule(),
        "as_of": now.as_of and now.as_of.isoformat(),
        "counts": _counts(now),
        "links": {"page": whole(request, "overview"), "api": whole(request, "api_openapi")},
    }


def _rule():
    newest = Edition.objects.order_by("-published_at", "-pk")
    return newest.values_list("rule", flat=True).first()


def _counts(now):
    current = Edition.objects.current()
    named = current.exclude(mechanism="").order_by()
    return {
        "mechanisms": named.values("mechanism").distinct().count(),
        "claims": current.count(),
        "evidence": sum(current.values_list("summary__items", flat=True)),
        "sources": Citation.objects.one_per_source().count(),
        "editions": now.count,
        "changes": feeds.changes().count(),
    }
