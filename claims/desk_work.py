"""What waits for whom at the desk: rows and counts, read in a fixed number of queries. Changes nothing."""

from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery

from claims.lints import LINTS
from claims.models import Assignment, Contribution, Evidence, LogLine, ReaderNote
from claims.states import State
from sources.intake.look_alikes import look_alikes
from sources.lints import LINTS as SOURCE_LINTS
from sources.models import Finding, Import, Source
from sources.models import State as ImportState

WAITING = [State.PROPOSED, State.UNDER_REVISION]


def my_drafts(user):
    """Items that `user` wrote part of and nobody has proposed yet."""
    rows = _readable().filter(_wrote_ever(user), state=State.DRAFT)
    return rows.order_by("claim__slug", "pk")


def my_waiting(user):
    """Items of `user` that wait for somebody else; a reviewer who only reads has none."""
    return _readable().filter(_wrote(user), state__in=WAITING).order_by("pk")


def to_decide(user):
    """Items that wait for `user` to accept or decline, the longest waiting first.

    Nobody is offered what they wrote: the set form of what `claims.desk.accept` refuses.
    """
    since = Max("log__at", filter=Q(log__state__in=WAITING))
    rows = _readable().filter(~_wrote(user), state__in=WAITING)
    return rows.annotate(since=since).order_by("since", "pk")


def next_to_decide(user, after=None):
    """Return the first item that waits for `user`, or the first behind the item with the key `after`.

    None when there is none; a decided item keeps its place, so that the queue goes on behind it.
    """
    rows = to_decide(user)
    if after is not None and (since := _waited_since(after)):
        rows = rows.filter(Q(since__gt=since) | Q(since=since, pk__gt=after))
    return rows.first()


def _waited_since(pk):
    lines = LogLine.objects.filter(evidence=pk, state__in=WAITING)
    return lines.aggregate(since=Max("at"))["since"]


def _readable():
    return Evidence.objects.select_related("claim", "source", "extracted_by")


def _wrote_ever(user):
    return Exists(Contribution.objects.filter(evidence=OuterRef("pk"), user=user))


def _wrote(user):
    """Whether `user` wrote what waits: of a revision, since it was last accepted."""
    history = Evidence.history.model.objects
    accepted = history.filter(id=OuterRef("id"), state=State.ACCEPTED).order_by("-history_id")
    since = history.filter(
        id=OuterRef("pk"),
        history_user=user,
        history_id__gt=Subquery(accepted.values("history_id")[:1]),
    )
    is_revision = Q(state=State.UNDER_REVISION)
    return (~is_revision & _wrote_ever(user)) | (is_revision & Exists(since))


def open_assignments(user):
    """What `user` was asked to do; for whoever assigns work, what everybody was asked to do."""
    rows = Assignment.objects.open().select_related("claim", "to", "assigned_by")
    return rows if user.has_perm("claims.add_assignment") else rows.filter(to=user)


def notes_waiting():
    return ReaderNote.objects.waiting().count()


def evidence_lints():
    """Return [(lint, how many items have it)]."""
    return _counted(Evidence.objects.all(), LINTS)


def source_lints():
    return _counted(Source.objects.all(), SOURCE_LINTS)


def _counted(rows, lints):
    counts = rows.aggregate(
        **{f"n{place}": Count("pk", filter=lint.condition) for place, lint in enumerate(lints)}
    )
    return [(lint, counts[f"n{place}"]) for place, lint in enumerate(lints)]


def imports_waiting():
    """Imports that nobody has decided on, the newest first, with how many records they have."""
    is_new = Q(records__finding=Finding.NEW)
    numbers = {"number": Count("records"), "number_new": Count("records", filter=is_new)}
    rows = Import.objects.filter(state=ImportState.PREVIEW).select_related("by")
    # Counting them drops the order of the model.
    return rows.annotate(**numbers).order_by("-at", "-pk")


def duplicates():
    """Return [(one, other, why)] of sources that may be one publication and wait for a decision."""
    return look_alikes()
