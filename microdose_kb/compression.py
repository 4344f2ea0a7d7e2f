"""Compresses answers on their way: brotli for whoever reads it, Django's gzip for all others."""

import re

import brotli
from django.http import FileResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

LEAST = 200
# A page takes about 5 ms; higher qualities take much longer and save little.
QUALITY = 7
# Lines that stand empty or set in where a template put nothing; one line's end says the same to a browser.
BETWEEN_TAGS = re.compile(rb">\s*\n\s*<")


class Compression(GZipMiddleware):
    """Django's middleware, whose padding against BREACH keeps pages with a secret: those stay with gzip."""

    def process_response(self, request, response):
        # With its length, so that a reader sees how long it takes; most are compressed as they are.
        if isinstance(response, FileResponse):
            return response
        if not self._is_for_brotli(request, response):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Encoding",))
        response.content = brotli.compress(_tidied(response), quality=QUALITY)
        response.headers["Content-Length"] = str(len(response.content))
        response.headers["Content-Encoding"] = "br"
        if response.headers.get("ETag", "").startswith('"'):
            response.headers["ETag"] = f"W/{response.headers['ETag']}"
        return response

    def _is_for_brotli(self, request, response):
        named = (
            one.partition(";") for one in request.headers.get("Accept-Encoding", "").split(",")
        )
        accepts = any(name.strip() == "br" and rest.strip() != "q=0" for name, _, rest in named)
        has_secret = "CSRF_COOKIE" in request.META or response.has_header("Set-Cookie")
        is_open = not (response.streaming or response.has_header("Content-Encoding"))
        return accepts and not has_secret and is_open and len(response.content) >= LEAST


def _tidied(response):
    """Return a page without its empty lines, which took half a kilobyte of a claim's; all else as it is."""
    is_page = response.headers["Content-Type"].startswith("text/html")
    return BETWEEN_TAGS.sub(b">\n<", response.content) if is_page else response.content
