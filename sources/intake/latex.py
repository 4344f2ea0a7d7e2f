r"""LaTeX inside BibTeX values to plain text: {\"o}, \textit{…}, $\beta$. Pure."""

import logging
import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text

# Nobody writes more into one value that is kept.
LONGEST = 5000

# What it stumbles over is told to the curator, not to a log.
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
_DECODER = LatexNodes2Text(math_mode="text", strict_latex_spaces=False)
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_BARE_DOLLAR = re.compile(r"(?<!\\)\$")
_ESCAPED = re.compile(r"\\([_%&#$~{}])")
_ADDRESS = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}")
_BRACES = str.maketrans("", "", "{}")


def plain(text: str) -> str:
    """Return the text without LaTeX; slow only where there is a backslash or a dollar sign."""
    if "\\" in text or "$" in text:
        return _decoded(text[:LONGEST])
    return _light(text)


def _light(text):
    """Return the text of a value without commands."""
    if "--" in text:
        text = text.replace("---", "—").replace("--", "–")
    text = text.replace("~", "\u00a0").replace("``", "“").replace("''", "”")
    # Last, for braces keep apart what would be drawn together: -{}-.
    return text.translate(_BRACES) if "{" in text or "}" in text else text


@lru_cache(maxsize=1024)
def _decoded(text):
    text = _BARE_PERCENT.sub(r"\\%", text).replace(r"\textasciicircum{}", "^")
    if len(_BARE_DOLLAR.findall(text)) % 2:
        text = _BARE_DOLLAR.sub(r"\\$", text)
    try:
        return _DECODER.latex_to_text(text)
    except (RecursionError, ValueError, IndexError, AttributeError, TypeError):
        return _light(text.replace("\\", ""))


def address(text: str) -> str:
    r"""Return an address or a DOI without \url{} and escapes; nothing else in it is changed."""
    text = _ADDRESS.sub(r"\1", text) if "\\" in text else text
    text = _ESCAPED.sub(r"\1", text) if "\\" in text else text
    return text.translate(_BRACES).strip() if "{" in text or "}" in text else text.strip()
