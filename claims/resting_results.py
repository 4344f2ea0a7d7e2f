"""How many results on how many claims rest on sources, told to the library when it asks."""

from django.db.models import Count, Q

from claims.models import Evidence
from claims.states import State
from sources.resting import Resting
from sources.signals import sources_asked

GOING_ON = ~Q(state__in=[State.DECLINED, State.WITHDRAWN])


def results_on(sender, sources, **kwargs):
    """Return {pk: Resting} of the items that are neither declined nor withdrawn."""
    rows = Evidence.objects.filter(GOING_ON, source__in=sources).order_by().values("source")
    counts = rows.annotate(results=Count("pk"), claims=Count("claim", distinct=True))
    found = {row["source"]: (row["results"], row["claims"]) for row in counts}
    return {source.pk: _resting(*found.get(source.pk, (0, 0))) for source in sources}


def _resting(results, claims):
    if not results:
        return Resting(words="no results")
    return Resting(results, f"{_counted(results, 'result')} on {_counted(claims, 'claim')}")


def _counted(number, word):
    return f"{number} {word}{'' if number == 1 else 's'}"


def listen():
    sources_asked.connect(results_on, dispatch_uid="claims.results_on")
