"""The glossary: every term with its definition, and the claims whose sentence uses it."""

from django.shortcuts import render

from claims import glossary as words
from claims.models import Edition
from claims.views.filters import refuse_parameters


def glossary(request):
    refuse_parameters(request)
    claims = Edition.objects.current().without_documents().in_reading_order()
    return render(request, "claims/glossary.html", {"letters": letters(list(claims))})


def letters(claims):
    """Return [(letter, entries)]: each term beside the claims that name it."""
    naming = {claim: words.mentioned([claim.statement]) for claim in claims}
    return [
        (
            letter,
            [
                {"term": term, "claims": [one for one in claims if term.slug in naming[one]]}
                for term in terms
            ],
        )
        for letter, terms in words.by_letter()
    ]
