"""Reads PubMed's .nbib (the MEDLINE format). Pure."""

import re
from collections.abc import Iterable, Iterator

from rispy.parser import RisParser

from sources.intake import dates, names
from sources.intake.fields import Draft, Fault, whole_pages
from sources.intake.text_files import CHUNK, blocks
from sources.vocabulary import SourceType

LABEL = "PubMed (.nbib)"
MARK = "PMID-"
MARKS = (MARK,)
AGAIN = "Save it again from PubMed with “Send to: Citation manager”; a record begins with “PMID- ”."
NO_START = Fault(
    "Lines stand here that belong to no record, as no “PMID- ” goes before them.", AGAIN
)
TOO_LONG = Fault("This record is longer than a million characters.", AGAIN)

# The first that is named decides.
TYPES = {
    "preprint": SourceType.ARTICLE,
    "journal article": SourceType.ARTICLE_JOURNAL,
    "book chapter": SourceType.CHAPTER,
    "book": SourceType.BOOK,
    "technical report": SourceType.REPORT,
    "dataset": SourceType.REPORT,
}
# Tags of what was said of the paper, and of the papers of which a notice speaks.
NOTICES = {
    "RIN": "a retraction notice",
    "RPI": "a retraction with republication",
    "ECI": "an expression of concern",
    "EIN": "a correction",
    "CRI": "a correction with republication",
    "UIN": "an update",
}
IS_NOTICE = ("ROF", "EFR", "ECF")
LISTED = "PubMed lists {}{}: record it once it is taken in."
OF_ANOTHER = (
    "This is a notice on another paper ({}): record it with that paper rather than take it in."
)
LISTS = ["FAU", "CN", "AU", "AID", "LID", "SI", "PT", "PHST", *NOTICES, *IS_NOTICE]
SINGLE = ("PMID", "PMC", "TI", "BTI", "JT", "TA", "DP", "DEP", "VI", "IP", "PG")

_FOLD = re.compile(r"\n {4,}")
# In files of PubMed Central the number there goes before the one that begins a record.
_CENTRAL_FIRST = re.compile(r"\n(PMC {0,2}- ?PMC[0-9]+)\n(PMID- [0-9]+)(?=\n|\Z)")
# What has no number of PubMed begins with that of PubMed Central, behind an empty line.
_CENTRAL_ALONE = re.compile(r"\n\nPMC {0,2}- ?(PMC[0-9]+)(?=\n(?!PMID-))")
# A line between others, none of which is empty or has a number.
_ORDINARY = re.compile(r"\n(?!PM)[A-Z ][^\n]*(?=\n(?!PM)[A-Z ][^\n])")
TAIL = 4000
_TAG = re.compile(r"^[A-Z]{2,4} {0,2}- ", re.MULTILINE)
_REGISTRY = re.compile(
    r"clinicaltrials|isrctn|anzctr|eudract|prospero|jprn|umin|chictr|drks|ntr|ctri|irct|pactr",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"([^,]+) ([A-Z]{1,4})")
_KIND = re.compile(r"(.+?)\s*\[(doi|pii)\]", re.IGNORECASE)


class _MedlineParser(RisParser):
    """rispy for lines with a tag of up to four letters, as in "FAU - Dorn, Ada"."""

    START_TAG = "PMID"
    DEFAULT_DELIMITER_MAPPING = {}

    def parse_line(self, line: str) -> tuple[str, str] | tuple[None, str]:
        """Return tag and content; a group among the authors stands in braces."""
        if line[4:5] != "-" or not line[:2].isupper():
            return (None, line.strip())
        tag, content = line[:4].strip(), line[5:].strip()
        return ("FAU", f"{{{content}}}") if tag == "CN" else (tag, content)


_PARSER = _MedlineParser(
    mapping={tag: tag for tag in (*SINGLE, *LISTS)}, list_tags=LISTS, skip_unknown_tags=True
)


def read(texts: Iterable[str]) -> Iterator[tuple[int, Draft | Fault]]:
    """Yield the line of each record and what it tells."""
    pieces = blocks(_reordered(texts), MARK)
    line, head, _ = next(pieces)
    if found := _TAG.search(head):
        yield line + head[: found.start()].count("\n"), NO_START
    for line, piece, is_whole in _joined(pieces):
        yield line, _draft(piece) if is_whole else TOO_LONG


