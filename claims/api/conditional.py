"""Answers that a program already has are not made again: every answer hangs on what is published only."""

from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from hashlib import sha256

from django.db.models import Count, Max
from django.http import HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from claims.models import Edition
from microdose_kb.program_stamp import STAMP
from microdose_kb.programs import problem

FRESH = "no-cache"
# An edition may come to light after one that was published later, and two may come within a second: a date
# is told to people who ask how old an answer is, but none is compared, as only the mark tells what is right.
DATES = ("HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE")


@dataclass(frozen=True)
class Published:
    """What is published at one moment; `as_of` is when the newest edition was."""

    count: int
    last: int | None
    as_of: datetime | None

    def mark(self, address: str) -> str:
        """Return a mark of what this program answers at an address from these editions.

        Editions are never changed or deleted, so that another shelf has another count: the highest
        number alone would miss an edition that was begun earlier and committed later.
        """
        told = f"{STAMP} {self.count} {self.last} {self.as_of} {address}"
        return sha256(told.encode()).hexdigest()[:32]


def published() -> Published:
    found = Edition.objects.aggregate(count=Count("pk"), last=Max("pk"), as_of=Max("published_at"))
    return Published(**found)


def if_changed(view):
    """Answer 304 before any work where nothing has changed; tell the view what is published."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        request.published = published()
        etag = f'"{request.published.mark(request.build_absolute_uri())}"'
        if _has(request, etag):
            return _stamped(HttpResponseNotModified(), request.published, etag)
        response = view(request, *args, **kwargs)
        return _compared(request, response, etag) if response.status_code == 200 else response

    return answer


def _has(request, etag):
    """Say whether a program has this very answer; its mark comes with an answer that was given, never with a refusal."""
    known = {
        one.removeprefix("W/") for one in parse_etags(request.headers.get("If-None-Match", ""))
    }
    return etag in known and "If-Match" not in request.headers


def _compared(request, response, etag):
    """Hold the other conditions, such as any answer at all, against an answer that was made."""
    for name in DATES:
        request.META.pop(name, None)
    held = get_conditional_response(
        request, etag=etag, response=_stamped(response, request.published, etag)
    )
    if held.status_code != 412:
        return held
    return problem(request, 412, "What you have is out of date; ask again without conditions.")


def _stamped(response, published, etag):
    response.headers["ETag"] = etag
    if published.as_of:
        response.headers["Last-Modified"] = http_date(published.as_of.timestamp())
    response.headers["Cache-Control"] = FRESH
    # A 304 is too short to be compressed, and says what the whole answer would (RFC 9110, 15.4.5).
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
