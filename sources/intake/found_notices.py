"""An editorial notice as it was found outside: its form, and the text that the library can take. Pure."""

import datetime
from dataclasses import dataclass

from sources import identifiers

MAX_REASON = 1000


@dataclass(frozen=True)
class FoundNotice:
    """A notice on the paper that `doi` or `pmid` names; `where` says where it was found."""

    kind: str
    doi: str
    pmid: str
    issued_on: datetime.date | None
    url: str
    reason: str
    reference: str
    where: str


@dataclass(frozen=True)
class Doubt:
    """Something about one of our papers that only a person can settle."""

    doi: str
    pmid: str
    what: str
    where: str


def one_line(text: str, longest: int) -> str:
    """Return the text on one line without control characters, cut where it would not fit."""
    line = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def doi_or_empty(text: str) -> str:
    try:
        return identifiers.doi(text)
    except identifiers.BadIdentifier:
        return ""


def pmid_or_empty(text: str) -> str:
    try:
        return identifiers.pmid(text)
    except identifiers.BadIdentifier:
        return ""


def address(doi: str, pmid: str = "") -> str:
    """Return where the notice with these normal identifiers can be read; empty if nothing tells."""
    if doi:
        return f"https://doi.org/{doi}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else ""
