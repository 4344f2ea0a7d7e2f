"""Whose request it is, when a trusted proxy hands it on."""

from ipaddress import ip_address


def visitor_address(get_response):
    """Take the address that the proxy itself wrote, which is the last; those before it anyone can invent."""

    def middleware(request):
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if is_address(told):
            request.META["REMOTE_ADDR"] = told
        return get_response(request)

    return middleware


def is_address(text):
    """A zone, as in fe80::1%eth0, means something on one computer only."""
    try:
        return "%" not in text and bool(ip_address(text))
    except ValueError:
        return False
