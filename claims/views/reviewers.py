"""The reviewers' page: who they are, what interests they declare, how often they depart and agree."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.shortcuts import render

from claims.models import Edition, Profile
from claims.views.exported import rows_taken
from claims.views.filters import select
from claims.views.list_export import address_of, links, list_answer, wanted
from claims.views.list_tables import REVIEWERS
from claims.views.reviewer_rows import assessments_of, measures, reviewer_rows

ASSESS = "claims.assess_claim"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def reviewers(request):
    want = wanted(request, cites=False)
    select(want.query, ())
    summaries = list(Edition.objects.current().values_list("summary", flat=True))
    rows = reviewer_rows(_profiles(summaries), summaries)
    if want.format:
        taken = rows_taken("reviewers", REVIEWERS, rows, address_of(request, want.query))
        return list_answer(request, want, taken, name="reviewers")
    context = {
        "reviewers": rows,
        "measures": measures(summaries),
        "formats": links(request, cites=False),
    }
    return render(request, "claims/reviewers.html", context)


def _profiles(summaries):
    """Return who may assess and whoever has, in the order of their names."""
    may_assess = get_user_model().objects.with_perm(ASSESS, backend=BACKEND)
    have = {one["reviewer"] for one in assessments_of(summaries)}
    shown = Profile.objects.filter(Q(user__in=may_assess) | Q(user__in=have))
    return shown.select_related("user").order_by("user__last_name", "user__username")
