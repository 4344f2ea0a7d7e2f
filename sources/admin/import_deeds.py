"""What can be pressed on the page of an import, each a function that says what it has done."""

import re

from django.core.exceptions import BadRequest
from django.utils.text import Truncator

from sources.intake import importing, undoing
from sources.intake.library import LibraryError
from sources.models import Finding

NUMBER = re.compile(r"[0-9]{1,9}")
MOST_NAMED = 10
NOTHING_TICKED = (
    "Nothing was taken in: no record is ticked. Tick what should come in, or discard the import."
)
NOTHING_YET = "Nothing was taken in: meanwhile the library got what may be the same as"
COMPARE = "Compare, tick what is another publication, and take in again."


def _numbers(request, name):
    values = request.POST.getlist(name)
    if not all(map(NUMBER.fullmatch, values)):
        raise BadRequest("The form named a record that cannot exist; open the import again.")
    return list(map(int, values))


def _store(request, batch):
    """Keep what was ticked on the page that was sent."""
    shown, wanted = _numbers(request, "shown"), _numbers(request, "wanted")
    importing.decide(batch=batch, shown=shown, wanted=wanted)


def store(request, batch):
    _store(request, batch)
    return "Your ticks are saved. Nothing is taken in yet."


def tick_all(request, batch):
    _store(request, batch)
    importing.want_all_new(batch=batch)
    return "All new records of the file are ticked."


def tick_none(request, batch):
    _store(request, batch)
    importing.want_none(batch=batch)
    return "No record of the file is ticked any more."


def take_in(request, batch):
    _store(request, batch)
    if not batch.records.filter(is_wanted=True).exists():
        raise LibraryError(NOTHING_TICKED)
    late = importing.take_in(batch=batch, by=request.user)
    if perhaps := [row for row in late if row.finding == Finding.PERHAPS]:
        records = _named(f"record {row.number}" for row in perhaps)
        raise LibraryError(f"{NOTHING_YET} {records}. {COMPARE}")
    said = f"Taken in: {counted(batch.sources.count())}."
    if late:
        records = _named(f"record {row.number}" for row in late)
        said += f" Left out, because the library has got them meanwhile: {records}."
    return said


def look_again(request, batch):
    _store(request, batch)
    changed = importing.look_again(batch=batch)
    if not changed:
        return "Looked through again: nothing has changed."
    records = "1 record is" if changed == 1 else f"{changed:,} records are"
    return f"Looked through again: {records} found otherwise than before."


def discard(request, batch):
    importing.discard(batch=batch, by=request.user)
    return "Discarded; nothing was taken in."


def undo(request, batch):
    reason = request.POST.get("reason", "")
    brought = batch.sources.count()
    kept = undoing.undo(batch=batch, by=request.user, reason=Truncator(reason).chars(500))
    left = brought - len(kept)
    history = "its" if left == 1 else "their"
    said = f"Undone: {counted(left)} left the library; {history} history is kept."
    if kept:
        named = _named(source.key for source in kept)
        said += f" These stay, because somebody has changed or used them since: {named}."
    return said


def counted(number):
    return f"{number:,} source{'' if number == 1 else 's'}"


def _named(names):
    """Return the names between commas; of many, the first and how many more."""
    (*named,) = names
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return ", ".join(named[:MOST_NAMED]) + more


DEEDS = {
    "store": store,
    "tick-all": tick_all,
    "tick-none": tick_none,
    "look-again": look_again,
    "take-in": take_in,
    "discard": discard,
    "undo": undo,
}
