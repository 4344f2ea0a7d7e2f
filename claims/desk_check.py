"""Finds where the state, the log and the editions of a claim's evidence disagree; changes nothing."""

from dataclasses import dataclass

from claims.accepted_forms import form_of
from claims.documents import compose, identity
from claims.models import Edition, Evidence, LogLine
from claims.states import State

ADMIN = "/admin/claims/evidence/{}/change/"
# Names of people may change after they were written down.
CREDITS = {"extracted_by", "verified_by", "override_by"}
REPUBLISH = "run `manage.py republish`"
DO_AGAIN = (
    "open {admin}, decide which is right, and do the deed that leads there once more; it writes"
    " row, history and log together"
)
PUT_BACK = (
    "open {admin}, compare it with its History, and save the right values with a reason; if the item"
    " is closed, reopen it first"
)
RAISE = "no deed can write over the log: put the item's row back from a backup"
ACCEPT_AGAIN = "open {admin}, change the item with a reason, and let a second person accept it"


@dataclass(frozen=True)
class Finding:
    """What disagrees, and how to mend it."""

    subject: str
    what: str
    remedy: str

    def __str__(self):
        return f"{self.subject}: {self.what}. To mend it, {self.remedy}."


def findings(claim):
    """Return what disagrees about a claim, in a fixed number of queries."""
    items = list(_items(claim))
    lines = {line.evidence_id: line for line in _lines(items)}
    past = _past(items)
    edition = Edition.objects.current().filter(claim=claim).first()
    found = []
    for item in items:
        checks = (
            *_against_log(item, lines.get(item.pk)),
            *_against_history(item, past.get(item.pk, [])),
            *_signed_alike(lines.get(item.pk), past.get(item.pk, [])),
            *(_against_edition(item, edition.document) if edition else ()),
        )
        found += [_of_item(claim, item, what, remedy) for what, remedy in checks]
    return found + list(_of_claim(claim, items, edition))


def _items(claim):
    people = ("extracted_by", "verified_by", "override_by")
    return Evidence.objects.filter(claim=claim).select_related("source", *people).order_by("pk")


def _lines(items):
    return LogLine.objects.filter(evidence__in=items).order_by("pk")


def _past(items):
    """Return {item id: its history, oldest first}."""
    past = {}
    rows = Evidence.history.filter(id__in=[item.pk for item in items])
    for row in rows.select_related("history_user").order_by("history_id"):
        past.setdefault(row.id, []).append(row)
    return past


def _of_item(claim, item, what, remedy):
    subject = f"Evidence {item.pk} ({claim.slug}, {item.source.key}: {item.outcome})"
    return Finding(subject, what, remedy.format(admin=ADMIN.format(item.pk)))


def _against_log(item, line):
    if line is None:
        yield "the row has no line in the log", DO_AGAIN
    elif item.version < line.version:
        yield f"the row is version {item.version}, and the log knows {line.version}", RAISE
    elif (item.state, item.version) != (line.state, line.version):
        row = f"{item.state}, version {item.version}"
        yield f"the row is {row}; by the log it is {line.state}, version {line.version}", DO_AGAIN


def _against_history(item, past):
    if not past:
        yield "the row has no history", DO_AGAIN
        return
    last = past[-1]
    names = [
        field.name
        for field in last.tracked_fields
        if getattr(last, field.attname) != getattr(item, field.attname)
    ]
    if names:
        yield f"the row differs from its last history in {', '.join(names)}", PUT_BACK


def _signed_alike(line, past):
    """A deed from before the log has no line of its own to compare."""
    if (
        line
        and past
        and line.version == past[-1].version
        and line.by_id != past[-1].history_user_id
    ):
        who = past[-1].history_user or "nobody"
        yield f"the last deed is somebody else's in the log than in the history ({who})", DO_AGAIN


def _against_edition(item, document):
    shown = {entry["id"]: entry for entry in document["evidence"]}
    tombs = {tomb["id"]: tomb for tomb in document["withdrawn"]}
    name = identity(item) if item.accepted_form else None
    if item.is_public:
        yield from _accepted(item)
        yield from _shown(item, shown.get(name))
    elif name in shown:
        yield f"the current edition shows it, though it is {item.state}", REPUBLISH
    yield from _buried(item, tombs.get(name))


def _accepted(item):
    if item.state != State.ACCEPTED:
        return
    present = form_of(item)
    names = [key for key in present if item.accepted_form.get(key) != present[key]]
    names = [key for key in names if key not in CREDITS]
    if names:
        yield (
            f"the row is accepted, but its accepted form differs in {', '.join(names)}",
            (ACCEPT_AGAIN),
        )


def _shown(item, entry):
    if entry is None:
        yield "the current edition does not show it", REPUBLISH
        return
    form = item.accepted_form
    names = [key for key in form if key not in entry or entry[key] != form[key]]
    if names:
        words = ", ".join(names)
        yield f"the current edition differs from the accepted form in {words}", REPUBLISH


def _buried(item, tomb):
    if item.state == State.WITHDRAWN and item.tombstone is None:
        yield (
            "it is withdrawn, but has no tombstone",
            ("open {admin}, reopen it, have it accepted, and withdraw it again with the reason"),
        )
    elif item.tombstone and not (tomb and item.tombstone.items() <= tomb.items()):
        yield "the current edition does not show its tombstone", REPUBLISH
    elif tomb and not item.tombstone:
        yield "the current edition shows a tombstone that the row does not have", REPUBLISH


def _of_claim(claim, items, edition):
    subject = f"Claim {claim.pk} ({claim.slug})"
    if edition is None:
        yield Finding(subject, "it has no edition", REPUBLISH)
        return
    known = {identity(item) for item in items if item.accepted_form}
    parts = [*edition.document["evidence"], *edition.document["withdrawn"]]
    strange = sorted({part["id"] for part in parts} - known)
    if strange:
        what = f"edition {edition.number} shows items that the desk lacks: {', '.join(strange)}"
        yield Finding(subject, what, REPUBLISH)
    if compose(claim) != edition.document:
        what = f"composed again it differs from edition {edition.number}"
        yield Finding(subject, what, REPUBLISH)
