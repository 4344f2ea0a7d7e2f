"""Mechanisms as a program reads them."""

from ninja import Router

from claims.api.addresses import mechanism_links
from claims.api.pagination import Asking, framed
from claims.api.schemas import MechanismRow, page_model, values
from claims.exports.tables.mechanisms import counted
from claims.models import Edition

ASKING = Asking()

router = Router(tags=["Mechanisms"])


@router.api_operation(
    ["GET", "HEAD"], "mechanisms", response=page_model(MechanismRow), operation_id="mechanisms", summary="Mechanisms"
)  # fmt: skip
def mechanisms(request):
    """The ways in which the article says that microdosing works, in its order."""
    asked = ASKING.read(request)
    # The database takes them out of the documents, which are large.
    named = Edition.objects.current().values_list("document__claim__mechanism", flat=True)
    page = asked.page(list(counted(named)))
    told = [values("mechanisms", row, **mechanism_links(request, row["slug"])) for row in page]
    return framed(request, asked, page, told)
