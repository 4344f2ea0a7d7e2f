"""Figures to take away: each drawing on a sheet of its own, as SVG and as a PNG of that SVG."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response

from claims import figures
from claims.figures.paint import paint
from claims.figures.png import png
from claims.figures.poster import poster
from claims.figures.registry import CLAIM, HISTORY, MECHANISM, OVERVIEW, chosen
from claims.models import Edition
from claims.rating import vocabulary, wording
from claims.rating.wording import counted, listed
from claims.views.filters import refuse_parameters

SITE = "Microdosing Evidence"
TEMPLATES = Path(__file__).parents[2] / "templates" / "figures"
MEDIA = {"svg": "image/svg+xml; charset=utf-8", "png": "image/png"}
# Asked again each time; answered without a drawing while nothing has changed.
FRESH = "public, no-cache"
# What a numbered edition says never changes; how we draw it may.
KEPT = "public, max-age=86400"
TIMELINE = ("number", "published_at", "verdict", "certainty", "review_state")


@dataclass(frozen=True)
class Sheet:
    """What one answer is made of: the material of the figure and where it comes from."""

    name: str
    about: str
    address: str
    editions: list
    material: object
    file_name: str
    cache: str = FRESH

    @property
    def source(self):
        return f"{SITE}, {self.address} {_stand(self.editions)}"


def claim_figure(request, slug, name, kind):
    """A figure of a claim's current edition, or of its history."""
    figure = _figure(request, name, CLAIM, HISTORY)
    edition = get_object_or_404(Edition.objects.current(), slug=slug)
    material = edition.document
    if figure.figure.of == HISTORY:
        material = history_of(slug)
    address = request.build_absolute_uri(reverse("claim_detail", args=[slug]))
    return _answer(request, kind, figure, _of_edition(name, edition, address, material, FRESH))


def edition_figure(request, slug, number, name, kind):
    """A figure of one numbered edition."""
    figure = _figure(request, name, CLAIM)
    edition = get_object_or_404(Edition, slug=slug, number=number)
    address = request.build_absolute_uri(edition.get_absolute_url())
    sheet = _of_edition(name, edition, address, edition.document, KEPT)
    return _answer(request, kind, figure, sheet)


def mechanism_figure(request, slug, name, kind):
    """A figure of the claims of one mechanism."""
    figure = _figure(request, name, MECHANISM)
    editions = list(Edition.objects.current().in_reading_order().filter(mechanism=slug))
    if not editions:
        raise Http404
    address = request.build_absolute_uri(reverse("mechanism_detail", args=[slug]))
    about = editions[0].summary["mechanism"]["name"]
    sheet = Sheet(name, about, address, editions, editions, f"{slug}-{name}")
    return _answer(request, kind, figure, sheet)


def overview_figure(request, name, kind):
    """A figure of all claims."""
    figure = _figure(request, name, OVERVIEW)
    editions = list(Edition.objects.current().without_documents().in_reading_order())
    about = f"All {counted(len(editions), 'claim')} of the article"
    address = request.build_absolute_uri(reverse("overview"))
    return _answer(request, kind, figure, Sheet(name, about, address, editions, editions, name))


def history_of(slug):
    """Return what the timeline needs of a claim's editions, the oldest first."""
    return Edition.objects.filter(slug=slug).only(*TIMELINE).order_by("number")


def _figure(request, name, *of):
    refuse_parameters(request)
    figure = chosen(name, *of)
    if figure is None:
        raise Http404
    return figure


def _of_edition(name, edition, address, material, cache):
    file_name = f"{edition.slug}-{edition.number}-{name}"
    return Sheet(name, edition.statement, address, [edition], material, file_name, cache)


def _stand(editions):
    """Return the number, the day and the rule of what is drawn, in words."""
    if not editions:
        return "No edition yet."
    rules = listed(sorted({f"rule\xa0{edition.rule}" for edition in editions}))
    last = max(edition.published_at for edition in editions)
    day = f"{last.day} {last:%B %Y}"
    if len(editions) == 1:
        return f"· edition {editions[0].number} · {day} · {rules}"
    return f"· {counted(len(editions), 'claim')} as of {day} · {rules}"


def _answer(request, kind, figure, sheet):
    tag = _tag(kind, sheet)
    response = get_conditional_response(request, etag=tag)
    if response is None:
        response = HttpResponse(_drawn(figure, sheet, kind), content_type=MEDIA[kind])
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = sheet.cache
    response.headers["Content-Disposition"] = f'inline; filename="{sheet.file_name}.{kind}"'
    return response


def _drawn(figure, sheet, kind):
    drawing = figure.drawing(sheet.material)
    if drawing is None:
        raise Http404
    whole = poster(figure.figure, drawing, about=sheet.about, source=sheet.source)
    svg = paint(render_to_string("figures/poster.svg", {"poster": whole}))
    return png(svg) if kind == "png" else svg


def _tag(kind, sheet):
    """Return a tag that changes with the editions, with the address and with how we draw."""
    parts = [kind, sheet.name, sheet.source, _drawn_by(), *(one.pk for one in sheet.editions)]
    return f'"{sha256(" ".join(map(str, parts)).encode()).hexdigest()[:32]}"'


@cache
def _drawn_by():
    """Return a mark of all that a drawing is made of beside its editions."""
    return sha256(b"".join(path.read_bytes() for path in made_of())).hexdigest()


def made_of():
    """Return the files of code, words, templates and fonts that draw."""
    folders = (*figures.__path__, *vocabulary.__path__, TEMPLATES)
    found = {path for folder in folders for path in Path(folder).rglob("*") if path.is_file()}
    found |= {Path(wording.__file__), Path(__file__)}
    return sorted(path for path in found if "__pycache__" not in path.parts)
