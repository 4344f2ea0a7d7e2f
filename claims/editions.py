"""The shelf: publishing what the desk decided, once and for good."""

import datetime
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claims.cards import draw_once_published
from claims.documents import compose
from claims.models import Citation, Claim, Edition, Evidence
from claims.search import index
from claims.summaries import (
    citation_columns,
    deciding_sources,
    edition_columns,
    evidence_side,
)
from sources.models import Source
from sources.signals import source_changed

_waiting = ContextVar("claims_waiting_for_their_edition", default=None)


def lock(claim):
    """Return the stored claim, held until the transaction ends: one edition at a time."""
    return Claim.objects.select_for_update(no_key=True, of=("self",)).get(pk=claim.pk)


@transaction.atomic
def publish(*, claim, cause, by):
    """Compose the claim and store a new edition; return it, or None if nothing public changed.

    Inside `together` the claim waits until the end of the block.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting.setdefault(claim.pk, claim)
        return None
    document = compose(lock(claim))
    last = claim.editions.order_by("-number").first()
    if last and last.document == document:
        return None
    now = timezone.now()
    is_edited = not last or evidence_side(last.document) != evidence_side(document)
    edition = Edition(
        claim=claim,
        number=last.number + 1 if last else 1,
        published_at=now,
        edited_at=now if is_edited else last.edited_at,
        by=by,
        cause=cause,
        document=document,
        **edition_columns(document),
    )
    edition.save()
    _cite(edition)
    index.shelve(edition)
    draw_once_published(edition)
    return edition


def _cite(edition):
    records = edition.document["sources"]
    deciding = deciding_sources(edition.document)
    sources = Source.objects.in_bulk(list(records), field_name="key")
    Citation.objects.bulk_create(
        Citation(
            edition=edition,
            source=sources[key],
            is_deciding=key in deciding,
            **citation_columns(record),
        )
        for key, record in records.items()
    )


@contextmanager
def together(*, cause, by):
    """Do many deeds as one: each claim touched inside gets at most one edition, at the end."""
    claims = {}
    with transaction.atomic():
        token = _waiting.set(claims)
        try:
            yield
        finally:
            _waiting.reset(token)
        for pk in sorted(claims):
            publish(claim=claims[pk], cause=cause, by=by)


def republish_citing(sender, source, by, cause, **kwargs):
    """Publish every claim that the changed source bears on, itself, inside a review or as an article."""
    on_it = Q(source=source) | Q(source__includes=source) | Q(source__version_of=source)
    bearing = Evidence.objects.filter(on_it).values("claim")
    for claim in Claim.objects.filter(pk__in=bearing).order_by("pk"):
        publish(claim=claim, cause=cause, by=by)


def listen():
    source_changed.connect(republish_citing, dispatch_uid="claims.republish_citing")


def end_of(day):
    """Return the last moment of a day, in UTC as all days of the site are."""
    return datetime.datetime.combine(day, datetime.time.max, tzinfo=datetime.UTC)
