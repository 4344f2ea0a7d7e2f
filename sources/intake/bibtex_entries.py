"""What one entry of BibTeX or BibLaTeX tells. Pure."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bibtexparser.middlewares.names import parse_single_name_into_parts

from sources.intake import dates, names, told
from sources.intake.bibtex_parents import CONTAINERS, REFERENCES
from sources.intake.fields import Draft
from sources.intake.latex import address, plain
from sources.vocabulary import SourceType

TYPES = {
    **dict.fromkeys(("article", "review", "periodical"), SourceType.ARTICLE_JOURNAL),
    **dict.fromkeys(("unpublished", "preprint"), SourceType.ARTICLE),
    **dict.fromkeys(("techreport", "report", "manual", "dataset", "standard"), SourceType.REPORT),
    **dict.fromkeys(("book", "mvbook", "collection", "booklet"), SourceType.BOOK),
    **dict.fromkeys(("inbook", "incollection", "inreference"), SourceType.CHAPTER),
    **dict.fromkeys(("inproceedings", "conference", "proceedings"), SourceType.PAPER_CONFERENCE),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), SourceType.THESIS),
    **dict.fromkeys(("online", "electronic", "www"), SourceType.WEBPAGE),
}
# What an archive of preprints may be entered as.
LOOSE_TYPES = ("misc", "online", "electronic", "www", "article")
PUBLISHERS = ("institution", "school", "publisher", "organization", "archiveprefix", "eprinttype")
WITH_PUBLISHER = {SourceType.REPORT, SourceType.THESIS, SourceType.ARTICLE, SourceType.WEBPAGE}
NEEDED = {
    *("title", "subtitle", "author", "year", "month", "day", "date", "volume", "number", "issue"),
    *("pages", "eid", "articleno", "doi", "url", "howpublished", "pmid", "pmcid", "note", "addendum"),
    *("annotation", "eprint", "registration", "type", "pubstate", "entrysubtype"),
    *(*CONTAINERS, *PUBLISHERS, *REFERENCES),
}  # fmt: skip
ARCHIVES = ("arxiv", "biorxiv", "medrxiv", "psyarxiv", "osf")
# What BibLaTeX and Zotero's Better BibTeX call PubMed.
PUBMED = ("pubmed", "pmid")
# Nobody has so many; longer lists are cut with a note.
LONGEST_LIST = 300_000

_SIGNS = re.compile(r"\\.|[{}]| and ", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|\\(?:url|href)\b", re.IGNORECASE)
_KEYED = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*([^,]+)")


def draft(entry_type: str, fields: Mapping[str, str]) -> Draft:
    """Return what an entry tells; its type and the names of its fields are in small letters."""
    get = fields.get
    kind = _type(entry_type, fields)
    authors, is_complete = _authors(get("author", ""))
    return Draft(
        type=kind,
        title=_title(fields),
        container_title=_container(fields, kind),
        publisher=plain(get("publisher", "")),
        date=_date(fields),
        volume=plain(get("volume", "")),
        issue=plain(get("number") or get("issue", "")),
        pages=plain(get("pages") or get("eid") or get("articleno", "")),
        authors=authors,
        is_complete=is_complete,
        **_identifiers(fields),
    )


def _title(fields):
    title, subtitle = plain(fields.get("title", "")), plain(fields.get("subtitle", ""))
    return f"{title}: {subtitle}" if title and subtitle else title


def _type(entry_type: str, fields: Mapping[str, str]) -> str:
    """Return the type; what stands in an archive and in no journal is a preprint."""
    told = f"{fields.get('type', '')} {fields.get('pubstate', '')} {fields.get('entrysubtype', '')}"
    if "preprint" in told.lower() or "prepublished" in told.lower():
        return SourceType.ARTICLE
    if entry_type in LOOSE_TYPES and _archive(fields) and not _journal(fields):
        return SourceType.ARTICLE
    if entry_type == "misc" and "eprint" in fields and not _journal(fields):
        return SourceType.ARTICLE
    return TYPES.get(entry_type, "")


def _archive(fields):
    named = (fields.get("archiveprefix") or fields.get("eprinttype") or "").strip().lower()
    return named if named in ARCHIVES else ""


def _journal(fields):
    return next((fields[name] for name in CONTAINERS if fields.get(name)), "")


def _container(fields, kind):
    found = _journal(fields)
    if not found and kind in WITH_PUBLISHER:
        found = next((fields[name] for name in PUBLISHERS if fields.get(name)), "")
    if not found and kind == SourceType.ARTICLE:
        found = _server(fields.get("howpublished", ""))
    return _plain_again(found) if len(found) < 300 else plain(found)


def _server(how):
    """Return how a preprint was published, unless that is an address."""
    return "" if _ADDRESS.search(how) else how


# The same journals come again and again.
_plain_again = lru_cache(maxsize=1024)(plain)


def _date(fields):
    whole = dates.written(fields.get("date", ""))
    if whole != dates.UNKNOWN:
        return whole
    year = plain(fields.get("year", ""))
    month, day = fields.get("month", "").strip(), fields.get("day", "").strip()
    if month.isdecimal() and day:
        return dates.parts(dates.written(year)[0], month, day)
    return dates.joined(year, f"{month} {day}".strip())


def _identifiers(fields):
    get = fields.get
    found: dict[str, Any] = {
        "doi": [address(text)] if (text := get("doi")) else [],
        "urls": [address(get(name)) for name in ("url", "howpublished") if "://" in get(name, "")],
        "told": told.our_own(get("annotation", ""))
        + [fields[name] for name in ("note", "addendum") if name in fields],
    }
    for kind in ("pmid", "pmcid", "registration"):
        if text := get(kind):
            found[kind] = [plain(text)]
    if eprint := address(get("eprint", "")):
        _add_eprint(found, eprint, (get("eprinttype") or get("archiveprefix") or "").lower())
    return found


def _add_eprint(found, eprint, archive):
    if archive in PUBMED:
        found.setdefault("pmid", []).append(eprint)
    elif archive == "arxiv":
        found["urls"].append(f"https://arxiv.org/abs/{eprint}")


def _authors(text):
    """Return the names in order, and whether the list names all."""
    text = " ".join(text[:LONGEST_LIST].split())
    if not text:
        return [], True
    found = _split(text) if "{" in text or ";" in text else text.split(" and ")
    is_complete = not names.is_others(found[-1])
    return list(map(_name, found if is_complete else found[:-1])), is_complete


def _split(text):
    """Return the names, parted at each "and" outside braces, and at semicolons between people."""
    found, start, depth = [], 0, 0
    for sign in _SIGNS.finditer(text):
        if sign[0] in "{}":
            depth = max(0, depth + (1 if sign[0] == "{" else -1))
        elif sign[0].startswith(" ") and not depth:
            found.append(text[start : sign.start()])
            start = sign.end()
    found.append(text[start:])
    return [one for whole in found for one in _people(whole)]


def _people(text):
    """Return the people of "Dorn, A.; Eyck, B."; the name of a group stands in braces."""
    parts = [text] if text.strip().startswith("{") else names.apart(text)
    return parts if all(part.count("{") == part.count("}") for part in parts) else [text]


def _name(text):
    return _name_again(text) if len(text) < 300 else names.literal(plain(text))


@lru_cache(maxsize=8192)
def _name_again(text):
    """Return the name of "Dorn, Ada", "Ada van Dorn" or, all in braces, of a group."""
    text = text.strip()
    if _is_group(text):
        return names.literal(plain(text))
    if keyed := dict(_KEYED.findall(text)):
        family = f"{keyed.get('prefix', '')} {keyed.get('family', '')}"
        return names.name(plain(family), plain(keyed.get("given", "")), keyed.get("suffix", ""))
    if "," in text:
        return names.inverted(plain(text))
    return _in_order(text)


def _is_group(text):
    """Whether the brace that opens the text is closed at its end."""
    depth = 0
    for sign in _SIGNS.finditer(text):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth <= 0:
            return sign.end() == len(text) and sign[0] == "}" and text[0] == "{"
    return False


def _in_order(text):
    parts = parse_single_name_into_parts(text, strict=False)
    family = plain(" ".join((*parts.von, *parts.last)))
    return names.name(family, plain(" ".join(parts.first)), plain(" ".join(parts.jr)))
