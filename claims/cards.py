"""Drawing the card of an edition: at publishing, once what was published stands, and again where it is missing."""

from django.db import transaction
from django.template.loader import render_to_string

from claims.figures.card import card
from claims.figures.paint import paint
from claims.figures.png import png
from claims.models import Card, Edition


def draw_once_published(edition):
    """Have the card drawn as soon as the transaction stands; a picture never undoes a publication."""

    def draw():
        store(edition)

    transaction.on_commit(draw, robust=True)


def drawn(edition):
    """Return the card of an edition as a PNG."""
    sheet = card(
        edition.statement,
        edition.summary,
        number=edition.number,
        published_on=edition.published_at.date(),
        path=edition.get_absolute_url(),
    )
    return png(paint(render_to_string("figures/card.svg", {"card": sheet})), scale=1)


def store(edition):
    Card.objects.update_or_create(edition=edition, defaults={"png": drawn(edition)})


def draw_missing():
    """Draw the card of every current edition that has none; return how many were drawn."""
    editions = Edition.objects.current().without_documents().filter(card=None)
    return _store_all(editions)


def draw_anew():
    """Draw every card again, after a change of the design; return how many there are now."""
    return _store_all(Edition.objects.without_documents().exclude(card=None)) + draw_missing()


def _store_all(editions):
    count = 0
    for edition in editions.iterator(chunk_size=100):
        store(edition)
        count += 1
    return count
