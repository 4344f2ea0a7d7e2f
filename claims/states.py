"""The states of an evidence item and the one table of who may do what, and where it leads."""

from dataclasses import dataclass, field

from django.db.models import TextChoices

SHORTEST_REASON = 10


class State(TextChoices):
    # Its editor is still working on it.
    DRAFT = "draft", "Draft"
    # Waits for a second person.
    PROPOSED = "proposed", "Proposed"
    # Its accepted form is on the public pages.
    ACCEPTED = "accepted", "Accepted"
    # The accepted form stays public while a changed form waits for a second person.
    UNDER_REVISION = "under-revision", "Under revision"
    # A second person said no, or its writers gave it up, with a reason; it can be reopened.
    DECLINED = "declined", "Declined"
    # No longer counts; remains with its reason.
    WITHDRAWN = "withdrawn", "Withdrawn"


# What does not go on; somebody may reopen it.
ENDED = (State.DECLINED, State.WITHDRAWN)


class Origin(TextChoices):
    """Where the present form of an item came from; shipped items have had no second person yet."""

    DESK = "desk", "Entered at the desk"
    CORPUS = "corpus", "Shipped with the corpus"


class Who(TextChoices):
    """Who of those with the permission may do a deed."""

    ANYBODY = "anybody", "Anybody"
    # Of a revision: whoever wrote since the last acceptance; of anything else: whoever ever wrote.
    WRITERS = "writers", "Whoever wrote part of it"
    OTHERS = "others", "Whoever wrote nothing of it"
    CORPUS = "corpus", "The account of the corpus"


@dataclass(frozen=True)
class Transition:
    """A deed: from which state it leads where, and what it asks of whoever does it."""

    name: str
    leads: dict[State | None, State]
    permission: str
    needs_reason: bool = False
    who: Who = Who.ANYBODY
    # Where it leads instead if the item has been withdrawn once and left a tombstone.
    once_withdrawn: dict[State, State] = field(default_factory=dict)

    @property
    def start(self):
        return tuple(self.leads)

    @property
    def words(self):
        return self.name.replace("_", " ")

    def lead(self, state, *, has_tombstone):
        """Return the state that follows `state`."""
        others = self.once_withdrawn if has_tombstone else {}
        return others.get(state, self.leads[state])


ENTER = Transition("enter", {None: State.DRAFT}, "claims.add_evidence")
CHANGE = Transition(
    "change",
    {
        State.DRAFT: State.DRAFT,
        State.PROPOSED: State.PROPOSED,
        State.ACCEPTED: State.UNDER_REVISION,
        State.UNDER_REVISION: State.UNDER_REVISION,
    },
    "claims.change_evidence",
    needs_reason=True,
)
PROPOSE = Transition("propose", {State.DRAFT: State.PROPOSED}, "claims.propose_evidence")
TAKE_BACK = Transition(
    "take_back",
    {State.PROPOSED: State.DRAFT, State.UNDER_REVISION: State.ACCEPTED},
    "claims.propose_evidence",
    who=Who.WRITERS,
)
SET_ASIDE = Transition(
    "set_aside",
    {State.DRAFT: State.DECLINED},
    "claims.propose_evidence",
    needs_reason=True,
    once_withdrawn={State.DRAFT: State.WITHDRAWN},
)
ACCEPT = Transition(
    "accept",
    {State.PROPOSED: State.ACCEPTED, State.UNDER_REVISION: State.ACCEPTED},
    "claims.accept_evidence",
    who=Who.OTHERS,
)
DECLINE = Transition(
    "decline",
    {State.PROPOSED: State.DECLINED, State.UNDER_REVISION: State.ACCEPTED},
    "claims.accept_evidence",
    needs_reason=True,
)
WITHDRAW = Transition(
    "withdraw",
    {State.ACCEPTED: State.WITHDRAWN},
    "claims.withdraw_evidence",
    needs_reason=True,
)
REOPEN = Transition(
    "reopen",
    {State.DECLINED: State.DRAFT, State.WITHDRAWN: State.DRAFT},
    "claims.propose_evidence",
    needs_reason=True,
)
# Its source was merged into another one; nobody asks for this deed by itself.
MOVE = Transition("move", {state: state for state in State}, "", needs_reason=True)
ACCEPT_SHIPPED = Transition(
    "accept_shipped",
    {State.DRAFT: State.ACCEPTED, State.ACCEPTED: State.ACCEPTED},
    "",
    who=Who.CORPUS,
)