def _joined(pieces):
    """Yield each piece, one that begins with the number of PubMed Central with that of PubMed further down."""
    start = None
    for line, piece, is_whole in pieces:
        if start and _is_one(start[1], piece):
            number, _, rest = piece.partition("\n")
            line, piece = start[0], f"{number}\nPMC -{start[1]}\n{rest}"
        elif start:
            yield *start, True
        start = (line, piece) if is_whole and piece.startswith(" PMC") else None
        if not start:
            yield line, piece, is_whole
    if start:
        yield *start, True


def _is_one(start, piece):
    """Whether no empty line parts them, and only one of them has a title."""
    is_apart = "\n\n" in f"{start}\n" or piece.startswith(" PMC")
    return not is_apart and not all("\nTI  -" in part for part in (start, piece))


def _reordered(texts):
    """Let every record begin with the mark, also one of PubMed Central, and keep the number of lines."""
    kept, before = "\n\n", 2
    for text in texts:
        text = kept + text
        at = _safe_end(text)
        text, kept = text[:at], text[at:]
        yield _marked(text)[before:]
        before = max(0, before - len(text))
    yield _marked(kept)[before:]


def _safe_end(text):
    """Return where no two lines are parted that belong together; of a long text without such a place, the end."""
    ends = [found.end() for found in _ORDINARY.finditer(text, max(0, len(text) - TAIL))]
    return ends[-1] if ends else len(text) * (len(text) > CHUNK)


def _marked(text):
    """Return the text with PubMed's number first, or that of PubMed Central in its place."""
    if "\nPMC" not in text:
        return text
    return _CENTRAL_ALONE.sub(rf"\n\n{MARK} \1", _CENTRAL_FIRST.sub(r"\n\2\n\1", text))


def _draft(piece):
    [tags] = _PARSER.parse_lines(
        iter(f"{MARK}{_FOLD.sub(' ', piece.rstrip())}\nER  - ".split("\n"))
    )
    get = tags.get
    people = get("FAU") or get("AU", ())
    kept = [text for text in people if not names.is_others(text)]
    return Draft(
        type=_type(get("PT", ())),
        title=_title(get("TI") or get("BTI", "")),
        container_title=get("JT") or get("TA") or get("BTI", ""),
        date=dates.best([text for tag in ("DP", "DEP") if (text := _dated(get(tag, "")))]),
        volume=get("VI", ""),
        issue=get("IP", ""),
        pages=whole_pages(get("PG", "")),
        authors=map(_name, kept),
        is_complete=len(kept) == len(people),
        doi=_dois([*get("LID", ()), *get("AID", ())]),
        **_numbers(tags),
        registration=_registered(get("SI", ())),
        notes=_notices(tags),
    )


def _numbers(tags):
    if tags["PMID"].startswith("PMC"):
        return {"pmcid": [tags["PMID"]]}
    return {"pmid": [tags["PMID"]], "pmcid": [tags["PMC"]] if tags.get("PMC") else ()}


def _notices(tags):
    """Return notes on what PubMed says of the paper: at most one of a kind."""
    said = {tag: _where(tags[tag][0]) for tag in NOTICES if tags.get(tag)}
    if "Retracted Publication" in tags.get("PT", ()) and not said.keys() & {"RIN", "RPI"}:
        said = {"RIN": ""} | said
    others = [tags[tag][0][:100].rstrip(". ") for tag in IS_NOTICE if tags.get(tag)]
    return [LISTED.format(NOTICES[tag], where) for tag, where in said.items()] + [
        OF_ANOTHER.format(text) for text in others[:1]
    ]


def _where(text):
    return f" ({text[:100].rstrip('. ')})" if text else ""


def _type(told):
    told = [text.lower() for text in told]
    return next((kind for name, kind in TYPES.items() if name in told), SourceType.ARTICLE_JOURNAL)


def _title(text):
    """Return the title without the full stop, and without the brackets of a translated one."""
    text = text.removesuffix(".")
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1].removesuffix(".")
    return text


def _dated(text):
    """Return a date of digits alone with its parts set apart."""
    return re.sub(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", text)


def _name(text):
    if text.startswith("{") and text.endswith("}"):
        return names.literal(text[1:-1])
    if short := _INITIALS.fullmatch(text):
        return names.name(short[1], " ".join(short[2]))
    return names.inverted_with_generation(text)


def _dois(texts):
    found = filter(None, (_KIND.fullmatch(text) for text in texts if len(text) < 300))
    return [match[1] for match in found if match[2].lower() == "doi"]


def _registered(texts):
    """Return numbers of trials; other data banks give numbers of genes and the like."""
    found = [text.partition("/") for text in texts]
    return [number for bank, _, number in found if number and _REGISTRY.match(bank)]
