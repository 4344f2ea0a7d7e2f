"""Readers' notes on a claim or a source: no account, no cookie, and nothing of them is public."""

import re
from dataclasses import dataclass

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from claims import notes
from claims.models import Citation, Edition
from claims.note_forms import NoteForm
from claims.views.filters import refuse_parameters

NUMBER = re.compile(r"[1-9][0-9]{0,8}")
# What browsers say of a form that was sent from this site, or by the reader's own hand.
OWN_SITES = ("same-origin", "same-site", "none")
# People neither see nor reach the field of this name; programs fill it in.
TRAP = "homepage"
FOREIGN = (
    "This form was sent from another site, and nothing was kept. If you have something to tell us,"
    " write it here."
)
NO_EDITION = (
    "The form did not say which edition you read, and the note was not sent. What you typed is"
    " still here: compare it with the page as it now stands, and send it again."
)


@dataclass(frozen=True)
class Place:
    """The page that a note is about, as it stands now."""

    edition: Edition
    title: str
    source_key: str = ""

    @property
    def page(self):
        return self._address("source_detail" if self.source_key else "claim_detail")

    @property
    def thanks(self):
        return self._address("source_note_thanks" if self.source_key else "claim_note_thanks")

    def _address(self, name):
        return reverse(name, args=[self.source_key or self.edition.slug])

    def edition_of(self, number):
        """Return the edition of that number that shows this place, or None."""
        if not NUMBER.fullmatch(number):
            return None
        named = Edition.objects.without_documents().filter(
            claim=self.edition.claim_id, number=number
        )
        if self.source_key:
            named = named.filter(citations__key=self.source_key)
        return named.first()


def _claim(slug):
    edition = get_object_or_404(Edition.objects.current().without_documents(), slug=slug)
    return Place(edition, edition.statement)


def _source(key):
    """Return the place of a source: its edition is the first, in reading order, that cites it."""
    cited = Citation.objects.current().filter(key=key).select_related("edition")
    citations = list(cited.defer("edition__document"))
    if not citations:
        kept = Citation.objects.heir(key)
        if kept is None:
            raise Http404
        return _source(kept)
    first = min(citations, key=lambda citation: citation.edition.position)
    return Place(first.edition, first.label, key)


@never_cache
def claim_note(request, slug):
    return _answer(request, _claim(slug))


@never_cache
def source_note(request, key):
    return _answer(request, _source(key))


def claim_note_thanks(request, slug):
    return _thank(request, _claim(slug))


def source_note_thanks(request, key):
    return _thank(request, _source(key))


def _thank(request, place):
    refuse_parameters(request)
    return render(request, "claims/note_thanks.html", {"place": place})


def _answer(request, place):
    refuse_parameters(request)
    if request.method != "POST":
        return _show(request, place, NoteForm())
    if request.headers.get("Sec-Fetch-Site", "none") not in OWN_SITES:
        return _show(request, place, NoteForm(), refusal=FOREIGN, status=403)
    if request.POST.get(TRAP):
        return _redirect(place)
    return _take(request, place, NoteForm(request.POST))


def _take(request, place, form):
    """Put the note into the queue, or show the form again with everything that was typed."""
    edition = place.edition_of(request.POST.get("edition", ""))
    if edition is None:
        return _show(request, place, form, refusal=NO_EDITION, status=400)
    if not form.is_valid():
        return _show(request, place, form, edition, status=400)
    sender = notes.sender_of(request.META.get("REMOTE_ADDR", ""))
    try:
        notes.send(edition=edition, source_key=place.source_key, sender=sender, **form.cleaned_data)
    except notes.TooManyNotes as many:
        response = _show(request, place, form, edition, refusal=many, status=429)
        response.headers["Retry-After"] = str(many.seconds)
        return response
    return _redirect(place)


def _redirect(place):
    return HttpResponseRedirect(place.thanks, status=303)


def _show(request, place, form, edition=None, *, refusal="", status=200):
    context = {
        "place": place,
        "form": form,
        "edition": edition or place.edition,
        "source_key": place.source_key,
        "refusal": refusal,
    }
    return render(request, "claims/note.html", context, status=status)
