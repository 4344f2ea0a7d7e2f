"""The deeds on readers' notes: sending, answering, and making a draft of one. None of it is public."""

import math
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from claims import desk
from claims.models import ReaderNote
from claims.refusals import DeskError, NoReason, NotAllowed
from microdose_kb.proxy import network_of
from sources.intake import library

MOST_AN_HOUR = 5
HOUR = timedelta(hours=1)
CLOSE = "claims.change_readernote"


class TooManyNotes(DeskError):
    """One address has sent as many notes as it may in an hour; `seconds` until the next."""

    def __init__(self, seconds):
        self.seconds = seconds
        minutes = math.ceil(seconds / 60)
        super().__init__(
            f"Only {MOST_AN_HOUR} notes an hour are taken from one address, and this one was not"
            f" sent. What you typed is still here: send it again in {minutes}"
            f" minute{'' if minutes == 1 else 's'}."
        )


class NoteClosed(DeskError):
    """Somebody has answered the note already."""


def sender_of(address):
    """Return what stands for an address's network today; the address itself is stored nowhere."""
    day = timezone.now().date().isoformat()
    return salted_hmac(
        "claims.notes", f"{day} {network_of(address)}", algorithm="sha256"
    ).hexdigest()


@transaction.atomic
def send(*, edition, source_key, kind, text, contact, sender):
    """Put a reader's note into the desk's queue. Raises TooManyNotes."""
    now = timezone.now()
    _refuse_many(sender, now)
    return ReaderNote.objects.create(
        edition=edition,
        source_key=source_key,
        kind=kind,
        text=text,
        contact=contact,
        sender=sender,
        sent_at=now,
    )


def _refuse_many(sender, now):
    recent = ReaderNote.objects.filter(sender=sender, sent_at__gt=now - HOUR)
    times = list(recent.order_by("-sent_at").values_list("sent_at", flat=True)[:MOST_AN_HOUR])
    if len(times) == MOST_AN_HOUR:
        raise TooManyNotes(math.ceil((times[-1] + HOUR - now).total_seconds()))


@transaction.atomic
def answer(*, note, by, answer):
    """Close the note with what became of it. Raises NotAllowed, NoReason and NoteClosed."""
    stored = _begin(note, by)
    if not answer.strip():
        raise NoReason("Say what became of the note: “Corrected in edition 4.”")
    return _close(stored, by, answer)


@transaction.atomic
def turn_into_source(*, note, source, by):
    """Add `source` to the library and close the note with it; return the source."""
    stored = _begin(note, by, "sources.add_source")
    library.add(source=source, by=by, reason="Suggested by a reader.")
    _close(stored, by, f"Added to the library as {source.key}.", made_source=source)
    return source


@transaction.atomic
def turn_into_evidence(*, note, evidence, by):
    """Enter `evidence` as a draft on the note's claim and close the note with it; return the draft."""
    stored = _begin(note, by, "claims.add_evidence")
    evidence.claim = stored.edition.claim
    desk.enter(evidence=evidence, by=by)
    _close(stored, by, f"Entered as a draft: {evidence}.", made_evidence=evidence)
    return evidence


def _begin(note, by, *permissions):
    """Hold the note, and refuse who may not close it or what is closed."""
    if not by.has_perms([CLOSE, *permissions]):
        raise NotAllowed("You may not do this with a reader's note; ask for a role that may.")
    rows = ReaderNote.objects.select_for_update(no_key=True, of=("self",))
    rows = rows.select_related("edition__claim", "closed_by").defer("edition__document")
    stored = rows.get(pk=note.pk)
    if stored.closed_at:
        raise NoteClosed(
            f"{stored.closed_by.get_username()} has closed this note already, and nothing was done"
            " now; open it again to read the answer."
        )
    return stored


def _close(note, by, answer, **made):
    note.answer = answer
    note.closed_by, note.closed_at = by, timezone.now()
    for name, row in made.items():
        setattr(note, name, row)
    note.save(update_fields=["answer", "closed_by", "closed_at", *made])
    return note
