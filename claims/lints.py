"""What is often left out of an evidence item, each with its words and its one condition."""

from django.db.models import Q

from claims.states import State
from microdose_kb.lints import Lint

# Nobody completes what is declined or withdrawn.
LIVE = Q(state__in=[State.DRAFT, State.PROPOSED, State.ACCEPTED, State.UNDER_REVISION])


LINTS = (
    Lint("no-outcome-directness", "Outcome directness not chosen", LIVE & Q(d_outcome="")),
    Lint("bias-not-assessed", "Risk of bias not assessed", LIVE & Q(risk_of_bias="not-assessed")),
    Lint("abstract-only", "Read in the abstract only", LIVE & Q(basis="abstract")),
    Lint("no-locator", "No place in the source named", LIVE & Q(locator="")),
)
