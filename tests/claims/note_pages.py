"""Notes as readers send them, and the addresses they are sent to."""

from claims import notes
from claims.models import ReaderNote

CLAIM = "/claims/a-claim/note/"
SOURCE = "/sources/smith2024trial/note/"
TEXT = "Please look at doi:10.1038/s41398-024-02900-4."


def sent(**changes):
    given = {"kind": "study", "text": TEXT, "contact": "", "edition": "1", "homepage": ""}
    return {name: value for name, value in (given | changes).items() if value is not None}


def make_note(edition, **changes):
    given = {"source_key": "", "kind": "study", "text": TEXT, "contact": "", "sender": "x"}
    return notes.send(edition=edition, **(given | changes))


def stored():
    return ReaderNote.objects.get()
