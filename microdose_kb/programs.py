"""What holds for every address under /api/: read only, open to every site, refusals as RFC 9457 documents."""

import json
from http import HTTPStatus

from django.http import HttpResponse
from django.utils.encoding import escape_uri_path

PREFIX = "/api/"
METHODS = "GET, HEAD, OPTIONS"
PROBLEM = "application/problem+json"
# Of the path that was asked for, in characters before they are escaped.
LONGEST = 100
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After, Deprecation, Sunset",
    # Programs read it; people who search find the pages.
    "X-Robots-Tag": "noindex",
}
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, If-Match, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
HELP = f"{PREFIX} says what there is."


def is_for_programs(request):
    """The page at the root of the addresses is for people."""
    return request.path_info.startswith(PREFIX) and request.path_info != PREFIX


def for_programs(get_response):
    """Refuse what would write, answer preflights, and let every site read the rest."""

    def middleware(request):
        if not is_for_programs(request):
            return get_response(request)
        response = _without_reading(request) or get_response(request)
        for name, value in OPEN.items():
            response.headers[name] = value
        return response

    return middleware


def _without_reading(request):
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method not in ("GET", "HEAD"):
        detail = f"{request.method[:20]} is not possible here: the API is read only. Use GET."
        return problem(request, 405, detail, headers={"Allow": METHODS})
    return None


def problem(request, status, detail, headers=None):
    """Return a problem document (RFC 9457); `detail` says what to do."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": escape_uri_path(request.path[:LONGEST]),
    }
    text = json.dumps(content)
    return HttpResponse(text, status=status, content_type=PROBLEM, headers=headers)
