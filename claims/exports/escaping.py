"""Text that others wrote, made safe for Markdown: it is shown as written and never marks anything up.

Editors' prose (findings, limitations) is escaped too and not stripped of its marks: stripping `*`
would turn "5*10 and 3*4" into other numbers.
"""

import re
import unicodedata
from urllib.parse import quote

from sources.citations import is_closed

# What pandoc, GitHub or CommonMark reads as a mark inside a line.
_MARKS = re.compile(r"[\\`*_{}\[\]#|~^$@]")
# Entities, not backslashes: they hold in every dialect, and nothing reads them as HTML.
_LESS_THAN = re.compile(r"<(?! )")
_AMPERSAND = re.compile(r"&(?=[#A-Za-z0-9])")
# What makes a list, a quotation, a rule, a definition or a title block of a line that begins with it.
_FIRST = re.compile(r"^(?=[-+>=:%(])")
_ENUMERATOR = re.compile(r"^(\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)(?=[.)](\s|$))")
# They turn text around or hide in it.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]")
_SAFE_IN_ADDRESS = "/:?#@!$&'+,;=%~.-_"


def one_line(text) -> str:
    """Return the text as one line without control characters, not yet escaped."""
    text = "" if text is None else str(text)
    text = "".join(_visible(character) for character in _INVISIBLE.sub("", text))
    return " ".join(text.split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return " " if category == "Cc" else character


def plain(text) -> str:
    """Return one line of Markdown that reads as the text, wherever in a document it is put."""
    text = _MARKS.sub(r"\\\g<0>", one_line(text))
    text = _LESS_THAN.sub("&lt;", _AMPERSAND.sub("&amp;", text))
    return _ENUMERATOR.sub(r"\1\\", _FIRST.sub(r"\\", text))


def sentence(text) -> str:
    """Return the text escaped, with a full stop unless it has an end of its own."""
    words = plain(text)
    return f"{words}." if words and not is_closed(one_line(text)) else words


def link(text, address) -> str:
    """Return a link if the address is one of the web, else the text alone."""
    address = one_line(address)
    if not address.startswith(("https://", "http://")):
        return plain(text)
    return f"[{plain(text)}]({quote(address, safe=_SAFE_IN_ADDRESS)})"
