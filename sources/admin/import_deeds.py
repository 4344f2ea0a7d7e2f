"""What can be pressed on the page of an import, each a function that says what it has done."""

import re

from django.core.exceptions import BadRequest
from django.utils.text import Truncator

from sources.intake import importing, undoing

NUMBER = re.compile(r"[0-9]{1,9}")
MOST_NAMED = 10


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
    return "What you ticked on this page is stored. Nothing is taken in yet."


def tick_all(request, batch):
    _store(request, batch)
    importing.decide_on_new(batch=batch, is_wanted=True)
    return "All new records of the file are ticked."


def tick_none(request, batch):
    _store(request, batch)
    importing.decide_on_new(batch=batch, is_wanted=False)
    return "No new record of the file is ticked any more."


def take_in(request, batch):
    _store(request, batch)
    late = importing.take_in(batch=batch, by=request.user)
    said = f"Taken in: {counted(batch.sources.count())}."
    if late:
        records = _named(f"record {row.number}" for row in late)
        said += f" Left out, because the library has got them meanwhile: {records}."
    return said


def discard(request, batch):
    importing.discard(batch=batch, by=request.user)
    return "Discarded; nothing was taken in."


def undo(request, batch):
    reason = request.POST.get("reason", "")
    brought = batch.sources.count()
    kept = undoing.undo(batch=batch, by=request.user, reason=Truncator(reason).chars(500))
    said = f"Undone: {counted(brought - len(kept))} left the library; their history is kept."
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
    "take-in": take_in,
    "discard": discard,
    "undo": undo,
}
