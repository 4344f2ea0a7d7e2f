"""How many results on how many claims rest on sources, told to the library when it asks."""

from django.db.models import Count

from claims.models import Evidence
from claims.rating.wording import counted
from claims.states import ENDED
from sources.resting import Resting
from sources.signals import sources_asked


def results_on(sender, sources, **kwargs):
    """Return {pk: Resting} of the items that are neither declined nor withdrawn."""
    going_on = Evidence.objects.filter(source__in=sources).exclude(state__in=ENDED)
    rows = going_on.order_by().values("source")
    counts = rows.annotate(results=Count("pk"), claims=Count("claim", distinct=True))
    found = {row["source"]: (row["results"], row["claims"]) for row in counts}
    return {source.pk: _resting(*found.get(source.pk, (0, 0))) for source in sources}


def _resting(results, claims):
    if not results:
        return Resting(words="no results")
    return Resting(results, f"{counted(results, 'result')} on {counted(claims, 'claim')}")


def listen():
    sources_asked.connect(results_on, dispatch_uid="claims.results_on")
