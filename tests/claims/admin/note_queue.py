"""Where the desk answers readers' notes, and what its forms send."""

from claims.models import ReaderNote

LIST = "/admin/claims/readernote/"
NEW_SOURCE = {
    "type": "article-journal",
    "title": "Sleep after small doses",
    "key": "jones2025sleep",
    "doi": "https://doi.org/10.1000/Sleep",
    "pmid": "",
    "url": "",
    "design": "rct-parallel",
    "review_of": "",
    "species": "human",
    "dose_regime": "microdose",
}
NEW_ITEM = {
    "outcome": "sleep",
    "direction": "no-effect",
    "point": "no-difference",
    "comparator": "placebo",
    "blinding": "",
    "basis": "abstract",
    "finding": "Sleep did not differ.",
}


def page(note, name="change"):
    return f"{LIST}{note.pk}/{name}/"


def is_waiting():
    return ReaderNote.objects.waiting().exists()
