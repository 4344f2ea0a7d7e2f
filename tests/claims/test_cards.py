"""Cards are drawn when an edition is published, and again where they are missing."""

import struct

import pytest
from django.core.management import call_command
from django.db import IntegrityError

from claims import cards
from claims.figures import paint
from claims.models import Card, Edition
from tests.people import make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return make_claim(by=editor)


def size(picture):
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", picture[16:24])


def test_publishing_draws_a_card(published):
    card = Card.objects.get()
    assert card.edition == published.editions.get()
    assert size(bytes(card.png)) == (1200, 630)


def test_card_that_cannot_be_drawn_leaves_the_edition(
    editor, django_capture_on_commit_callbacks, monkeypatch
):
    monkeypatch.delitem(paint.STYLES, "fill-ink")
    with django_capture_on_commit_callbacks(execute=True):
        make_claim(by=editor)
    assert (Edition.objects.count(), Card.objects.count()) == (1, 0)


def test_each_edition_keeps_one_card(published):
    edition = published.editions.get()
    cards.store(edition)
    assert Card.objects.count() == 1
    with pytest.raises(IntegrityError):
        Card.objects.create(edition=edition, png=b"")


def test_missing_cards_are_drawn_once(claim):
    assert (cards.draw_missing(), cards.draw_missing()) == (1, 0)


def test_all_cards_are_drawn_anew(published, capsys):
    Card.objects.update(png=b"old")
    call_command("draw_cards", "--all")
    assert size(bytes(Card.objects.get().png)) == (1200, 630)
    assert capsys.readouterr().out == "1 card drawn.\n"


def test_command_draws_what_is_missing(claim, capsys):
    call_command("draw_cards")
    assert capsys.readouterr().out == "1 card drawn.\n"


def test_another_verdict_is_another_card(corpus):
    editions = Edition.objects.current().filter(
        slug__in=["microdose-mood", "microdose-risks", "microdose-dmn"]
    )
    assert len({cards.drawn(edition) for edition in editions}) == 3


def test_no_text_breaks_the_card(editor):
    hostile = "</text><script>alert(1)</script> ]]> & < \u202e {{ 1 }}"
    edition = make_claim(by=editor, statement=hostile).editions.get()
    assert size(cards.drawn(edition)) == (1200, 630)


def test_card_has_the_address_of_its_edition(published):
    assert Card.objects.get().get_absolute_url() == "/claims/a-claim/editions/1/card.png"
