"""The pages of requests that went wrong.

The 500 and 503 pages, and the 400 page of a forged host, are rendered without a request: no context
processor runs, so they need neither the database nor a trustworthy host name.
"""

import sqlite3
import sys

from django.core.exceptions import BadRequest, DisallowedHost
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from microdose_kb.programs import HELP, is_for_programs, problem

RETRY_AFTER_SECONDS = 30


def refuse_nul_bytes(get_response):
    """PostgreSQL refuses NUL in any text, so nothing with one in it can name something."""

    def middleware(request):
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address contains a NUL byte (%00).")
        if any("\0" in value for value in request.COOKIES.values()):
            raise BadRequest("A cookie contains a NUL byte; delete this site's cookies.")
        return get_response(request)

    return middleware


def bad_request(request, exception):
    # Only BadRequest carries words meant for readers.
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    if is_for_programs(request):
        return problem(request, 400, reason or f"The request cannot be understood. {HELP}")
    if isinstance(exception, DisallowedHost):
        return HttpResponse(render_to_string("400.html", {"reason": ""}), status=400)
    return render(request, "400.html", {"reason": reason}, status=400)


def permission_denied(request, exception):
    return render(request, "403.html", {"is_expired_form": False}, status=403)


def csrf_failure(request, reason=""):
    return render(request, "403.html", {"is_expired_form": True}, status=403)


def page_not_found(request, exception):
    if is_for_programs(request):
        return problem(request, 404, f"There is nothing at this address. {HELP}")
    return render(request, "404.html", status=404)


def server_error(request):
    if is_database_away(sys.exc_info()[1]):
        headers = {"Retry-After": str(RETRY_AFTER_SECONDS), "Cache-Control": "no-store"}
        return _failed(request, 503, "The database is away; try again later.", headers)
    return _failed(request, 500, "Something broke here; your request was not at fault.")


def _failed(request, status, detail, headers=None):
    if is_for_programs(request):
        return problem(request, status, detail, headers)
    return HttpResponse(render_to_string(f"{status}.html"), status=status, headers=headers)


def is_database_away(exception):
    """SQLite reports a mistake in our SQL as an OperationalError too; that one is a 500."""
    if not isinstance(exception, OperationalError | InterfaceError):
        return False
    code = getattr(exception.__cause__, "sqlite_errorcode", None)
    return code != sqlite3.SQLITE_ERROR
