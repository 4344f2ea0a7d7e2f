"""What a reader found in one record, to a Record in the library's forms and limits, or a Problem. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sources import identifiers
from sources.identifiers import BadIdentifier
from sources.intake import dates, kinds, names, told
from sources.intake.record import Problem, Record
from sources.intake.texts import one_line

# The longest texts that the library holds; those of Source.
LIMITS = {"title": 500, "container_title": 300, "volume": 30, "issue": 30, "pages": 40}
CAN_BE_CUT = ("title", "container_title")
MANAGER = "in your reference manager and export again"
NO_TITLE = ("It has no title.", f"Add the title {MANAGER}.")
NOT_FOUND = (
    "It has no DOI, PubMed number, PubMed Central number, registration or web address that can be used,"
    " so that readers could not find it.",
    f"Add one of them {MANAGER}, or enter it by hand with an address where it is described.",
)
FROM_NOTE = "{} stands in its notes behind other words: see that it is this paper's own."
RETRACTED = "Its title begins with “{}”: record the notice once it is taken in."

_RETRACTED = re.compile(
    r"\W?(RETRACTED|WITHDRAWN|Retracted|Withdrawn)(?: ARTICLE| article)?\s*[]:\u2013\u2014]"
)
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")
# Hosts whose addresses are an identifier.
_HOSTS = re.compile(
    r"(?P<registration>https?://(?:www\.)?(?:(?:beta\.)?clinicaltrials\.gov|isrctn\.com|drks\.de"
    r"|anzctr\.org\.au)/(?:[^\s?#]*/)?(?:NCT|ISRCTN|DRKS|ACTRN)[0-9]{8,14}/?(?:[?#].*)?$)"
    r"|(?:https?://)?(?:"
    r"(?P<doi>(?:(?:dx\.|www\.)?doi\.org/(?:doi:)?)?10\.)"
    r"|(?P<pmid>pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/)"
    r"|(?P<pmcid>pmc\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc/))",
    re.IGNORECASE,
)


class Fault(NamedTuple):
    """A record that its reader could not read: what is wrong and what to do."""

    what: str
    remedy: str


@dataclass(slots=True)
class Draft:
    """What a record of any format tells, as it stands there; what it does not tell is empty.

    Of the identifiers all are listed in order of trust. `told` are free notes, in which a line "PMID: 1" may
    stand. `publisher` is who brought it out, also where the container says more.
    """

    type: str = ""
    title: str = ""
    container_title: str = ""
    publisher: str = ""
    date: dates.Date = dates.UNKNOWN
    volume: str = ""
    issue: str = ""
    pages: str = ""
    authors: Iterable[names.Name | None] = ()
    is_complete: bool = True
    doi: Iterable[str] = ()
    pmid: Iterable[str] = ()
    pmcid: Iterable[str] = ()
    registration: Iterable[str] = ()
    urls: Iterable[str] = ()
    told: Iterable[str] = ()
    notes: list[str] = field(default_factory=list)


def settle(number: int, line: int, draft: Draft | Fault) -> Record | Problem:
    """Return the record in its neutral form, or why it cannot be taken in."""
    if isinstance(draft, Fault):
        return Problem(number, line, *draft)
    notes = list(draft.notes)
    fields = _texts(draft, notes)
    is_named = _name_it(fields, draft, notes)
    _describe(fields, draft, notes)
    if "title" not in fields:
        return Problem(number, line, *NO_TITLE, fields)
    if not is_named:
        what, remedy = NOT_FOUND
        return Problem(number, line, " ".join([what, *notes]), remedy, fields)
    return Record(number, line, fields, tuple(notes))


def _describe(fields, draft, notes):
    """Add what needs no identifier: the type, the date and who wrote it."""
    kinds.settle(draft.type, draft.publisher, fields, notes)
    said = told.is_reviewed(draft.told)
    if said is False or (said is None and fields["type"] in kinds.NOT_REVIEWED):
        fields["peer_reviewed"] = False
    fields |= {
        name: part for name, part in zip(("year", "month", "day"), draft.date, strict=True) if part
    }
    _add_authors(fields, draft, notes)


def _texts(draft, notes):
    """Return the texts that are there, within their limits."""
    found = {}
    for name, limit in LIMITS.items():
        text = getattr(draft, name)
        if text and (text := one_line(text)):
            found[name] = text if len(text) <= limit else _shortened(name, text, notes)
    if withdrawn := _RETRACTED.match(found.get("title", "")):
        notes.append(RETRACTED.format(withdrawn[1]))
    if "pages" in found:
        found["pages"] = _DASHES.sub("-", found["pages"])
    return found


def whole_pages(text: str) -> str:
    """Return PubMed's pages with their last one whole, 731-740 for 731-40; any other text as it is."""
    short = re.fullmatch(r"(\d+)-(\d+)", text.strip())
    if not short:
        return text
    first, last = short.groups()
    return f"{first}-{first[: max(0, len(first) - len(last))]}{last}"


