"""The search page, and the titles that its field may offer while somebody types."""

from dataclasses import replace

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, JsonResponse
from django.shortcuts import render

from claims import search as shelf
from claims.models import Citation, Edition
from claims.rating import vocabulary
from claims.search.rows import CROSS_CUTTING, KINDS
from claims.views.filters import PAGE, Filter, Listing, Selection, only, select
from claims.views.found_export import found_taken
from claims.views.list_export import address_of, links, list_answer, wanted
from sources.vocabulary import Design, DoseRegime


def search(request):
    """What holds the words of ?q=, narrowed as asked."""
    want, filters = wanted(request), search_filters()
    only(want.query, "q", "page", *(one.name for one in filters))
    chosen = _chosen(want.query, filters)
    number, text = _page_number(want.query), want.query.get("q", "")
    asked = {one.name: one.stored(chosen.get(one.name, "")) for one in filters}
    answer = _understood(shelf.search, text, asked, number)
    selection = Selection(tuple(filters), {"q": text} | chosen)
    if want.format:
        found = shelf.documents(text, asked) if answer.total else ()
        words = words_of(text, selection)
        taken = found_taken("search", found, words, address_of(request, want.query))
        return list_answer(request, want, taken, name="search")
    context = {
        "formats": links(request),
        "answer": answer,
        "text": text,
        "listing": _listing(selection, answer, number),
        "kinds": _kinds(selection, answer),
        "offered": _offered(selection, answer),
        "rows": _rows(answer.results, filters),
    }
    return render(request, "claims/search.html", context)


def words_of(text, selection):
    """Return what was searched for and how it was narrowed, in words."""
    return [*([f"Words: {text}"] if text else []), *selection.words]


def search_suggest(request):
    """Up to eight titles with their addresses, as JSON."""
    only(request.GET, "q")
    found = _understood(shelf.suggest, request.GET.get("q", ""))
    offers = [
        {"title": one.title, "url": one.get_absolute_url(), "kind": one.get_kind_display()}
        for one in found
    ]
    return JsonResponse({"suggestions": offers}, headers={"X-Robots-Tag": "noindex"})


def search_filters():
    verdicts, directions = dict(vocabulary.HEADLINES), dict(vocabulary.Direction.choices())
    return [
        Filter("type", "Kind", KINDS, KINDS),
        _mechanism_filter(),
        Filter("verdict", "Verdict", verdicts, ()),
        Filter("direction", "Direction of the result", directions, ()),
        Filter("design", "Design", dict(Design.choices), ()),
        Filter("dose", "Dose", dict(DoseRegime.choices), ()),
    ]


def _mechanism_filter():
    """Search documents know a mechanism by its number, readers by its slug."""
    rows = Edition.objects.current().in_reading_order()
    named = list(rows.values_list("mechanism", "summary__mechanism__name", "position"))
    words = {slug or CROSS_CUTTING: name or "Across the mechanisms" for slug, name, _ in named}
    numbers = {slug or CROSS_CUTTING: str(position // 1000) for slug, _, position in named}
    return Filter("mechanism", "Mechanism", words, (), stored=numbers.get)


def _chosen(query, filters):
    asked = query.copy()
    for name in ("q", "page"):
        asked.pop(name, None)
    return dict(select(asked, filters).chosen)


def _page_number(query):
    page = query.get("page") or "1"
    if not PAGE.fullmatch(page):
        raise BadRequest(f"“{page[:60]}” is no page; give a number from 1.")
    return int(page)


def _understood(ask, *arguments):
    try:
        return ask(*arguments)
    except shelf.Unsearchable as refusal:
        raise BadRequest(str(refusal)) from refusal


def _listing(selection, answer, number):
    try:
        page = Paginator(range(answer.total), shelf.PER_PAGE).page(number)
    except EmptyPage as error:
        raise Http404 from error
    return Listing(selection, page)


def _kinds(selection, answer):
    """Return a link for each kind of thing that was found."""
    counts = (answer.counts or {}).get("type", {})
    kinds = {"": "Everything"} | {kind: words for kind, words in KINDS.items() if counts.get(kind)}
    return [
        {
            "address": replace(selection, chosen={**selection.chosen, "type": kind}).address(1),
            "words": words,
            "number": counts[kind] if kind else sum(counts.values()),
            "is_chosen": selection.chosen.get("type", "") == kind,
        }
        for kind, words in kinds.items()
    ]


def _offered(selection, answer):
    """Return the filters with how many each choice would leave."""
    shown = [one for one in selection.filters if answer.counts and one.name != "type"]
    return replace(selection, filters=tuple(_counted(one, answer.counts) for one in shown))


def _counted(one, counts):
    numbers = {value: counts[one.name][one.stored(value)] for value in one.words}
    words = {value: f"{words} ({numbers[value]})" for value, words in one.words.items()}
    present = [value for value, number in numbers.items() if number]
    return replace(one, words=words, present=present)


def _rows(results, filters):
    """Return the results with their codes in words; a claim answers with its edition."""
    slugs = {one.document.slug for one in results if one.document.kind == "claim"}
    keys = {one.document.key for one in results if one.document.kind == "source"}
    editions = Edition.objects.current().without_documents().filter(slug__in=slugs)
    citations = Citation.objects.one_per_source().filter(key__in=keys)
    answers = {edition.slug: edition.summary for edition in editions} if slugs else {}
    records = {citation.key: citation.record for citation in citations} if keys else {}
    return [
        _row(one, filters)
        | {"answer": one.document.kind == "claim" and answers.get(one.document.slug)}
        | {"record": one.document.kind == "source" and records.get(one.document.key)}
        for one in results
    ]


def _row(result, filters):
    document, words = result.document, {one.name: one.words for one in filters}
    return {
        "result": result,
        "document": document,
        "design": words["design"].get(document.design, document.design),
        "dose": words["dose"].get(document.dose, document.dose),
    }
