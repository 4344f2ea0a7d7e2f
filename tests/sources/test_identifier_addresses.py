"""Addresses of web pages, and the ORCID iDs of people."""

import pytest

from sources import identifiers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "http://www.stockwatch.com/News/Item/Z-C!MBIO-3753526/C/MBIO",
            "http://www.stockwatch.com/News/Item/Z-C!MBIO-3753526/C/MBIO",
        ),
        (
            "https://rd.springer.com/a/10.1007%2Fs00213",
            "https://rd.springer.com/a/10.1007%2Fs00213",
        ),
        (" https://example.org/a?b=c&d=e#f ", "https://example.org/a?b=c&d=e#f"),
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
    ],
)
def test_url_keeps_a_web_address(text, expected):
    assert identifiers.url(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "www.example.org",
        "/relative",
        "//example.org/",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "JaVaScRiPt://example.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "mailto:a@example.org",
        "https://",
        "https:///path",
        "https:example.org",
        "https://exam ple.org/",
        "https://example.org/a b",
        "https://example.org/\x00",
        "https://example.org/\u202etxt",
        'https://example.org/"onclick=',
        "https://example.org/<b>",
        "https://example.org\\@evil.example",
        "https://pubmed.gov@evil.example/",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://[bad/",
        "https://example.org/" + "a" * 500,
    ],
)
def test_url_refuses_what_is_no_web_address(text):
    with pytest.raises(identifiers.BadIdentifier):
        identifiers.url(text)


@pytest.mark.parametrize(
    "text",
    [
        "0000-0002-1825-0097",
        "0000000218250097",
        "https://orcid.org/0000-0002-1825-0097",
        "http://www.orcid.org/0000-0002-1825-0097/",
        "orcid.org/0000-0002-1825-0097?lang=en",
        "ORCID: 0000-0002-1825-0097",
        "ORCID iD: https://orcid.org/0000-0002-1825-0097",
        "  0000-0002-1825-0097.\n",
    ],
)
def test_orcid_loses_its_dress(text):
    assert identifiers.orcid(text) == "0000-0002-1825-0097"


@pytest.mark.parametrize("text", ["0000-0002-1694-233X", "0000-0002-1694-233x"])
def test_orcid_may_end_in_x(text):
    assert identifiers.orcid(text) == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000-0002-1825-0098",
        "0000-0002-1852-0097",
        "0000-0002-1825-009X",
        "0000-0002-1825-009",
        "0000-0002-1825-00977",
        "0000-0002-X825-0097",
        "0000 0002 1825 0097",
        "०000-0002-1825-0097",
        "https://evil.example/0000-0002-1825-0097",
        "https://orcid.org.evil.example/0000-0002-1825-0097",
        "0000-0002-1825-0097\x00",
        "0" * 100_000,
    ],
)
def test_orcid_refuses_what_fails_its_checksum_or_shape(text):
    with pytest.raises(identifiers.BadIdentifier):
        identifiers.orcid(text)
