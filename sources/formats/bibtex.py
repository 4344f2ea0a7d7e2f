"""BibTeX in UTF-8, read by BibLaTeX too: every value in braces that balance, LaTeX's own signs escaped."""

import re
from collections.abc import Iterable, Iterator

from sources.citations import editorial
from sources.formats import Format
from sources.formats.remarks import Record, line, names, remarks

# The entry type, and the field that names the journal, the book or who brought it out.
TYPES = {
    "article-journal": ("article", "journal"),
    "article": ("misc", "howpublished"),
    "report": ("techreport", "institution"),
    "book": ("book", "series"),
    "chapter": ("incollection", "booktitle"),
    "thesis": ("phdthesis", "school"),
    "paper-conference": ("inproceedings", "booktitle"),
    "webpage": ("online", "organization"),
}
# Where the entry type alone would say less, or another thing.
KINDS = {"article": "Preprint", "report": "Report", "thesis": "Thesis"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ESCAPES = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
}
# BibTeX counts braces whether or not a backslash stands before them.
UNBALANCED = {"{": r"\lbrace{}", "}": r"\rbrace{}"}
_SPECIAL = re.compile(r"[&%$#_~^\\{}]")
# What LaTeX would draw together to a dash, a quotation mark or a turned question mark.
_LIGATURE = re.compile(r"(?<=-)-|(?<=')'|(?<=[`?!])`")
_APART = re.compile(r",|\band\b|\bothers\b", re.IGNORECASE)


def write(records: Iterable[Record], comment: str = "") -> Iterator[str]:
    """Yield the comment, then one entry after another, each under its source's key."""
    if comment:
        yield f"% {line(comment).replace('@', ' at ')}\n\n"
    for record in records:
        held = [f"  {name} = {value}" for name, value in _fields(record) if value]
        entry = TYPES[record["type"]][0]
        yield ",\n".join([f"@{entry}{{{record['key']}", *held]) + "\n}\n\n"


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    kind = record["type"]
    yield "author", _braced(_authors(record))
    # Twice in braces, so that no style changes the letters of a title as printed.
    yield "title", _braced(_braced(escaped(record["title"])))
    yield TYPES[kind][1], _braced(escaped(record["container_title"]))
    yield "type", _braced(KINDS.get(kind, ""))
    yield "year", _braced(line(record["year"]))
    yield "month", MONTHS[record["month"] - 1] if record.get("month") else ""
    yield "day", _braced(line(record.get("day")))
    yield "volume", _braced(escaped(record["volume"]))
    yield "number", _braced(escaped(record["issue"]))
    yield "pages", _braced(escaped(record["pages"]))
    yield from ((name, _braced(line(record[name]))) for name in ("doi", "pmid", "pmcid"))
    yield "url", _braced(_verbatim(record["url"]))
    yield "note", _braced(escaped("; ".join(editorial(record))))
    yield "annotation", _braced(escaped("; ".join(remarks(record))))


def escaped(value: object) -> str:
    """Return a value as one line of LaTeX."""
    text = line(value)
    signs = ESCAPES if _is_balanced(text) else ESCAPES | UNBALANCED
    apart = _LIGATURE.sub(lambda found: f"\0{found[0]}", text)
    return _SPECIAL.sub(lambda found: signs[found[0]], apart).replace("\0", "{}")


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _verbatim(address: object) -> str:
    """Return an address, which no reader of BibTeX unescapes."""
    return line(address).replace("{", "%7B").replace("}", "%7D")


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _authors(record: Record) -> str:
    known = [_author(name) for name in names(record)]
    if known and not record.get("authors_complete", True):
        known.append("others")
    return " and ".join(known)


def _author(name: dict[str, str]) -> str:
    """Return "Family, Suffix, Given"; a group stands in braces of its own."""
    if "literal" in name:
        return _braced(escaped(name["literal"]))
    parts = [name["family"], name.get("suffix", ""), name.get("given", "")]
    family, *rest = map(_protected, parts)
    if not any(rest):
        return family if " " not in family else f"{family}, {{}}"
    return ", ".join(filter(None, [family, *rest]))


def _protected(part: str) -> str:
    """Return a part of a name, in braces if it holds what would split names."""
    return _braced(escaped(part)) if _APART.search(part) else escaped(part)


FORMAT = Format(
    name="bibtex",
    label="BibTeX",
    suffix="bib",
    media_type="application/x-bibtex; charset=utf-8",
    write=write,
)
