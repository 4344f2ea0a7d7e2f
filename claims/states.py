"""The states of an evidence item and the one table of what may follow what."""

from dataclasses import dataclass

from django.db.models import TextChoices


class State(TextChoices):
    # Its editor is still working on it.
    DRAFT = "draft", "Draft"
    # Waits for a second person.
    PROPOSED = "proposed", "Proposed"
    # Its accepted form is on the public pages.
    ACCEPTED = "accepted", "Accepted"
    # The accepted form stays public while a changed form waits for a second person.
    UNDER_REVISION = "under-revision", "Under revision"
    # A second person said no, with a reason; it can be reopened.
    DECLINED = "declined", "Declined"
    # No longer counts; remains with its reason.
    WITHDRAWN = "withdrawn", "Withdrawn"


class Origin(TextChoices):
    """Where the present form of an item came from; shipped items have had no second person yet."""

    DESK = "desk", "Entered at the desk"
    CORPUS = "corpus", "Shipped with the corpus"


@dataclass(frozen=True)
class Transition:
    """What a deed asks for: the state it starts from, the permission, and whether a reason."""

    name: str
    start: tuple[State, ...]
    permission: str
    needs_reason: bool = False


CHANGE = Transition(
    "change",
    (State.DRAFT, State.PROPOSED, State.ACCEPTED, State.UNDER_REVISION),
    "claims.change_evidence",
    needs_reason=True,
)
PROPOSE = Transition("propose", (State.DRAFT,), "claims.propose_evidence")
ACCEPT = Transition("accept", (State.PROPOSED, State.UNDER_REVISION), "claims.accept_evidence")
DECLINE = Transition(
    "decline", (State.PROPOSED, State.UNDER_REVISION), "claims.accept_evidence", needs_reason=True
)
WITHDRAW = Transition("withdraw", (State.ACCEPTED,), "claims.withdraw_evidence", needs_reason=True)
REOPEN = Transition(
    "reopen", (State.DECLINED, State.WITHDRAWN), "claims.propose_evidence", needs_reason=True
)