def _shortened(name, text, notes):
    words, limit = name.replace("_", " "), LIMITS[name]
    if name in CAN_BE_CUT:
        notes.append(f"The {words} was longer than {limit} characters; the rest is cut.")
        return text[: limit - 1].rstrip() + "…"
    notes.append(f"The {words} was left out: longer than {limit} characters.")
    return ""


def _add_authors(fields, draft, notes):
    authors, cut = names.within_limits(draft.authors)
    notes += [*cut, *names.doubts(authors)]
    if authors:
        fields["authors"] = authors
    if cut or not draft.is_complete or told.is_incomplete(draft.told):
        fields["authors_complete"] = False
    if told.is_in_no_order(draft.told):
        fields["authors_in_order"] = False


def _name_it(fields, draft, notes):
    """Add identifiers and address; return whether there is any."""
    noted = told.identifiers(draft.told)
    addresses = _addresses(draft.urls) if draft.urls else {}
    wrong: list[str] = []
    for kind, normalise in KINDS.items():
        found = ""
        if given := getattr(draft, kind):
            found = _first(given, normalise, wrong)
        if not found and (found := _first(noted.found.get(kind, ()), normalise, wrong)):
            notes += [FROM_NOTE.format(found)] if kind in noted.doubtful else []
        if found := found or _first(addresses.get(kind, ()), normalise, wrong):
            fields[kind] = found
    if addresses and (url := _url(addresses["url"], fields.get("doi"), wrong)):
        fields["url"] = url
    notes += wrong
    return not fields.keys().isdisjoint(NAMES)


KINDS: dict[str, Callable[[str], str]] = {
    "doi": identifiers.doi,
    "pmid": identifiers.pmid,
    "pmcid": identifiers.pmcid,
    "registration": identifiers.registration,
}
NAMES = {*KINDS, "url"}


def _first(candidates, normalise, wrong):
    """Return the first that is one in its normal form; if none is, add to `wrong` why the first is not."""
    refused = ""
    for text in candidates:
        try:
            return normalise(text)
        except BadIdentifier as refusal:
            refused = refused or (text.strip() and f"Left out: {refusal}")
    if refused:
        wrong.append(refused)
    return ""


def _addresses(urls):
    """Return the addresses, and those that are an identifier also under its kind."""
    found: dict[str, list[str]] = {"url": []}
    for url in filter(None, map(str.strip, urls)):
        found["url"].append(url)
        if kind := _HOSTS.match(url):
            found.setdefault(kind.lastgroup, []).append(url)
    return found


def _url(candidates, doi, wrong):
    """Return the first usable address that says more than the DOI, or else the DOI's own."""
    more = [url for url in candidates if not (doi and _is_doi(url, doi))]
    return _first(more, identifiers.url, wrong) or _first(candidates, identifiers.url, [])


def _is_doi(url: Any, doi: str) -> bool:
    try:
        return doi in url.lower() and identifiers.doi(url) == doi
    except BadIdentifier:
        return False
