"""The pages behind the methods page: numbers, worked examples, objections and sources."""

from django.shortcuts import render

from claims.methods import criticisms, examples, numbers, sources
from claims.models import Edition
from claims.sensitivity import by_claim, effects
from claims.views.filters import refuse_parameters


def methods_constants(request):
    refuse_parameters(request)
    editions = list(Edition.objects.current().in_reading_order())
    found = effects(edition.document for edition in editions)
    context = {
        "editions": editions,
        "newest": max((edition.published_at for edition in editions), default=None),
        "rows": numbers.rows(found),
        "claims": by_claim(editions, found),
        "changes": sum(effect.is_change for effect in found),
        "without_effect": sum(effect.is_change and not effect.verdicts for effect in found),
        "not_varied": numbers.NOT_VARIED,
    }
    return render(request, "claims/methods_constants.html", context)


def methods_examples(request):
    refuse_parameters(request)
    return render(request, "claims/methods_examples.html", {"examples": examples.examples()})


def methods_criticisms(request):
    refuse_parameters(request)
    return render(request, "claims/methods_criticisms.html", {"criticisms": criticisms.CRITICISMS})


def methods_sources(request):
    refuse_parameters(request)
    context = {"groups": sources.GROUPS, "reading": sources.READING}
    return render(request, "claims/methods_sources.html", context)
