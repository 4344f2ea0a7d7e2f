"""What a file is, from its first bytes: a format of citations, or something else by its name. Pure."""

import re

# How files begin that are often taken for citations, and what people call them.
BINARY = (
    (b"PK\x03\x04", "a ZIP archive (or a Word, Excel or OpenDocument file)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"RIFF", "an image or a recording (RIFF)"),
    (b"BM", "an image (BMP)"),
    (b"SQLite format 3", "a database (SQLite, as Zotero keeps its library)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a word processor's file (RTF)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
# Programs open one with a blank line before its mark all the same.
PDF = re.compile(rb"\s*%PDF-")
MARKUP = (
    (re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE), "a web page (HTML)"),
    (re.compile(r"\s*<(?:\?xml|[a-z])", re.IGNORECASE), "XML"),
)
# Of two that fit, the one whose mark stands first is meant.
FORMATS = {
    "ris": re.compile(r"^TY {1,2}- ?[A-Z]", re.MULTILINE),
    "nbib": re.compile(r"^(?:PMID|PMC )- ?\S", re.MULTILINE),
    "bibtex": re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]", re.MULTILINE),
    "csl-json": re.compile(r"\A\s*(?:\[\s*(?:\{|\])|\{\s*\")"),
}
# What other programs call an export, and how that begins.
TEXTS = (
    (re.compile(r"\A\s*FN (?:Clarivate|Thomson|ISI)"), "Web of Science's own plain text"),
    (re.compile(r"\A\s*VN {1,2}- Ovid"), "Ovid's own tagged text"),
    (re.compile(r"\A\s*%0 [A-Z]"), "EndNote's own tagged text (.enw)"),
)
# Such a line may also stand above records.
TABLE = re.compile(r'\A\s*"?(?:PMID|key|title|authors?)"?(?:[,;\t][^,;\t\n]+){3}', re.IGNORECASE)
# Two letters are a thin sign for a file of text.
SHORT = (b"BM", b"MZ")


def other(head: bytes, text: str) -> str:
    """Return what a file is that holds no citations we read, such as "a PDF"; empty if nothing is known."""
    if PDF.match(head):
        return "a PDF"
    for start, name in BINARY:
        if head.startswith(start) and (start not in SHORT or b"\x00" in head):
            return name
    if "\x00" in text:
        return "a binary file, or text in an encoding without byte-order mark"
    if TABLE.match(text) and not known(text):
        return "a table (CSV)"
    return next((name for pattern, name in (*TEXTS, *MARKUP) if pattern.match(text)), "")


def known(text: str) -> str:
    """Return the code of the format that the text is in, or nothing."""
    found = {code: match.start() for code, mark in FORMATS.items() if (match := mark.search(text))}
    return min(found, key=found.__getitem__, default="")
