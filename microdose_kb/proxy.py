"""Whose request it is: the address that a trusted proxy tells, and whose network that is."""

from ipaddress import IPv6Network, ip_address

# Whoever has IPv6 has at least a network of this size, and any address in it.
ONE_CUSTOMER = 64


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


def network_of(text):
    """Return the first address of an IPv6 address's /64; IPv4, and what is no address, as it is."""
    if not is_address(text):
        return text
    address = ip_address(text)
    if address.version == 4:
        return text
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((address, ONE_CUSTOMER), strict=False).network_address)
