"""The readers' search as a program uses it."""

from django.core.exceptions import BadRequest
from ninja import Router

from claims import search as shelf
from claims.api.addresses import claim_links, source_links
from claims.api.pagination import Asking, framed
from claims.api.schemas import FoundPage
from claims.views.search import search_filters, words_of

ASKING = Asking(search_filters, texts=("q",), numbers=("page",), size=shelf.PER_PAGE)

router = Router(tags=["Search"])


@router.api_operation(
    ["GET", "HEAD"], "search", response=FoundPage, operation_id="search", summary="Search"
)  # fmt: skip
def search(request):
    """Claims, results and sources that hold all words of `q`, as the page of search finds them."""
    asked = ASKING.read(request)
    chosen = asked.selection.chosen
    codes = {one.name: one.stored(chosen.get(one.name, "")) for one in asked.selection.filters}
    answer = _understood(request.GET.get("q", ""), codes, asked.number)
    page = asked.page(range(answer.total))
    told = [_found(request, result) for result in answer.results]
    words = words_of(request.GET.get("q", ""), asked.selection)
    return framed(request, asked, page, told) | {
        "filters": words,
        "nearest": answer.nearest or None,
    }


def _understood(text, codes, number):
    try:
        return shelf.search(text, codes, number)
    except shelf.Unsearchable as refusal:
        raise BadRequest(str(refusal)) from refusal


def _found(request, result):
    document = result.document
    is_source = document.kind == "source"
    links = source_links(request, document.key) if is_source else claim_links(request, document.slug, document.item)  # fmt: skip
    return {
        "kind": document.kind,
        "title": document.title,
        "excerpt": "".join(text for text, _ in result.excerpt),
        "claim": document.slug or None,
        "source": document.key or None,
        "evidence": document.item or None,
        "links": links,
    }
