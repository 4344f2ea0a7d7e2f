"""Answers that a program already has are not made again: every answer hangs on the newest edition only."""

from functools import wraps
from hashlib import sha256

from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from claims.api.version import VERSION
from claims.models import Edition
from microdose_kb.programs import problem

FRESH = "no-cache"


def if_changed(view):
    """Answer 304 before any work if nothing was published since; tell the newest edition to the view."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        request.newest = newest = _newest()
        etag = _etag(newest)
        modified = newest and int(newest.published_at.timestamp())
        short = get_conditional_response(request, etag=etag, last_modified=modified)
        response = _told(request, short) if short else view(request, *args, **kwargs)
        return _stamped(response, etag, newest)

    return answer


def _newest():
    """Return the edition published last; editions are never changed or deleted."""
    return Edition.objects.only("published_at", "rule").order_by("-pk").first()


def _etag(newest):
    told = f"{VERSION} {newest.pk} {newest.published_at.isoformat()}" if newest else VERSION
    return f'"{sha256(told.encode()).hexdigest()[:20]}"'


def _told(request, short):
    """A precondition that fails is told as every other refusal."""
    if short.status_code != 412:
        return short
    return problem(request, 412, "What you have is out of date; ask again without conditions.")


def _stamped(response, etag, newest):
    if response.status_code not in (200, 304):
        return response
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = FRESH
    if newest:
        response.headers["Last-Modified"] = http_date(newest.published_at.timestamp())
    return response
