"""Identifiers and addresses of a RIS record, wherever databases and programs keep them. Pure."""

import re

# Fields in which programs keep numbers of many kinds.
LOOSE = ("AN", "ID", "L3", "M1", "M2")
LOOSE_LISTS = ("M3", "C1", "C2")
# Databases whose accession numbers are those of PubMed.
PUBMED = ("pubmed", "medline", "nlm")
LONGEST_NUMBER = 8

_LOOSE = re.compile(
    r"(?P<doi>(?:doi:?\s*)?10\.[0-9]{4,9}/\S+)|(?P<pmcid>PMC[0-9]{1,9})"
    r"|(?P<registration>(?:NCT|ISRCTN|ACTRN|DRKS|ChiCTR|UMIN)[0-9-]{8,})",
    re.IGNORECASE,
)
# Several addresses in one field; one alone may hold a semicolon.
_BETWEEN = re.compile(r"\s*;\s*(?=https?://)")
_EMBASE_NUMBER = re.compile(r"L[0-9]+")
# A publisher's page of the paper; more that is parted by a slash may be the page's own.
_AT_PUBLISHER = re.compile(
    r"https?://[^\s/?#]+/(?:[^\s?#]*/)?doi/(?:(?:abs|full|pdf|epdf)/)?"
    r"(10\.[0-9]{4,9}(?:/|%2F)[^\s/?#]+)(?<!\.pdf)(?<!\.html)(?<!\.htm)(?<!\.full)"
    r"(?:/(?:abstract|full|pdf|epdf))?/?(?:[?#].*)?",
    re.IGNORECASE,
)
# doi.org by way of a library's proxy, whose own name stands behind or before it.
_AT_PROXY = re.compile(
    r"\Ahttps?://(?:(?:dx[.-])?doi[.-]org\.(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]+)?"
    r"|[^\s/?#]+/login\?q?url=https?://(?:dx\.)?doi\.org)/(10\.[0-9]{4,9}/\S+)",
    re.IGNORECASE,
)


def found(tags: dict[str, str | list[str]]) -> dict[str, list[str]]:
    """Return the identifiers by kind, the addresses and the notes, as a Draft takes them."""
    kinds = {"doi": [text for tag in ("DO", "DI") if (text := tags.get(tag))]}
    told = []
    for text in _loose(tags):
        if kind := _LOOSE.fullmatch(text):
            kinds.setdefault(kind.lastgroup, []).append(text)
        elif ":" in text:
            told.append(text)
    if number := _pubmed_number(tags):
        kinds["pmid"] = [number]
    urls = _urls(tags)
    return kinds | {
        "urls": urls if kinds["doi"] else with_doi(urls),
        "told": [*told, *tags.get("N1", ())],
    }


def with_doi(urls: list[str]) -> list[str]:
    """Return the addresses with that of the DOI which they surely name, and without a proxy before it."""
    direct = [_AT_PROXY.sub(r"https://doi.org/\1", url) for url in urls]
    named = {match[1].lower() for url in direct if (match := _AT_PUBLISHER.fullmatch(url))}
    return [*direct, *(f"https://doi.org/{doi}" for doi in named if len(named) == 1)]


def _urls(tags):
    urls = tags.get("UR") or [text for tag in ("LK", "L2") if (text := tags.get(tag))]
    if any(";" in url for url in urls):
        return [part for url in urls for part in _BETWEEN.split(url)]
    return urls


def _loose(tags):
    """Yield the contents of fields in which programs keep numbers of many kinds."""
    for tag in LOOSE:
        if text := tags.get(tag):
            yield text
    for tag in LOOSE_LISTS:
        if tag in tags:
            yield from tags[tag]


def _pubmed_number(tags):
    numbers = (tags.get(tag, "") for tag in _number_tags(tags))
    return next((text for text in numbers if _is_number(text)), "")


def _is_number(text):
    return text.isdecimal() and len(text) <= LONGEST_NUMBER


def _number_tags(tags):
    """Yield where this record's database keeps PubMed's number; EndNote's ID is its own count of records."""
    database = tags.get("DB", "").lower()
    if "embase" in database or ("U2" in tags and _EMBASE_NUMBER.fullmatch(tags["U2"])):
        yield "C5"
    elif any(name in f"{database} {tags.get('DP', '').lower()}" for name in PUBMED):
        yield "AN"
    if database.startswith("ovid medline"):
        yield "ID"
