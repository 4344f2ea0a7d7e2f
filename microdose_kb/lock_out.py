"""Too many wrong sign-ins lock the account and the address for a while (django-axes counts)."""

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max, Sum
from django.shortcuts import render
from django.utils import timezone

from microdose_kb.proxy import network_of


def address(request):
    return network_of(request.META.get("REMOTE_ADDR", "")) or None


def count_failure(*, request, username):
    """A wrong code counts as a wrong password does."""
    user_login_failed.send(sender=__name__, credentials={"username": username}, request=request)


def forgive(*, request, username):
    """Forget this account's failures from this address only: other people's keep counting."""
    AxesProxyHandler.reset_attempts(username=username, ip_address=request.axes_ip_address)


def locked_out(request, response, credentials):
    """Answer instead of the sign-in page; a right password gets the same answer."""
    until = _locked_until(request, credentials)
    seconds = max(1, round((until - timezone.now()).total_seconds()))
    context = {"minutes": -(-seconds // 60), "until": until}
    page = render(request, "accounts/locked_out.html", context, status=429)
    page.headers["Retry-After"] = str(seconds)
    page.headers["Cache-Control"] = "no-store"
    return page


def _locked_until(request, credentials):
    attempts = AxesProxyHandler.get_implementation().get_user_attempts(request, credentials)
    counted = [
        found.aggregate(all=Sum("failures_since_start"), last=Max("attempt_time"))
        for found in attempts
    ]
    full = [
        count["last"] for count in counted if (count["all"] or 0) >= settings.AXES_FAILURE_LIMIT
    ]
    return max(full, default=timezone.now()) + settings.AXES_COOLOFF_TIME
