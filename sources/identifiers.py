"""Names that the world gives to publications: normalise one, or refuse it with the remedy.

Pure: knows no model, no setting and no network; that a name is well formed does not say it exists.
"""

import html
import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit

# Where each leads: what stands before it, and behind it.
ADDRESSES = {
    "doi": ("https://doi.org/", ""),
    "pmid": ("https://pubmed.ncbi.nlm.nih.gov/", "/"),
    "pmcid": ("https://pmc.ncbi.nlm.nih.gov/articles/", "/"),
}
MAX_DOI = 200
MAX_TEXT = 500

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_DOI_DRESS = re.compile(
    r"(?:doi(?:\s*:\s*|\s+)|info:doi/)?(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/(?:doi:\s*)?)?",
    re.IGNORECASE,
)
# What is left of signs that HTML writes so, once it is undone; no registrar issues it.
_ENTITY = re.compile(r"&#?[a-z0-9]{1,20};")
# Printable ASCII without the characters that no registrar issues and that HTML or a shell could trip over.
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[!#-;=?-\[\]_a-z~]+")
_PMID = re.compile(
    r"(?:pmid\s*:?\s*"
    r"|(?:https?://)?pubmed\.ncbi\.nlm\.nih\.gov/"
    r"|(?:https?://)?(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/"
    r"|(?:https?://)?(?:www\.)?europepmc\.org/(?:article|abstract)/med/)?"
    r"([1-9][0-9]{0,7})/?",
    re.IGNORECASE,
)
_PMCID = re.compile(
    r"(?:pmcid\s*:?\s*"
    r"|(?:https?://)?pmc\.ncbi\.nlm\.nih\.gov/articles/"
    r"|(?:https?://)?(?:www\.)?ncbi\.nlm\.nih\.gov/(?:labs/)?pmc/articles/"
    r"|(?:https?://)?(?:www\.)?europepmc\.org/(?:articles?/)(?:pmc/)?)?"
    r"PMC\s?([1-9][0-9]{0,8})(?:\.[0-9]{1,2})?(?:/.*)?",
    re.IGNORECASE,
)
_ORCID = re.compile(
    r"(?:orcid(?:\s+id)?\s*:?\s*)?(?:(?:https?://)?(?:www\.)?orcid\.org/)?"
    r"([0-9]{4})-?([0-9]{4})-?([0-9]{4})-?([0-9]{3}[0-9X])",
    re.IGNORECASE,
)
# A DOI of bioRxiv or medRxiv in the address of one version, which has no DOI of its own.
_WITH_VERSIONS = ("10.1101/", "10.64898/")
_VERSION = re.compile(
    r"(10\.(?:1101|64898)/(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{6,8})"
    r"v[0-9]{1,2}(?:\.[a-z.-]{1,20})?"
)
# DOIs and addresses that are in normal form as they are; most are.
_PLAIN_DOI = re.compile(r"10\.[0-9]{4,9}/[a-z0-9._/-]{0,150}[a-z0-9]")
_PLAIN_URL = re.compile(r"https?://[a-z0-9]+(?:[-.][a-z0-9]+)*/[A-Za-z0-9/._~%=+-]{0,400}")
_REGISTRY_DRESS = (
    r"(?:https?://[^\s?#]*/"
    r"|(?:www\.)?clinicaltrials\.gov/(?:[^\s?#]*/)?"
    r"|clinicaltrials\.gov(?:\s+(?:identifier|id|number|no\.?))?\s*[:,]?\s*"
    r"|(?:trial\s+)?registration\s*:\s*)?"
)
# One row a registry: how its numbers are written, and how we write them.
_REGISTRIES = [
    (re.compile(_REGISTRY_DRESS + pattern + "/?", re.IGNORECASE), written)
    for pattern, written in [
        (r"NCT\s?([0-9]{8})", "NCT{}"),
        (r"ISRCTN\s?([0-9]{8})", "ISRCTN{}"),
        (
            r"(?:EudraCT(?:[\s-]+(?:number|no\.?))?\s*:?\s*|EUCTR\s?)?"
            r"(20[0-9]{2}-[0-9]{6}-[0-9]{2})(?:[-/][A-Z]{2})?",
            "EudraCT {}",
        ),
        (r"ACTRN\s?([0-9]{14})", "ACTRN{}"),
        (r"(?:PROSPERO\s*(?:20[0-9]{2})?\s*:?\s*)?CRD\s?(42[0-9]{8,11})", "PROSPERO CRD{}"),
        (r"(?:JPRN-)?UMIN\s?([0-9]{9})", "UMIN{}"),
        (r"ChiCTR(-[A-Z]{2,5}-[0-9]{8}|[0-9]{10})", "ChiCTR{}"),
        (r"DRKS\s?([0-9]{8})", "DRKS{}"),
    ]
]


class BadIdentifier(ValueError):
    """The text is no identifier of its kind; the message says how one is written."""

    def __init__(self, kind: str, text: str, example: str) -> None:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        super().__init__(f"Not a {kind}: {shown!r}. Write it like {example}.")


def doi(text: str) -> str:
    """Return the bare DOI in lower case, from any usual dress; else raise BadIdentifier."""
    if _PLAIN_DOI.fullmatch(text):
        return without_version(text)
    refusal = BadIdentifier("DOI", text, "10.1038/s41398-024-02900-4")
    tidy = _tidy(html.unescape(text), refusal)
    bare = _DOI_DRESS.sub("", tidy, count=1)
    if "doi.org/" in tidy[: len(tidy) - len(bare)].lower():
        bare = unquote(_without_query(bare))
    bare = _without_trailing_punctuation(bare).lower()
    if len(bare) > MAX_DOI or not _DOI.fullmatch(bare) or _ENTITY.search(bare):
        raise refusal
    return without_version(bare)


def without_version(bare: str) -> str:
    """Return the DOI of a preprint from that of one version, as libraries have stored it; else as it is."""
    found = _VERSION.fullmatch(bare) if bare.startswith(_WITH_VERSIONS) else None
    return found[1] if found else bare


def pmid(text: str) -> str:
    """Return the PubMed number as digits, from any usual dress; else raise BadIdentifier."""
    refusal = BadIdentifier("PMID", text, "38622150")
    found = _PMID.fullmatch(_without_query(_tidy(text, refusal)))
    if not found:
        raise refusal
    return found[1]


def pmcid(text: str) -> str:
    """Return the PubMed Central number as PMC and digits; else raise BadIdentifier.

    Bare digits are refused: they would pass for a PMID.
    """
    refusal = BadIdentifier("PMCID", text, "PMC11018829")
    found = _PMCID.fullmatch(_without_query(_tidy(text, refusal)))
    if not found:
        raise refusal
    return f"PMC{found[1]}"


def registration(text: str) -> str:
    """Return a trial's or a review's registration as its registry writes it; else raise BadIdentifier."""
    refusal = BadIdentifier(
        "registration that we know",
        text,
        "NCT04558294, ISRCTN12345678, EudraCT 2018-003573-97, ACTRN12621000436875, "
        "PROSPERO CRD42022333096, UMIN000012345, ChiCTR2000029742 or DRKS00012345",
    )
    tidy = _without_query(_tidy(text, refusal))
    for pattern, written in _REGISTRIES:
        if found := pattern.fullmatch(tidy):
            return written.format(found[1].upper())
    raise refusal


def orcid(text: str) -> str:
    """Return a person's ORCID in groups of four, from an address or bare; else raise BadIdentifier."""
    refusal = BadIdentifier(
        "valid ORCID",
        text,
        "0000-0002-1825-0097, and compare it digit by digit: the last one checks the others",
    )
    found = _ORCID.fullmatch(_without_query(_tidy(text, refusal)))
    if not found:
        raise refusal
    groups = [group.upper() for group in found.groups()]
    *digits, check = "".join(groups)
    if check != _check_character(digits):
        raise refusal
    return "-".join(groups)


def _check_character(digits: list[str]) -> str:
    """Return what ISO 7064 mod 11-2 puts behind the digits; X stands for ten."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11]


def url(text: str) -> str:
    """Return an http or https address, scheme and host in lower case; else raise BadIdentifier."""
    if _PLAIN_URL.fullmatch(text) and len(text) <= MAX_TEXT:
        return text
    refusal = BadIdentifier("web address", text, "https://www.zora.uzh.ch/id/eprint/179384/")
    tidy = text.strip(" \t\r\n")
    if len(tidy) > MAX_TEXT or re.search(r'[\s<>"\\]', tidy) or _has_control(tidy):
        raise refusal
    try:
        split = urlsplit(tidy)
        is_usable = split.port != 0 and split.hostname and "@" not in split.netloc
    except ValueError:
        raise refusal from None
    if not is_usable or split.scheme not in {"http", "https"}:
        raise refusal
    return split._replace(netloc=split.netloc.lower()).geturl()


def _tidy(text: str, refusal: BadIdentifier) -> str:
    """Return the text without surrounding space and a closing full stop; refuse what no identifier holds."""
    tidy = text.strip(" \t\r\n\u00a0").rstrip(".,;")
    if not tidy or len(tidy) > MAX_TEXT or _has_control(tidy) or not tidy.isascii():
        raise refusal
    return tidy


def address(kind: str, text: str) -> str:
    """Return where people find what a DOI, PMID or PMCID in normal form names; `kind` is a key of ADDRESSES."""
    before, behind = ADDRESSES[kind]
    return f"{before}{quote(text, safe='/:;()')}{behind}"


def _has_control(text: str) -> bool:
    # Whatever is printable holds none, and that is known in a hundredth of the time.
    return not text.isprintable() and any(
        unicodedata.category(character).startswith("C") for character in text
    )


def _without_query(text: str) -> str:
    """Return an address without what trackers and browsers append; any other text as it is."""
    return re.split(r"[?#]", text, maxsplit=1)[0].rstrip("/.,;")


def _without_trailing_punctuation(text: str) -> str:
    """Return a DOI without the sentence it stood in; a closing bracket stays if the DOI opened it."""
    while text:
        last = text[-1]
        opening = {")": "(", "]": "["}.get(last)
        is_loose = opening and text.count(last) > text.count(opening)
        if not is_loose and last not in ".,;:'\"":
            break
        text = text[:-1]
    return text
