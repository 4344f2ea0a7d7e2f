"""The pages of the sources that current editions cite."""

from django.db.models import F, Q
from django.db.models.functions import Lower
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from claims.models import Citation
from claims.rating.vocabulary import Blinding, Comparator, DirectnessDimension
from claims.templatetags.tag_names import tag_name
from claims.views.exported import sources_taken
from claims.views.filters import Filter, facet, parts, refuse_parameters, select
from claims.views.list_export import address_of, links, list_answer, wanted
from sources.citations import parts as reference_parts
from sources.vocabulary import REVIEW_DESIGNS, Design, DoseRegime, Species, Status, Substance

PER_PAGE = 25
SORTS = {
    "newest": ("Newest first", F("year").desc(nulls_last=True), "key"),
    "oldest": ("Oldest first", F("year").asc(nulls_last=True), "key"),
    "author": ("First author", Lower("label"), "key"),
}
COLUMNS = ("design", "species", "dose_regime", "substances", "tags", "status", "year")


def source_list(request):
    want = wanted(request)
    selection = select(want.query, source_filters(), SORTS)
    cited = Citation.objects.one_per_source()
    if want.format:
        narrowed, address = selection.narrow(cited), address_of(request, want.query)
        taken = sources_taken("sources", narrowed, selection.words, address)
        return list_answer(request, want, taken, name="sources")
    context = {"listing": selection.page(cited, PER_PAGE), "formats": links(request)}
    return render(request, "claims/source_list.html", context)


def source_filters():
    rows = list(Citation.objects.current().order_by().values(*COLUMNS).distinct())
    tags = {slug: tag_name(slug) for slug in parts(rows, "tags", " ")}
    years = {year: year for year in sorted(facet(rows, "year"), reverse=True)}
    substances = parts(rows, "substances", ",")
    return [
        _of(Design, "design", "Design", rows),
        _of(Species, "species", "Studied in", rows),
        _of(DoseRegime, "dose", "Dose", rows, column="dose_regime"),
        Filter("substance", "Substance", dict(Substance.choices), substances, "substances__contains", lambda code: f",{code},"),
        Filter("tag", "Tag", tags, tags, "tags__contains", lambda slug: f" {slug} "),
        _of(Status, "status", "Status", rows),
        Filter("year", "Year", years, years, stored=int),
    ]  # fmt: skip


def _of(choices, name, label, rows, column=""):
    column = column or name
    return Filter(name, label, dict(choices.choices), facet(rows, column), column)


def source_detail(request, key):
    refuse_parameters(request)
    citations = list(Citation.objects.current().filter(key=key).select_related("edition"))
    if not citations:
        return moved(key)
    return render(request, "claims/source_detail.html", _page(citations, key))


def moved(key, page="source_detail"):
    """Send a reader from the key of a merged source to the one that is kept; else there is no page."""
    kept = Citation.objects.heir(key)
    if kept is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse(page, args=[kept]))


def _page(citations, key):
    record, found = citations[0].record, findings(citations, key)
    return {
        "record": record,
        "reference": reference_parts(record),
        "findings": found,
        "details": details(found),
        "relations": relations(record),
    }


def findings(citations, key):
    """Return what each current edition says of the source, in reading order."""
    editions = sorted((citation.edition for citation in citations), key=lambda one: one.position)
    return [
        {"claim": edition, "item": item, "distances": _distances(item)}
        for edition in editions
        for item in edition.document["evidence"]
        if item["source"] == key
    ]


def _distances(item):
    """Return the dimensions in which a result does not hit its claim squarely."""
    levels = {one: item[f"d_{one.value}"] for one in DirectnessDimension}
    return [
        {"dimension": one, "level": level}
        for one, level in levels.items()
        if level in ("partial", "indirect")
    ]


def details(found):
    """Return what the items, not the record, know of the study: each once, in the order met."""
    items = [finding["item"] for finding in found]
    comparators = [Comparator(item["comparator"]).label for item in items if item["comparator"]]
    rates = [item["correct_guess_rate"] for item in items if item["correct_guess_rate"]]
    return {
        "comparators": list(dict.fromkeys(comparators)),
        "blinding": list(dict.fromkeys(Blinding(item["blinding"]).label for item in items)),
        "guesses": list(dict.fromkeys(rates)),
    }


def relations(record):
    """Return papers on the same study, reviews that include it and studies that it includes."""
    key, own = record["key"], _includes(record)
    near = Q(study=record["study"]) | Q(key__in=own) | Q(design__in=REVIEW_DESIGNS)
    near |= Q(key=_article(record)) | Q(record__version_of__key=key)
    others = list(Citation.objects.one_per_source().filter(near).exclude(key=key))
    article, versions = _article(record), [one for one in others if _article(one.record) == key]
    return {
        "version_of": record.get("version_of"),
        "article": next((one for one in others if one.key == article), None),
        "versions": versions,
        "companions": [
            one
            for one in others
            if one.study == record["study"] and one.key != article and one not in versions
        ],
        "included_in": [one for one in others if key in _includes(one.record)],
        "includes": [one for one in others if one.key in own],
    }


def _article(record):
    """Return the key of the article that this is an earlier version of; nothing for most."""
    return record["version_of"]["key"] if record.get("version_of") else ""


def _includes(record):
    return record["review"]["includes"] if record["review"] else []
