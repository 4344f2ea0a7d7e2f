"""What readers download of one thing: a claim, an edition, a mechanism or a source, in every format."""

import re

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from claims.exports.file_formats import file_formats
from claims.exports.tables.evidence import Result, results
from claims.models import Citation, Edition
from claims.views.exported import claims_taken, results_taken
from claims.views.filters import refuse_parameters
from claims.views.list_export import REFERENCES, References, answer, is_of_references

SUFFIXES = {one.suffix: one for one in file_formats().values()}
PATTERN = "|".join(map(re.escape, SUFFIXES))


def claim_file(request, slug, suffix):
    """The current edition of a claim: its results, its document and its references."""
    edition = _edition(request, Edition.objects.current(), slug=slug)
    return _edition_answer(request, edition, suffix, "claim_file", [slug])


def edition_file(request, slug, number, suffix):
    """One edition, as its permanent address shows it."""
    edition = _edition(request, Edition.objects, slug=slug, number=number)
    return _edition_answer(request, edition, suffix, "edition_file", [slug, number])


def mechanism_file(request, slug, suffix):
    """The current claims of a mechanism and their references."""
    refuse_parameters(request)
    editions = Edition.objects.current().in_reading_order().filter(mechanism=slug)
    first = editions.without_documents().first()
    if first is None:
        raise Http404
    page = request.build_absolute_uri(reverse("mechanism_detail", args=[slug]))
    about = {"mechanism": first.summary["mechanism"]}
    taken = claims_taken(f"claims of the mechanism {slug}", editions, (), page, about)
    names = f"{slug}-claims", f"{slug}-{REFERENCES}"
    return _answer(request, taken, suffix, "mechanism_file", [slug], names=names)


def source_file(request, key, suffix):
    """One source: its record, its results on every claim, and itself as a reference."""
    refuse_parameters(request)
    citations = list(Citation.objects.current().filter(key=key).select_related("edition"))
    if not citations:
        return _moved(key, suffix)
    editions = sorted((one.edition for one in citations), key=lambda one: one.position)
    record = citations[0].record
    page = request.build_absolute_uri(reverse("source_detail", args=[key]))
    rows = [row for row in results(editions) if row.item["source"] == key]
    taken = results_taken(f"results of {key}", rows, editions, (), page, {"source": record})
    taken = taken._replace(references=References(1, [record]))
    return _answer(request, taken, suffix, "source_file", [key], names=(f"{key}-results", key))


def _edition(request, editions, **named):
    refuse_parameters(request)
    return get_object_or_404(editions, **named)


def _edition_answer(request, edition, suffix, view, place):
    page = request.build_absolute_uri(edition.get_absolute_url())
    name = f"results of {edition.slug}, edition {edition.number}"
    rows = [Result(edition, item) for item in edition.document["evidence"]]
    taken = results_taken(name, rows, [edition], (), page, {"document": edition.document})
    called = f"{edition.slug}-edition-{edition.number}"
    names = f"{called}-results", f"{called}-{REFERENCES}"
    return _answer(request, taken, suffix, view, place, names=names)


def _moved(key, suffix):
    """Send a reader from the key of a merged source to the one that is kept."""
    kept = Citation.objects.heir(key)
    if kept is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse("source_file", args=[kept, suffix]))


def _answer(request, taken, suffix, view, place, *, names):
    """Return the file; `names` are those of a table and of references."""
    described_by = request.build_absolute_uri(reverse(view, args=[*place, "json"]))
    chosen = SUFFIXES[suffix]
    name = names[is_of_references(chosen)]
    return answer(taken, chosen, name=name, described_by=described_by)
